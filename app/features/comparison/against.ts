/** Where a unit gains and loses against its block: its share of the maximum of each group and criterion beside the block's median and best. Shares are for the eye; places are reckoned elsewhere. */
import type { CriteriaSet, Criterion } from '../criteria/criterion.ts';
import type { Scored, Total } from '../scoring/points.ts';

/** What stands at each criterion of one unit's card, and its sums. */
export type Reckoned = {
  readonly unitId: string;
  readonly scores: ReadonlyMap<string, Scored>;
  readonly total: Total;
};

/** `points` of `max`, in hundredths; null where it does not apply or is not known yet. */
export type Part = { readonly points: number; readonly max: number };

export type Against = {
  readonly code: string;
  readonly title: string;
  readonly kind: 'group' | 'criterion';
  readonly max: number;
  readonly state: Scored['state'];
  readonly own: Part | null;
  /** Of the units of the block to which it applies, this one among them; null where nothing may be compared. */
  readonly block: { readonly median: number; readonly best: number; readonly units: number } | null;
  /** Above or below the median, in hundredths of this criterion's points. */
  readonly gap: number | null;
};

/** Groups and criteria in their printed order; bonuses and penalties stand beside the maximum and have no share of it. `all`: null before the block may be compared. */
export function againstBlock(
  { criteria }: Pick<CriteriaSet, 'criteria'>,
  own: Reckoned,
  all: readonly Reckoned[] | null,
): readonly Against[] {
  return criteria.filter((one) => isCompared(criteria, one)).map((one) => lineOf(one, own, all));
}

/** A group of bonuses or penalties has none of the kind that is compared below it. */
function isCompared(criteria: readonly Criterion[], { kind, code }: Criterion): boolean {
  if (kind !== 'group') return kind === 'criterion';
  return criteria.some((one) => one.parent === code && one.code !== code && isCompared(criteria, one));
}

function lineOf(one: Criterion, own: Reckoned, all: readonly Reckoned[] | null): Against {
  const part = partOf(one, own);
  const shares = (all ?? []).flatMap((each) => shareOf(partOf(one, each)) ?? []).toSorted((a, b) => a - b);
  const median = medianOf(shares);
  const best = shares.at(-1);
  const block = median === undefined || best === undefined ? null : { median, best, units: shares.length };
  const share = shareOf(part);
  return {
    code: one.code,
    title: one.title,
    kind: one.kind === 'group' ? 'group' : 'criterion',
    max: one.max,
    state: stateOf(one, own),
    own: part,
    block,
    gap: part === null || share === null || block === null ? null : Math.round((share - block.median) * part.max),
  };
}

function partOf({ kind, code, max }: Criterion, { scores, total }: Reckoned): Part | null {
  if (kind === 'group') {
    const group = total.groups.get(code);
    return group && group.max > 0 ? { points: group.points, max: group.max } : null;
  }
  const scored = scores.get(code);
  return scored?.state === 'points' ? { points: Math.min(max, scored.points), max } : null;
}

function stateOf({ kind, code }: Criterion, { scores, total }: Reckoned): Scored['state'] {
  if (kind !== 'group') return scores.get(code)?.state ?? 'missing';
  const group = total.groups.get(code);
  if (!group || group.max === 0) return 'not_applicable';
  return group.missing > 0 ? 'missing' : 'points';
}

export function shareOf(part: Part | null): number | null {
  return part === null || part.max === 0 ? null : part.points / part.max;
}

/** The middle one, of an even number the mean of the two in the middle. */
export function medianOf(sorted: readonly number[]): number | undefined {
  const [low, high] = [sorted[Math.floor((sorted.length - 1) / 2)], sorted[Math.floor(sorted.length / 2)]];
  return low === undefined || high === undefined ? undefined : (low + high) / 2;
}

/** The criteria furthest above and below the median; none where all are on it. */
export function extremes(lines: readonly Against[]): { readonly lost: Against | null; readonly won: Against | null } {
  const criteria = lines.filter((line) => line.kind === 'criterion' && line.gap !== null);
  const sorted = criteria.toSorted((a, b) => (a.gap ?? 0) - (b.gap ?? 0));
  const [lost, won] = [sorted[0], sorted.at(-1)];
  return { lost: lost && (lost.gap ?? 0) < 0 ? lost : null, won: won && (won.gap ?? 0) > 0 ? won : null };
}
