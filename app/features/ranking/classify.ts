/**
 * The yearly level of a unit from its score: thresholds are data with a year from which they hold, and until the province lays them down they are the product's default and say so.
 * Levels are those of the register.
 */
import type { Total } from '../scoring/points.ts';
import type { levels } from '../awards/standards/case.ts';

export type Level = (typeof levels)[number];

/** From `atLeast` on, in hundredths of a per cent of the full maximum (9000 is 90 %); groups named must reach theirs too. */
export type Threshold = {
  readonly level: Level;
  readonly atLeast: number;
  readonly groups: readonly { readonly code: string; readonly atLeast: number }[];
};

/** The first threshold that is reached, best first; below all of them `failed`. Null while anything is missing, where nothing applies and where no thresholds are laid down. */
export function classify(total: Total, thresholds: readonly Threshold[]): Level | null {
  if (total.score === null || total.missing.length > 0 || thresholds.length === 0) return null;
  return thresholds.toSorted((a, b) => b.atLeast - a.atLeast).find((one) => isReached(total, one))?.level ?? 'failed';
}

/** What stands behind a level: its threshold, and the next better one with what of it was not reached. Null where there is none. */
export type WhyLevel = {
  readonly own: Threshold | null;
  readonly next: {
    readonly threshold: Threshold;
    readonly isScoreShort: boolean;
    readonly groups: readonly string[];
  } | null;
};

export function whyLevel(total: Total, thresholds: readonly Threshold[]): WhyLevel {
  const level = classify(total, thresholds);
  if (level === null) return { own: null, next: null };
  const falling = thresholds.toSorted((a, b) => b.atLeast - a.atLeast);
  const at = falling.findIndex((one) => isReached(total, one));
  const next = falling[(at === -1 ? falling.length : at) - 1];
  return {
    own: falling[at] ?? null,
    next: next
      ? {
          threshold: next,
          isScoreShort: !reachesScore(total, next),
          groups: next.groups.filter((one) => !reachesGroup(total, one)).map(({ code }) => code),
        }
      : null,
  };
}

function isReached(total: Total, threshold: Threshold): boolean {
  return reachesScore(total, threshold) && threshold.groups.every((group) => reachesGroup(total, group));
}

function reachesScore({ score, full }: Total, { atLeast }: Threshold): boolean {
  return score !== null && score.above * 10_000n >= BigInt(atLeast) * BigInt(full) * score.below;
}

/** What does not apply asks nothing. */
function reachesGroup({ groups }: Total, { code, atLeast }: Threshold['groups'][number]): boolean {
  const group = groups.get(code);
  return group === undefined || group.max === 0 || group.points * 10_000 >= atLeast * group.max;
}

/** How many of those that lead and meet the standard may go up: rounded down (Nghị định 152/2025 Điều 7: at most 20 % for Cờ thi đua của Chính phủ). `share` in hundredths of a per cent. */
export function quotaOf(leaders: number, share: number): number {
  return Math.floor((leaders * share) / 10_000);
}
