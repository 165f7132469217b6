/**
 * What was known on a date. An actual is never overwritten: a correction is a later entry for the same unit and
 * period, and it supersedes the earlier one from the day it became known.
 *
 * Order in the list means nothing. Entries of one day are told apart by `entry`; without it they must agree.
 */
import type { Decimal } from '../../kernel/decimal.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { periodAt } from '../../kernel/period.ts';
import type { Period } from '../../kernel/period.ts';

export type Ratio = { readonly numerator: Decimal; readonly denominator: Decimal };

export type Actual = {
  readonly unit: string;
  readonly period: Period;
  /** Undefined with no ratio: the entry withdraws what was reported, the figure is missing again. */
  readonly value: Decimal | undefined;
  readonly ratio: Ratio | undefined;
  /** Undefined counts as known from the start. */
  readonly known: PlainDate | undefined;
  readonly entry: number | undefined;
};

export type Vintage = {
  readonly current: readonly Actual[];
  /** Current entries that replaced earlier ones, with the last they replaced. */
  readonly corrections: ReadonlyMap<Actual, Actual>;
};

/** Entries for periods that had not begun on the date are no results yet and do not count. */
export function knownOn(actuals: readonly Actual[], asOf: PlainDate): Vintage {
  const now = periodAt('month', asOf).first;
  const seen = actuals.filter((actual) => (actual.known ?? '') <= asOf && actual.period.first <= now);
  const corrections = new Map<Actual, Actual>();
  const current: Actual[] = [];
  for (const entries of Map.groupBy(seen, keyOf).values()) {
    const newest = entries.reduce(later);
    current.push(newest);
    if (entries.length === 1) continue;
    const older = entries.filter((entry) => !isSameEntry(entry, newest));
    if (older.length > 0) corrections.set(newest, older.reduce(later));
  }
  return { current, corrections };
}

/** Two entries for one unit and period that became known together and disagree: no rule can choose between them. */
export function findConflict(
  actuals: readonly Actual[],
): { readonly first: number; readonly second: number } | undefined {
  const seen = new Map<string, number>();
  for (const [second, actual] of actuals.entries()) {
    const key = `${keyOf(actual)} ${actual.known ?? ''} ${actual.entry ?? ''}`;
    const first = seen.get(key);
    const other = first === undefined ? undefined : actuals[first];
    if (first !== undefined && other !== undefined && !saysTheSame(actual, other)) return { first, second };
    if (first === undefined) seen.set(key, second);
  }
  return undefined;
}

function keyOf(actual: Actual): string {
  return `${actual.period.code} ${actual.unit}`;
}

function later(a: Actual, b: Actual): Actual {
  const aKnown = a.known ?? '';
  const bKnown = b.known ?? '';
  if (aKnown !== bKnown) return aKnown > bKnown ? a : b;
  return (a.entry ?? 0) > (b.entry ?? 0) ? a : b;
}

function isSameEntry(a: Actual, b: Actual): boolean {
  return a.known === b.known && a.entry === b.entry;
}

function saysTheSame(a: Actual, b: Actual): boolean {
  return (
    same(a.value, b.value) &&
    same(a.ratio?.numerator, b.ratio?.numerator) &&
    same(a.ratio?.denominator, b.ratio?.denominator)
  );
}

function same(a: Decimal | undefined, b: Decimal | undefined): boolean {
  return a === undefined || b === undefined ? a === b : a.eq(b);
}
