/** The bench's own arithmetic: what is made of measured times, and whether a figure reaches its target. */
export type Target = { readonly most: number } | { readonly least: number };
export type Verdict = 'met' | 'missed' | 'no target';

/** The nearest rank: the smallest of the samples that at least this share of them does not exceed. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const rank = Math.max(1, Math.ceil(share * sorted.length));
  return sorted[rank - 1] ?? Number.NaN;
}

export function median(samples: readonly number[]): number {
  const sorted = samples.toSorted((a, b) => a - b);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** A figure that could not be measured meets nothing. */
export function verdictOf(figure: number, target: Target | null): Verdict {
  if (target === null) return 'no target';
  const reached = 'most' in target ? figure <= target.most : figure >= target.least;
  return reached ? 'met' : 'missed';
}
