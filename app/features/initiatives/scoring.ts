/**
 * How a panel gives points: criteria with the most each can bring, in hundredths of a point; every member without an interest
 * in the matter once; the result is the mean of their sums, and it passes at the threshold of the criteria set.
 */
import { readHundredths } from '../../kernel/hundredths.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export type Criterion = {
  readonly position: number;
  readonly name: string;
  /** In hundredths. */ readonly most: number;
};
export type CriteriaSet = {
  readonly id: string;
  readonly edition: number;
  readonly name: string;
  readonly validFrom: string;
  readonly threshold: number;
  /** The paper it stands on; null for the default of the product. */
  readonly basis: string | null;
  readonly criteria: readonly Criterion[];
};

export type Points = { readonly position: number; readonly points: number };
export type PointsProblem =
  | { readonly kind: 'missing' | 'not_points' }
  | { readonly kind: 'too_many'; readonly most: number };
export type PointsWrong = {
  readonly kind: 'points_wrong';
  readonly problems: readonly { readonly position: number; readonly problem: PointsProblem }[];
};

/** As typed: points with at most two decimals, from nothing to the most of each criterion. */
export function readPoints(
  criteria: readonly Criterion[],
  typed: (position: number) => string,
): Result<readonly Points[], PointsWrong> {
  const read = criteria.map(({ position, most }) => ({ position, ...readOne(typed(position), most) }));
  const problems = read.flatMap(({ position, problem }) => (problem ? [{ position, problem }] : []));
  if (problems.length > 0) return refuse({ kind: 'points_wrong', problems });
  return ok(read.map(({ position, points = 0 }) => ({ position, points })));
}

function readOne(text: string, most: number): { readonly points?: number; readonly problem?: PointsProblem } {
  if (text.trim() === '') return { problem: { kind: 'missing' } };
  const read = readHundredths(text);
  if (!read.ok) return { problem: { kind: 'not_points' } };
  return read.value > most ? { problem: { kind: 'too_many', most } } : { points: read.value };
}

/** Halves are rounded up; undefined when nobody gave points. */
export function meanOf(sums: readonly number[]): number | undefined {
  return sums.length === 0 ? undefined : Math.round(sums.reduce((all, sum) => all + sum, 0) / sums.length);
}

/** Fewer would be no panel: a default of the product. */
export const fewestScores = 2;
