/**
 * The provisions that come with the product, out of its data files: what each text lays down holds for the days of that text, so a list
 * gathered from several is one version for each time in which the same lines stand. Keys stay from release to release.
 */
import { z } from 'zod';
import { addDays } from '../../../kernel/calendar.ts';
import { factStates } from '../award.ts';
import general from '../data/general.json' with { type: 'json' };
import { RULE_BOOK } from '../standards/rule-book.ts';
import { SHIPPED_AWARDS, SHIPPED_VERSIONS } from '../shipped.ts';
import type { ShippedAward } from '../shipped.ts';
import { sourceOf } from '../sources.ts';
import { clocks, provisionKinds, provisionOf } from './provision.ts';
import type { Cited, Line, Provision, ProvisionKind } from './provision.ts';

const generalRows = z
  .strictObject({
    provisions: z.array(
      z.strictObject({
        kind: z.enum(provisionKinds as [ProvisionKind, ...ProvisionKind[]]),
        award: z.string().nullable().default(null),
        item: z.enum(['', ...clocks]).default(''),
        article: z.string(),
        source: z.string(),
        state: z.enum(factStates),
        content: z.unknown(),
      }),
    ),
  })
  .parse(general).provisions;

type Period = { readonly validFrom: string | null; readonly validUntil: string | null };
type Given = Period & {
  readonly line: Pick<Line, 'kind'> & Partial<Line>;
  readonly article: string;
  readonly source: string;
  readonly basis?: string;
  readonly state: Provision['state'];
  readonly content: unknown;
};

/** `id` stands for the key by which the database knows it again. */
function made({ line, source, basis, ...rest }: Given): Provision {
  const whole = { award: null, item: '', forYearsFrom: null, ...line };
  const id = [whole.kind, whole.award ?? '', whole.item, whole.forYearsFrom ?? '', rest.validFrom ?? ''].join('|');
  return provisionOf({ ...whole, ...rest, id, source, basis: basis ?? '', replaces: null });
}

function ofSource(code: string): Period & { readonly source: string; readonly basis: string } {
  const { number, title, inForceFrom, inForceUntil } = sourceOf(code);
  return { source: number, basis: title, validFrom: inForceFrom, validUntil: inForceUntil };
}

const ruleSets = RULE_BOOK.ruleSets.map(({ code, inForceFrom, inForceUntil, state, ...content }) =>
  made({
    line: { kind: 'rule_set', item: code },
    article: '',
    source: content.number,
    basis: content.title,
    validFrom: inForceFrom,
    validUntil: inForceUntil,
    state,
    content,
  }),
);

const numberOfSet = (code: string) => RULE_BOOK.ruleSets.find((set) => set.code === code)?.number ?? code;
const rules = RULE_BOOK.rules.map(({ award, ruleSet, forYearsFrom, inForceFrom, inForceUntil, conditions, ...rest }) =>
  made({
    ...rest,
    line: { kind: 'rule', award, item: ruleSet, forYearsFrom: forYearsFrom ?? null },
    source: numberOfSet(ruleSet),
    validFrom: inForceFrom,
    validUntil: inForceUntil,
    content: conditions,
  }),
);

type Listed = { readonly article: string; readonly source: string; readonly state: Provision['state'] } & {
  readonly from?: string | undefined;
} & ({ readonly what: string } | { readonly who: string });

function listOf(award: string, kind: 'deciders' | 'papers' | 'terms', items: readonly Listed[]): readonly Provision[] {
  const dated = items.map((item) => {
    const { number, title, inForceFrom, inForceUntil } = sourceOf(item.source);
    const what = 'what' in item ? item.what : item.who;
    const cited: Cited = { what, article: item.article, source: number, state: item.state };
    return { cited, title, from: item.from ?? inForceFrom, until: inForceUntil };
  });
  const starts = dated.flatMap(({ from, until }) => [from, ...(until === null ? [] : [addDays(until, 1)])]);
  const times = [...new Set(starts)].toSorted();
  return times.flatMap((from, at) => {
    const next = times[at + 1];
    const standing = dated.filter((one) => one.from <= from && (one.until === null || from <= one.until));
    const [first] = standing;
    if (!first) return [];
    const content = standing.map(({ cited }) => cited);
    const { article, source, state } = first.cited;
    const until = next === undefined ? null : addDays(next, -1);
    const period = { validFrom: from, validUntil: until };
    return [made({ line: { kind, award }, ...period, article, source, basis: first.title, state, content })];
  });
}

function factsOf({ code, decidedBy, papers, terms, vote, bonus, quota }: ShippedAward): readonly Provision[] {
  const one = (
    kind: 'vote' | 'quota' | 'bonus',
    item: string,
    given: NonNullable<ShippedAward['vote' | 'quota']> | ShippedAward['bonus'][number],
  ) => {
    const { article, source, state, ...rest } = given;
    const { holder: _holder, ...content } = { holder: undefined, ...rest };
    return made({ line: { kind, award: code, item }, ...ofSource(source), article, state, content });
  };
  return [
    ...listOf(code, 'deciders', decidedBy),
    ...listOf(code, 'papers', papers),
    ...listOf(code, 'terms', terms),
    ...(vote ? [one('vote', '', vote)] : []),
    ...(quota ? [one('quota', '', quota)] : []),
    ...bonus.map((each) => one('bonus', each.holder, each)),
  ];
}

/** The list itself: a line for each name that the award has had. Its end is the day before the next, or not known. */
const listed = SHIPPED_VERSIONS.map(({ source, state, article, code, name, type, level, holders, from, isGiven }) => {
  const { number, title } = sourceOf(source);
  const content = { name, type, level, holders, given: isGiven };
  const line = { kind: 'award', award: code } as const;
  return made({ line, article, source: number, basis: title, validFrom: from, validUntil: null, state, content });
});

export const PRODUCT_PROVISIONS: readonly Provision[] = [
  ...ruleSets,
  ...rules,
  ...listed,
  ...SHIPPED_AWARDS.flatMap(factsOf),
  ...generalRows.map(({ kind, award, item, source, ...rest }) =>
    made({ ...rest, ...ofSource(source), line: { kind, award, item } }),
  ),
];
