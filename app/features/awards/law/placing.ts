/**
 * Where a new version comes to stand among those of its line: it ends the one before it the day before its own first day, and must not
 * reach into one that begins later, nor begin on the same day as one that it does not replace.
 */
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import type { Provision } from './provision.ts';
import { inTime } from './provision.ts';

type Dates = Pick<Provision, 'id' | 'validFrom' | 'validUntil'>;
export type PlacingRefusal =
  | { readonly kind: 'same_day' | 'reaches_next'; readonly other: Dates }
  | { readonly kind: 'replaces_gone' };
export type Place = {
  /** Ends the day before. */
  readonly ends: Dates | undefined;
  /** The one it ends would have gone on after this one is over: then nothing holds. */
  readonly leavesGap: boolean;
};

/** @param confirmed all confirmed versions of the line. */
export function placeOf(
  { validFrom, validUntil, replaces }: Pick<Provision, 'validFrom' | 'validUntil' | 'replaces'>,
  confirmed: readonly Provision[],
): Result<Place, PlacingRefusal> {
  const standing = inTime(confirmed);
  if (replaces !== null && !standing.some(({ id }) => id === replaces)) return refuse({ kind: 'replaces_gone' });
  const others = inTime(confirmed.filter(({ id }) => id !== replaces));
  const from = validFrom ?? '';
  const same = others.find((one) => (one.validFrom ?? '') === from);
  if (same) return refuse({ kind: 'same_day', other: datesOf(same) });
  const next = others.find((one) => (one.validFrom ?? '') > from);
  if (next?.validFrom && (validUntil === null || validUntil >= next.validFrom))
    return refuse({ kind: 'reaches_next', other: datesOf(next) });
  const before = others.findLast((one) => (one.validFrom ?? '') < from);
  const ends = before && (before.validUntil === null || before.validUntil >= from) ? before : undefined;
  const leavesGap =
    ends !== undefined && validUntil !== null && (ends.validUntil === null || ends.validUntil > validUntil);
  return ok({ ends: ends && datesOf(ends), leavesGap });
}

const datesOf = ({ id, validFrom, validUntil }: Dates): Dates => ({ id, validFrom, validUntil });
