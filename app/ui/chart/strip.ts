import type { StatusName } from '../status.ts';

/** Shares of a whole as segments of a strip or bar, in percent of its length. */
export type Segment<Key> = {
  readonly key: Key;
  readonly count: number;
  readonly start: number;
  readonly width: number;
};

/** Segments of non-zero parts, in order, filling the strip exactly. */
export function stackSegments<Key>(parts: readonly (readonly [Key, number])[]): readonly Segment<Key>[] {
  const present = parts.filter(([, count]) => count > 0);
  const total = present.reduce((sum, [, count]) => sum + count, 0);
  let before = 0;
  return present.map(([key, count]) => {
    const start = percent(before, total);
    before += count;
    return { key, count, start, width: Math.round((percent(before, total) - start) * 100) / 100 };
  });
}

/** A share as percent with two decimals; no whole means nothing is done yet. */
export function percent(part: number, whole: number): number {
  return whole > 0 ? Math.round((part / whole) * 10_000) / 100 : 0;
}

/** What fits in a bar: below zero is empty, above the whole is full. */
export function barLength(share: number): number {
  return Number.isFinite(share) ? Math.round(Math.min(1, Math.max(0, share)) * 10_000) / 100 : 0;
}

export function countByStatus(items: readonly { readonly status: StatusName }[]): Readonly<Record<StatusName, number>> {
  const counts = { achieved: 0, on_track: 0, at_risk: 0, off_track: 0, no_data: 0 };
  for (const { status } of items) counts[status] += 1;
  return counts;
}
