/** PT-1.5: evaluated every year, reviewed at mid-term, concluded: what of it is recorded of the directive's movement. */
import type { ReviewKind } from '../movements/movement.ts';

export type Planned = { readonly kind: ReviewKind; readonly dueYear: number | null; readonly wording: string };
export type Held = { readonly kind: ReviewKind; readonly heldOn: string; readonly number: string | null };
export type ReviewState = 'held' | 'late' | 'due' | 'to_come';
export type ReviewLine = {
  readonly kind: ReviewKind;
  readonly year: number;
  readonly state: ReviewState;
  readonly held: Held | null;
};

type Term = { readonly from: number; readonly to: number };

/**
 * One line for each time: a yearly evaluation for every year of the term, the others in the year that is set for them. Of a
 * year it may be held in the next one, so it is late when that is over; the others when their own year is.
 */
export function reviewLines(
  planned: readonly Planned[],
  held: readonly Held[],
  { term, thisYear }: { readonly term: Term; readonly thisYear: number },
): readonly ReviewLine[] {
  const years = Array.from({ length: term.to - term.from + 1 }, (_, at) => term.from + at);
  const wanted = planned.flatMap(({ kind, dueYear }) =>
    dueYear === null ? years.map((year) => ({ kind, year })) : [{ kind, year: dueYear }],
  );
  const free = [...held].toSorted((a, b) => (a.heldOn < b.heldOn ? -1 : 1));
  return wanted
    .toSorted((a, b) => a.year - b.year)
    .map(({ kind, year }) => {
      const last = kind === 'yearly' ? year + 1 : year;
      const at = free.findIndex((one) => one.kind === kind && yearOf(one) >= year && yearOf(one) <= last);
      const [own = null] = at < 0 ? [] : free.splice(at, 1);
      return { kind, year, held: own, state: own ? 'held' : stateOf({ year, last, thisYear }) };
    });
}

function yearOf({ heldOn }: Held): number {
  return Number(heldOn.slice(0, 4));
}

type When = { readonly year: number; readonly last: number; readonly thisYear: number };

function stateOf({ year, last, thisYear }: When): Exclude<ReviewState, 'held'> {
  if (thisYear > last) return 'late';
  return thisYear >= year ? 'due' : 'to_come';
}
