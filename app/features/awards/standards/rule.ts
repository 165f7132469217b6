/**
 * A rule is data: which conditions an award asks for, in which law, from when until when, and how that is known. Conditions are a
 * tree of "all of" and "one of" over clauses of the law; what a clause asks for is a tree over the closed list of kinds below
 * (README.md). A new version of a rule needs no code; a new kind does.
 */
import { z } from 'zod';
import { isPlainDate } from '../../../kernel/calendar.ts';
import { scopesOfEffect } from '../../initiatives/initiative.ts';
import { factStates, findAward, holders } from '../award.ts';
import { groups, levels, reviews } from './case.ts';

const award = z.string().refine((value) => findAward(value) !== undefined);
const awards = z.array(award).min(1);
const times = z.int().min(1).max(50);
const article = z.string().regex(/^\d+(\.\d+(\.[a-z\u0111])?)?$/);
const day = z.string().refine(isPlainDate);

/** Who launches a movement; `province` stands beside `ministry` wherever the law says "Bộ, ban, ngành, tỉnh". */
export const launchers = ['president', 'prime_minister', 'ministry', 'province', 'commune', 'unit'] as const;
export type Launcher = (typeof launchers)[number];

const checks = [
  // Said by a person.
  z.strictObject({ kind: z.literal('judge'), about: z.string().min(1).optional() }),
  // Stands in the article but asks for nothing here: details left to another text, or another award.
  z.strictObject({ kind: z.literal('delegated'), to: z.enum(['province', 'government']) }),
  z.strictObject({ kind: z.literal('elsewhere') }),
  // Yearly classification and titles.
  z.strictObject({ kind: z.literal('level_in_year'), level: z.enum(levels) }),
  z.strictObject({ kind: z.literal('title_in_year'), awards }),
  z.strictObject({ kind: z.literal('held'), awards }),
  z.strictObject({
    kind: z.literal('times_in_a_row'),
    awards,
    times,
    /** The text says "được lựa chọn trong số": the council chooses among those who meet it. */
    selected: z.boolean().optional(),
    /** Years between two times up to which "liên tục" is for a person to judge; one year is in a row for certain. */
    doubtfulGap: times.optional(),
  }),
  z.strictObject({ kind: z.literal('times'), awards, times }),
  z.strictObject({ kind: z.literal('years_at_level'), level: z.enum(levels), years: times }),
  // Initiatives, of which each serves once (Điều 5.2.c).
  z.strictObject({
    kind: z.literal('initiatives'),
    count: times,
    scope: z.enum(scopesOfEffect),
    /** An older one is for a person to judge: the law names no time, so none is ever left out for its age. */
    lastYears: times.optional(),
  }),
  // A collective.
  z.strictObject({ kind: z.literal('all_members_completed') }),
  z.strictObject({ kind: z.literal('members_share'), award, percent: z.int().min(1).max(100) }),
  z.strictObject({ kind: z.literal('members_with'), award, count: times }),
  z.strictObject({ kind: z.literal('no_member_disciplined') }),
  z.strictObject({
    kind: z.literal('leads_block'),
    organisedBy: z.enum(['province', 'centre']).optional(),
    selected: z.boolean().optional(),
  }),
  z.strictObject({ kind: z.literal('in_block'), organisedBy: z.enum(['province', 'centre']) }),
  z.strictObject({ kind: z.literal('block_exceeded'), selected: z.boolean().optional() }),
  z.strictObject({ kind: z.literal('built_years'), years: times }),
  z.strictObject({
    kind: z.literal('movement'),
    /** Empty: whoever launched it. */
    launchedBy: z.array(z.enum(launchers)),
    years: times.optional(),
    reviews: z.array(z.enum(reviews)).min(1).optional(),
    place: z.enum(['first', 'reviewed']),
  }),
  // Conduct and exclusions.
  z.strictObject({ kind: z.literal('law_abiding') }),
  z.strictObject({ kind: z.literal('not_for_this_year') }),
  z.strictObject({ kind: z.literal('merit_only') }),
  z.strictObject({ kind: z.literal('nothing_pending') }),
  z.strictObject({ kind: z.literal('out_of_discipline') }),
  // Another clause's standard ("đạt một trong các tiêu chuẩn quy định tại các điểm …").
  z.strictObject({ kind: z.literal('one_of_clauses'), articles: z.array(article).min(1) }),
] as const;
const check = z.discriminatedUnion('kind', checks);
export type Check = z.output<typeof check>;
export type CheckOf<Kind extends Check['kind']> = Extract<Check, { readonly kind: Kind }>;

/** Years in a row, and what must fall within them ("trong thời gian đó"). */
export type YearsCheck = {
  readonly kind: 'years';
  readonly years: number;
  readonly level: (typeof levels)[number];
  /** A title that makes a year count as well. */
  readonly orAwards?: readonly string[] | undefined;
  /** Counted from the year after an award ("sau đó"). */
  readonly after?: { readonly awards: readonly string[]; readonly which: 'first' | 'last' } | undefined;
  /** The text does not say "đến thời điểm đề nghị": earlier years in a row are for a person to judge. */
  readonly anyTime?: boolean | undefined;
  readonly within?: Test | undefined;
};
export type Test = { readonly all_of: readonly Test[] } | { readonly one_of: readonly Test[] } | YearsCheck | Check;

const test: z.ZodType<Test> = z.lazy(() =>
  z.union([
    z.strictObject({ all_of: z.array(test).min(1) }),
    z.strictObject({ one_of: z.array(test).min(1) }),
    years,
    check,
  ]),
);
const years: z.ZodType<YearsCheck> = z.strictObject({
  kind: z.literal('years'),
  years: times,
  level: z.enum(levels),
  orAwards: awards.optional(),
  after: z.strictObject({ awards, which: z.enum(['first', 'last']) }).optional(),
  anyTime: z.boolean().optional(),
  within: test.optional(),
});

export type CheckKind = Check['kind'] | 'years';

/** Of another text than the law where `of` says so; its own state where it is known otherwise than the rule. */
const clause = z.strictObject({
  article,
  of: z.string().optional(),
  state: z.enum(factStates).optional(),
  wording: z.string().min(1),
  test,
});
export type Clause = z.output<typeof clause>;

const holderGuard = z.strictObject({
  holders: z.array(z.enum(holders)).min(1),
  groups: z.array(z.enum(groups)).min(1).optional(),
  /** Whoever is classified yearly comes under another clause. */
  unlessClassified: z.boolean().optional(),
});
export type HolderGuard = z.output<typeof holderGuard>;
type Guarded = { readonly for?: HolderGuard | undefined };
export type Conditions =
  | Clause
  | (Guarded & { readonly all_of: readonly Conditions[] })
  | (Guarded & { readonly one_of: readonly Conditions[] });
export const conditions: z.ZodType<Conditions> = z.lazy(() =>
  z.union([
    clause,
    z.strictObject({ for: holderGuard.optional(), all_of: z.array(conditions).min(1) }),
    z.strictObject({ for: holderGuard.optional(), one_of: z.array(conditions).min(1) }),
  ]),
);

const period = { inForceFrom: day, inForceUntil: day.nullable() };
/** Days of receipt, both included; years of achievement where a rule is for some alone. */
const rule = z.strictObject({
  /** Of the version in the database; none where rules are read from the product's files. */
  id: z.string().optional(),
  /** Null: holds for every award. */
  award: award.nullable(),
  ruleSet: z.string(),
  article: z.string(),
  basis: z.string().min(1),
  ...period,
  forYearsFrom: z.int().optional(),
  state: z.enum(factStates),
  conditions,
});
export type Rule = z.output<typeof rule>;

/** What was in force in a time: a law with its rules, or one whose text is missing. */
const ruleSet = z.strictObject({
  id: z.string().optional(),
  code: z.string(),
  title: z.string().min(1),
  number: z.string().min(1),
  inForceFrom: day.nullable(),
  inForceUntil: day.nullable(),
  state: z.enum(factStates),
  /** Rules of this set are shown in its place, so that a person has something to judge by; they decide nothing. */
  shownInstead: z.string().optional(),
  /** How it reaches dossiers received before it; told, not applied. */
  transition: z.strictObject({ article: z.string(), wording: z.string(), state: z.enum(factStates) }).optional(),
});
export type RuleSet = z.output<typeof ruleSet>;

export const rulesFile = z.strictObject({ rules: z.array(rule) });
export const ruleSetsFile = z.strictObject({ ruleSets: z.array(ruleSet) });
export type RuleBook = { readonly ruleSets: readonly RuleSet[]; readonly rules: readonly Rule[] };

export function isClause(one: Conditions): one is Clause {
  return 'test' in one;
}

export function clausesOf(one: Conditions): readonly Clause[] {
  if (isClause(one)) return [one];
  return ('all_of' in one ? one.all_of : one.one_of).flatMap(clausesOf);
}
