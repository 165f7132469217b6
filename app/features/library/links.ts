/**
 * What one document does to another: amends it, replaces it, guides it, is part of it. None comes back to where it began, and
 * what amends, replaces or guides is not older than what it speaks of. What is in force follows from both: its own days, and who
 * changed it since.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { EditionContent, Relation } from './document.ts';

export type Pair = { readonly from: string; readonly relation: Relation; readonly to: string };
export type LinkProblem = 'missing' | 'same_document' | 'goes_round' | 'older';
export type LinkWrong = { readonly kind: 'link_wrong'; readonly problem: LinkProblem };

/** Amending and replacing are one way of changing: a document changes none that, over others, changes it. */
const changing: readonly Relation[] = ['amends', 'replaces'];
const alike = (a: Relation, b: Relation) => a === b || (changing.includes(a) && changing.includes(b));

export function goesRound(pairs: readonly Pair[], { from, relation, to }: Pair): boolean {
  const reached = new Set([to]);
  for (const at of reached)
    for (const pair of pairs) if (pair.from === at && alike(pair.relation, relation)) reached.add(pair.to);
  return reached.has(from);
}

type Dated = Pick<EditionContent, 'issuedOn' | 'inForceFrom'>;

/** Unknown days forbid nothing. */
export function isOlder(relation: Relation, from: Dated, to: Dated): boolean {
  const [own, other] = [from.issuedOn ?? from.inForceFrom, to.issuedOn ?? to.inForceFrom];
  return relation !== 'part_of' && own !== null && other !== null && own < other;
}

/** A document that changes this one. */
export type Change = {
  readonly relation: 'amends' | 'replaces';
  readonly code: string;
  readonly title: string;
  readonly number: string;
  /** The day from which it is in force, as far as it is known. */
  readonly since: PlainDate | null;
};
export type ForceState = 'in_force' | 'to_come' | 'ended' | 'replaced' | 'unknown';

/** A replacing document whose day is not known ends nothing by itself: nobody has read when it begins. */
export function forceOn(
  { inForceFrom, inForceUntil }: Pick<EditionContent, 'inForceFrom' | 'inForceUntil'>,
  changes: readonly Change[],
  today: PlainDate,
): ForceState {
  if (inForceUntil !== null && inForceUntil < today) return 'ended';
  if (changes.some(({ relation, since }) => relation === 'replaces' && since !== null && since <= today))
    return 'replaced';
  if (inForceFrom !== null && inForceFrom > today) return 'to_come';
  return inForceFrom === null && inForceUntil === null ? 'unknown' : 'in_force';
}
