/**
 * What honours are counted by. A dimension is a key of every honour; level and type follow from its award, so they are
 * folded from the counts by award and never kept twice.
 */
import type { Award, AwardType } from '../awards/award.ts';
import { allAwards, awardLevels, awardTypes, findAward, holders } from '../awards/award.ts';
import { honourFields } from './field.ts';
import { awardKinds, groups } from '../awards/standards/case.ts';

export const dimensions = [
  'award',
  'level',
  'type',
  'holder',
  'group',
  'kind',
  'field',
  'unit',
  'year',
  'decided',
] as const;
export type Dimension = (typeof dimensions)[number];
/** Of those, by what a stranger reads the sums of the province. */
export const publicRows = ['level', 'type', 'holder', 'award'] as const satisfies readonly Dimension[];
export type PublicRow = (typeof publicRows)[number];

export type Level = Award['level'];

/** What an honour does not say, or an award that the list does not know. */
export const unknown = 'unknown';

/** By what the rows are counted in the database. */
export type Counted = Exclude<Dimension, 'level' | 'type'>;
export const countedBy = (dimension: Dimension): Counted =>
  dimension === 'level' || dimension === 'type' ? 'award' : dimension;

/** The key under which a counted key stands. */
export function keyOf(dimension: Dimension, counted: string): string {
  if (dimension === 'level') return findAward(counted)?.level ?? unknown;
  if (dimension === 'type') return findAward(counted)?.type ?? unknown;
  return counted;
}

const order: Readonly<Partial<Record<Dimension, readonly string[]>>> = {
  level: awardLevels,
  type: awardTypes,
  holder: holders,
  group: groups,
  kind: awardKinds,
  field: honourFields,
};

/** As the list of the law has them; years newest first; units are put in order by whoever knows their names. */
export function inOrder(dimension: Dimension, keys: readonly string[]): readonly string[] {
  const known = dimension === 'award' ? allAwards().map(({ code }) => code) : order[dimension];
  if (known) return keys.toSorted((a, b) => rank(known, a) - rank(known, b) || (a < b ? -1 : 1));
  return dimension === 'unit' ? keys : keys.toSorted((a, b) => Number(b) - Number(a));
}

function rank(known: readonly string[], key: string): number {
  const at = known.indexOf(key);
  return at < 0 ? known.length : at;
}

/** Codes of the awards of a level or type; a filter by either is one by these. */
export function codesOf(wanted: { readonly level?: Level | undefined; readonly type?: AwardType | undefined }) {
  return allAwards()
    .filter(({ level, type }) => (!wanted.level || level === wanted.level) && (!wanted.type || type === wanted.type))
    .map(({ code }) => code);
}
