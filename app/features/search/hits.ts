/** What a search gives back: things found, kind by kind, each with where it is. */
import type { Candidate } from './ranking.ts';

/** In the order in which they are shown. */
export const groupNames = [
  'indicators',
  'schemes',
  'movements',
  'plans',
  'rounds',
  'blocks',
  'inspections',
  'criteria',
  'initiatives',
  'papers',
  'judgements',
  'dossiers',
  'holders',
  'units',
  'library',
] as const;
export type GroupName = (typeof groupNames)[number];

export type Hit = Candidate & {
  /** Empty where it has none that says something to a reader. */
  readonly code: string;
  readonly href: string;
  readonly note: string;
};
export type Hits = Readonly<Record<GroupName, readonly Hit[]>> & { readonly query: string };
