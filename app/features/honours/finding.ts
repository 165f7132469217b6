/** What the counts by year say in a sentence: the last whole year against the one before; the running year is not judged. */

export type YearCount = { readonly year: number; readonly n: number };
/** Oldest first. */
export function yearsOf(counts: readonly YearCount[]): readonly YearCount[] {
  const years = new Map<number, number>();
  for (const { year, n } of counts) years.set(year, (years.get(year) ?? 0) + n);
  return [...years].map(([year, n]) => ({ year, n })).toSorted((a, b) => a.year - b.year);
}

export type Finding =
  | { readonly kind: 'none' }
  | { readonly kind: 'only'; readonly year: number; readonly n: number }
  | {
      readonly kind: 'more' | 'fewer' | 'same';
      readonly year: number;
      readonly n: number;
      readonly before: number;
      /** Of the year before, in whole per cent. */
      readonly percent: number;
    };

/** A year with none between two that have some is a year with none. */
export function findingOf(counts: readonly YearCount[], thisYear: number): Finding {
  const past = counts.filter(({ year, n }) => year < thisYear && n > 0);
  const last = past.toSorted((a, b) => b.year - a.year)[0];
  if (!last) {
    const running = counts.find(({ year, n }) => year === thisYear && n > 0);
    return running ? { kind: 'only', year: running.year, n: running.n } : { kind: 'none' };
  }
  const before = past.find(({ year }) => year === last.year - 1)?.n ?? 0;
  if (before === 0) return { kind: 'only', year: last.year, n: last.n };
  const percent = Math.round((Math.abs(last.n - before) * 100) / before);
  const kind = last.n > before ? 'more' : last.n < before ? 'fewer' : 'same';
  return { kind, year: last.year, n: last.n, before, percent };
}
