/** What stands on a card and what it adds up to: cards as they run and cards as they were frozen are reckoned by this. */
import { isScored } from '../criteria/criterion.ts';
import type { CriteriaSet } from '../criteria/criterion.ts';
import type { Spoken, Standing } from './card.ts';
import { standingOf } from './card.ts';
import type { Measured } from './measured.ts';
import { measureKey } from './measured.ts';
import type { Total } from './points.ts';
import { totalOf } from './points.ts';

export type OnCard = {
  /** By code of the criterion. */
  readonly given: (code: string) => readonly Spoken[];
  /** By key of the measure. */
  readonly measured: (key: string) => Measured | undefined;
  /** Not appraised yet. */
  readonly isOpen: boolean;
};
export type Reckoned = { readonly standing: ReadonlyMap<string, Standing>; readonly total: Total };

/** The same card gives the same points to the last digit. */
export function reckoned(set: CriteriaSet, { given, measured, isOpen }: OnCard): Reckoned {
  const standing = new Map(
    set.criteria.filter(isScored).map((one) => {
      const known = one.rule === null ? undefined : measured(measureKey(one.rule.measure));
      return [one.code, standingOf(one, { given: given(one.code), measured: known, isOpen })];
    }),
  );
  // Bonuses and penalties that nobody spoke of are none.
  const spoken = [...standing].filter(([, { from }]) => from !== null);
  return { standing, total: totalOf(set, new Map(spoken.map(([code, { scored }]) => [code, scored]))) };
}
