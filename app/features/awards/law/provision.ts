/**
 * A provision: one dated version of what the law lays down about awards, with article, source and how it is known. Its line (kind,
 * award, item, years) is what there is one of at a time: a later version ends the one before, or takes its place altogether.
 */
import { z } from 'zod';
import type { PlainDate } from '../../../kernel/calendar.ts';
import { addDays } from '../../../kernel/calendar.ts';
import { awardLevels, awardTypes, factStates, holders } from '../award.ts';
import { conditions } from '../standards/rule.ts';

export type FactState = (typeof factStates)[number];

const percent = z.int().min(1).max(100);
const days = z.int().min(1).max(400);
const text = z.string().trim().min(1).max(4000);
/** A line of a list with its own mark: lists gather what several texts lay down. */
const cited = z.strictObject({ what: text, article: z.string(), source: text, state: z.enum(factStates) });
export type Cited = z.output<typeof cited>;
const list = z.array(cited).min(1).max(20);
/** What a dossier that lacks a paper it needs meets on being handed in; the product's default, where nothing is said, is `reason`. */
export const whenMissing = ['reason', 'blocks'] as const;
const paper = cited.extend({ whenMissing: z.enum(whenMissing).optional() });
export type CitedPaper = z.output<typeof paper>;

/** Steps that have a clock (Nghị định 152/2025, Điều 34, 35, 44, 56, 58); in working days. */
export const clocks = [
  'appraise',
  'return',
  'opinion',
  'public_list',
  'copy',
  'hand_over',
  'hand_over_many',
  'annul',
  'give_back',
] as const;
export type Clock = (typeof clocks)[number];

export const contents = {
  /** A line of the list of awards; `award` is its code. Not `given`: no longer proposed from the first day on. */
  award: z.strictObject({
    name: text.max(200),
    type: z.enum(awardTypes),
    level: z.enum(awardLevels),
    holders: z.array(z.enum(holders)).min(1),
    given: z.boolean(),
  }),
  /** A law in a time; `shownInstead`: whose rules are read in its place while its own text is missing. */
  rule_set: z.strictObject({
    title: text,
    number: text,
    shownInstead: z.string().optional(),
    transition: z.strictObject({ article: z.string(), wording: text, state: z.enum(factStates) }).optional(),
  }),
  rule: conditions,
  deciders: list,
  papers: z.array(paper).min(1).max(20),
  terms: list,
  /** Share of all members of the council; `secret` null: not laid down. */
  vote: z.strictObject({ atLeastPercent: percent, secret: z.boolean().nullable() }),
  council: z.strictObject({ needed: z.boolean() }),
  /** Of all members present; the absent give a written opinion. */
  public_list: z.strictObject({ workingDays: days, unlessSimplified: z.boolean() }),
  /** Times the base salary on the day of the decision. */
  bonus: z.strictObject({ coefficient: z.string().regex(/^\d{1,3}(\.\d{1,4})?$/), atMost: z.boolean() }),
  payment: z.strictObject({ titlesOfOneTime: z.enum(['highest', 'all']), titleAndForm: z.enum(['both', 'highest']) }),
  rounding: z.strictObject({ to: z.int().min(1).max(1_000_000), direction: z.enum(['up', 'down', 'nearest']) }),
  /** Of an amount that is a multiple of a person's: multiplied and then rounded, or the person's rounded and then multiplied. */
  rounding_order: z.strictObject({ order: z.enum(['at_the_end', 'before_multiplying']) }),
  base_salary: z.strictObject({ amount: z.int().min(100_000).max(100_000_000) }),
  quota: z.strictObject({ atMostPercent: percent, of: text }),
  clock: z.strictObject({ workingDays: days }),
} as const;
export const provisionKinds = Object.keys(contents) as readonly ProvisionKind[];
export type ProvisionKind = keyof typeof contents;
export type ContentOf<Kind extends ProvisionKind> = z.output<(typeof contents)[Kind]>;

export type Line = {
  readonly kind: ProvisionKind;
  /** Null: holds for every award. */
  readonly award: string | null;
  /** Rule set of a rule, holder of a bonus, step of a clock; else empty. */
  readonly item: string;
  readonly forYearsFrom: number | null;
};
type Known = Line & {
  readonly id: string;
  readonly validFrom: PlainDate | null;
  readonly validUntil: PlainDate | null;
  readonly article: string;
  /** Number of the text, as in "152/2025/NĐ-CP". */
  readonly source: string;
  readonly basis: string;
  readonly state: FactState;
  readonly replaces: string | null;
};
export type ProvisionOf<Kind extends ProvisionKind> = Known & {
  readonly kind: Kind;
  readonly content: ContentOf<Kind>;
};
export type Provision = { readonly [Kind in ProvisionKind]: ProvisionOf<Kind> }[ProvisionKind];

export const lineKey = ({ kind, award, item, forYearsFrom }: Line) =>
  [kind, award ?? '', item, forYearsFrom ?? ''].join('|');

type Dated = Line & Pick<Known, 'id' | 'validFrom' | 'validUntil' | 'replaces'>;

/** Those that stand: without what was replaced, each ended by the next of its line. Earliest first. */
export function inTime<One extends Dated>(all: readonly One[]): readonly One[] {
  const replaced = new Set(all.map(({ replaces }) => replaces));
  const lines = Map.groupBy(
    all.filter(({ id }) => !replaced.has(id)),
    lineKey,
  );
  return [...lines.values()].flatMap((line) => {
    const sorted = line.toSorted((a, b) => (a.validFrom ?? '').localeCompare(b.validFrom ?? ''));
    return sorted.map((one, at) => ({ ...one, validUntil: endOf(one, sorted[at + 1]) }));
  });
}

function endOf({ validUntil }: Dated, next: Dated | undefined): PlainDate | null {
  const dayBefore = next?.validFrom ? addDays(next.validFrom, -1) : null;
  if (validUntil === null || dayBefore === null) return validUntil ?? dayBefore;
  return validUntil < dayBefore ? validUntil : dayBefore;
}

export function isInForce({ validFrom, validUntil }: Pick<Known, 'validFrom' | 'validUntil'>, on: PlainDate): boolean {
  return (validFrom === null || validFrom <= on) && (validUntil === null || on <= validUntil);
}

/** Whether a row of the database is what its kind asks for; anything else is a fault. */
export function provisionOf(row: Known & { readonly content: unknown }): Provision {
  return { ...row, content: contents[row.kind].parse(row.content) } as Provision;
}
