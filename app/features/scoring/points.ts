/**
 * From what was given at each criterion to a unit's score. Zero, missing and not applicable are three things: zero was earned, missing is not known yet and keeps the card
 * from being settled, what does not apply is taken out of the maximum. Points are integers in hundredths; the score is an exact fraction and is rounded only to be shown.
 */
import { childrenOf, fullMaximum, isScored } from '../criteria/criterion.ts';
import type { CriteriaSet, Criterion } from '../criteria/criterion.ts';
import { floorOf } from '../criteria/rule.ts';

export type Scored =
  | { readonly state: 'points'; readonly points: number }
  | { readonly state: 'not_applicable' }
  | { readonly state: 'missing' };

/** In hundredths of a point; `below` above zero. Scores are compared by multiplying across. */
export type Score = { readonly above: bigint; readonly below: bigint };

export type GroupSum = {
  readonly points: number;
  /** Of what applies. */
  readonly max: number;
  readonly missing: number;
};

export type Total = {
  readonly points: number;
  /** What could be reached of what applies, and if everything applied. */
  readonly applicable: number;
  readonly full: number;
  readonly bonus: number;
  readonly penalty: number;
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
  /** By code, of every group; bonuses and penalties add up in theirs. */
  readonly groups: ReadonlyMap<string, GroupSum>;
  /** On the scale of the whole set, never below zero. Null where nothing applies; while something is missing it is what is there so far. */
  readonly score: Score | null;
};

const MISSING: Scored = { state: 'missing' };
const NOTHING: Scored = { state: 'points', points: 0 };

/** `scores`: by code. A criterion without one is missing; a bonus or a penalty that nobody gave is none. */
export function totalOf(set: CriteriaSet, scores: ReadonlyMap<string, Scored>): Total {
  const leaves = set.criteria.filter(isScored);
  const of = (one: Criterion) => scores.get(one.code) ?? (one.kind === 'criterion' ? MISSING : NOTHING);
  const own = leaves.filter(({ kind }) => kind === 'criterion');
  const applying = own.filter((one) => of(one).state !== 'not_applicable');
  const points = sum(own, of);
  const applicable = applying.reduce((all, { max }) => all + max, 0);
  const full = fullMaximum(set.criteria);
  const bonus = upTo(
    sum(
      leaves.filter(({ kind }) => kind === 'bonus'),
      of,
    ),
    set.bonusCap,
  );
  const penalty = upTo(
    sum(
      leaves.filter(({ kind }) => kind === 'penalty'),
      of,
    ),
    set.penaltyCap,
  );
  return {
    points,
    applicable,
    full,
    bonus,
    penalty,
    missing: leaves.filter((one) => of(one).state === 'missing').map(({ code }) => code),
    notApplicable: leaves.filter((one) => of(one).state === 'not_applicable').map(({ code }) => code),
    groups: groupsOf(set.criteria, of),
    score: applicable === 0 ? null : scoreOf({ points, applicable, full, more: bonus - penalty }),
  };
}

type Given = (one: Criterion) => Scored;

/** Never above what a criterion can give: what was typed under an older edition does not outgrow the newer one. */
function sum(criteria: readonly Criterion[], of: Given): number {
  return criteria.reduce((all, one) => all + pointsOf(one, of(one)), 0);
}

function pointsOf({ max }: Criterion, scored: Scored): number {
  return scored.state === 'points' ? Math.min(max, Math.max(0, scored.points)) : 0;
}

const upTo = (points: number, cap: number | null) => (cap === null ? points : Math.min(points, cap));

function scoreOf(one: { points: number; applicable: number; full: number; more: number }): Score {
  const below = BigInt(one.applicable);
  const above = BigInt(one.points) * BigInt(one.full) + BigInt(one.more) * below;
  return { above: above < 0n ? 0n : above, below };
}

function groupsOf(criteria: readonly Criterion[], of: Given): ReadonlyMap<string, GroupSum> {
  const sums = new Map<string, GroupSum>();
  const under = (code: string): GroupSum => {
    const there = sums.get(code);
    if (there) return there;
    // A tree that turns back on itself ends here instead of never.
    sums.set(code, { points: 0, max: 0, missing: 0 });
    const parts = childrenOf(criteria, code).map((one) =>
      one.kind === 'group' ? under(one.code) : leafOf(one, of(one)),
    );
    const all = parts.reduce(
      (a, b) => ({ points: a.points + b.points, max: a.max + b.max, missing: a.missing + b.missing }),
      { points: 0, max: 0, missing: 0 },
    );
    sums.set(code, all);
    return all;
  };
  for (const one of criteria) if (one.kind === 'group') under(one.code);
  return sums;
}

function leafOf(one: Criterion, scored: Scored): GroupSum {
  return {
    points: pointsOf(one, scored),
    max: scored.state === 'not_applicable' ? 0 : one.max,
    missing: scored.state === 'missing' ? 1 : 0,
  };
}

/** Above zero where the first is higher. */
export function compareScores(a: Score, b: Score): number {
  const difference = a.above * b.below - b.above * a.below;
  return difference === 0n ? 0 : difference > 0n ? 1 : -1;
}

/** In hundredths of a point, half up: to be shown, never to be reckoned with. */
export function shownScore({ above, below }: Score): number {
  return Number(floorOf(2n * above + below, 2n * below));
}
