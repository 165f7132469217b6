/** Criteria sets made ready for three kinds of blocks, and for the themed movement: its years, and its mid-term and conclusion, which weigh the years. They are proposals of the product: whoever publishes one has made it the province's own. */
import commune from './data/commune.json' with { type: 'json' };
import department from './data/department.json' with { type: 'json' };
import partyAndMass from './data/party-and-mass.json' with { type: 'json' };
import themedReview from './data/themed-review.json' with { type: 'json' };
import themedYear from './data/themed-year.json' with { type: 'json' };
import type { CriteriaSet, Criterion } from './criterion.ts';
import type { TieRule } from './tie.ts';

export const readyNames = ['department', 'party-and-mass', 'commune', 'themed-year', 'themed-review'] as const;
export type ReadyName = (typeof readyNames)[number];

export type ReadySet = CriteriaSet & {
  readonly name: ReadyName;
  readonly title: string;
  readonly source: string;
  readonly tieRules: readonly TieRule[];
};

type InFile = Omit<ReadySet, 'criteria'> & { readonly criteria: readonly Omit<Criterion, 'expertUnitId'>[] };

/** Which body is in charge of a field is for the province to say: none is chosen. */
function readyOf({ criteria, ...set }: InFile): ReadySet {
  return { ...set, criteria: criteria.map((one) => ({ ...one, expertUnitId: null })) };
}

export const readySets: Readonly<Record<ReadyName, ReadySet>> = {
  department: readyOf(department as InFile),
  'party-and-mass': readyOf(partyAndMass as InFile),
  commune: readyOf(commune as InFile),
  'themed-year': readyOf(themedYear as InFile),
  'themed-review': readyOf(themedReview as InFile),
};
