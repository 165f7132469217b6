/** One unit's line of a block's table, as plain data: reckoned now, or as it was frozen. */
import { shownScore } from '../scoring/points.ts';
import type { Level, Threshold, WhyLevel } from './classify.ts';
import { whyLevel } from './classify.ts';
import type { Outcome } from './outcome.ts';
import type { Place } from './rank.ts';

export type RankedRow = {
  readonly unitId: string;
  /** Null where nothing applies to the unit. */
  readonly place: number | null;
  readonly tiedWith: readonly string[];
  readonly partedBy: Place['partedBy'];
  /** An exact fraction of hundredths of a point. */
  readonly score: { readonly above: string; readonly below: string } | null;
  /** Rounded half up to a hundredth, to be shown. */
  readonly shown: number | null;
  readonly full: number;
  readonly points: number;
  readonly applicable: number;
  readonly bonus: number;
  readonly penalty: number;
  readonly missing: readonly string[];
  readonly notApplicable: readonly string[];
  readonly level: Level | null;
  readonly why: WhyLevel;
  readonly isLeader: boolean;
};

export function rankedRow({ unitId, total, place, level }: Outcome, thresholds: readonly Threshold[]): RankedRow {
  const { score, full, points, applicable, bonus, penalty, missing, notApplicable } = total;
  return {
    unitId,
    place: place?.place ?? null,
    tiedWith: place?.tiedWith ?? [],
    partedBy: place?.partedBy ?? null,
    score: score && { above: String(score.above), below: String(score.below) },
    shown: score && shownScore(score),
    full,
    points,
    applicable,
    bonus,
    penalty,
    missing,
    notApplicable,
    level,
    why: whyLevel(total, thresholds),
    isLeader: place?.place === 1,
  };
}

/** By place; whoever has none goes last, in the order given. */
export function byPlace<Row extends Pick<RankedRow, 'place'>>(rows: readonly Row[]): readonly Row[] {
  return rows.toSorted((a, b) => (a.place ?? Infinity) - (b.place ?? Infinity) || 0);
}

/** Groups of units that nothing parted: a decision may. */
export function tiesIn(rows: readonly Pick<RankedRow, 'unitId' | 'tiedWith'>[]): readonly (readonly string[])[] {
  const groups = rows
    .filter(({ tiedWith }) => tiedWith.length > 0)
    .map(({ unitId, tiedWith }) => [unitId, ...tiedWith].toSorted());
  return [...new Map(groups.map((group) => [group.join(' '), group])).values()];
}

/** What is signed and frozen of a unit, in short. */
export type ShortResult = Pick<RankedRow, 'unitId' | 'place' | 'score' | 'level'>;

export function shortResults(rows: readonly RankedRow[]): readonly ShortResult[] {
  return rows.map(({ unitId, place, score, level }) => ({ unitId, place, score, level }));
}

/** Units of which something is not as it was. */
export function movedSince(before: readonly ShortResult[], now: readonly ShortResult[]): readonly string[] {
  const was = new Map(before.map((one) => [one.unitId, keyOf(one)]));
  const is = new Map(now.map((one) => [one.unitId, keyOf(one)]));
  return [...new Set([...was.keys(), ...is.keys()])].filter((id) => was.get(id) !== is.get(id));
}

/** Equal fractions have one key, however they are written. */
function keyOf({ place, score, level }: ShortResult): string {
  return JSON.stringify([place, level, score && reduced(score)]);
}

function reduced({ above, below }: { readonly above: string; readonly below: string }): string {
  const [n, d] = [BigInt(above), BigInt(below)];
  const common = gcd(n, d);
  return `${n / common}/${d / common}`;
}

const gcd = (a: bigint, b: bigint): bigint => (b === 0n ? a : gcd(b, a % b));
