/**
 * Reporting periods: year "2026", half "2026-H1", quarter "2026-Q1", month "2026-03".
 *
 * Every period is a run of whole months, so time between period ends is counted in months and stays exact.
 * A year is cut one way only: two halves, each of two quarters, each of three months.
 */
import { lastDayOfMonth, plainDate, daysBetween } from './calendar.ts';
import type { PlainDate } from './calendar.ts';

export type PeriodKind = 'year' | 'half' | 'quarter' | 'month';

/** `first` and `last` are months counted from year 0: year * 12 + month - 1. */
export type Period = {
  readonly code: string;
  readonly kind: PeriodKind;
  readonly year: number;
  readonly index: number;
  readonly first: number;
  readonly last: number;
};

const MONTHS: Readonly<Record<PeriodKind, number>> = { year: 12, half: 6, quarter: 3, month: 1 };
const FINER: Readonly<Record<PeriodKind, PeriodKind | undefined>> = {
  year: 'half',
  half: 'quarter',
  quarter: 'month',
  month: undefined,
};
const COARSER: Readonly<Record<PeriodKind, PeriodKind | undefined>> = {
  year: undefined,
  half: 'year',
  quarter: 'half',
  month: 'quarter',
};
const SHAPE = /^(\d{4})(?:-(?:H([12])|Q([1-4])|(0[1-9]|1[0-2])))?$/;

export function parsePeriod(code: string): Period | undefined {
  return parsed(code);
}

/** The few periods that a term has are asked for by the hundred thousand: what follows from a code is worked out once. */
function once<Value>(work: (code: string) => Value | undefined): (code: string) => Value | undefined {
  const known = new Map<string, Value>();
  return (code) => {
    const there = known.get(code);
    if (there !== undefined) return there;
    const made = work(code);
    if (made !== undefined && known.size < 1000) known.set(code, made);
    return made;
  };
}

const parsed = once(readPeriod);
const ends = once((code) => lastDayOf(getPeriod(code)));
const coarser = once((code) => coarserOf(getPeriod(code)));
const finer = once((code) => partsOf(getPeriod(code)));

function readPeriod(code: string): Period | undefined {
  const [, year, half, quarter, month] = SHAPE.exec(code) ?? [];
  if (year === undefined) return undefined;
  if (half !== undefined) return period('half', Number(year), Number(half));
  if (quarter !== undefined) return period('quarter', Number(year), Number(quarter));
  if (month !== undefined) return period('month', Number(year), Number(month));
  return period('year', Number(year), 1);
}

export function getPeriod(code: string): Period {
  const found = parsePeriod(code);
  if (found === undefined) throw new RangeError(`not a period: ${code}`);
  return found;
}

/** `index` counts from 1 within the year. */
export function period(kind: PeriodKind, year: number, index: number): Period {
  const first = year * 12 + (index - 1) * MONTHS[kind];
  return { code: codeOf(kind, year, index), kind, year, index, first, last: first + MONTHS[kind] - 1 };
}

export function yearPeriod(year: number): Period {
  return period('year', year, 1);
}

/** The period of this kind that holds the date. */
export function periodAt(kind: PeriodKind, date: PlainDate): Period {
  return periodOfMonth(kind, Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1);
}

export function periodOfMonth(kind: PeriodKind, month: number): Period {
  const year = Math.floor(month / 12);
  return period(kind, year, Math.floor((month - year * 12) / MONTHS[kind]) + 1);
}

export function startOf(of: Period): PlainDate {
  return plainDate(Math.floor(of.first / 12), (of.first % 12) + 1, 1);
}

export function endOf(of: Period): PlainDate {
  return ends(of.code) ?? lastDayOf(of);
}

function lastDayOf(of: Period): PlainDate {
  return lastDayOfMonth(Math.floor(of.last / 12), (of.last % 12) + 1);
}

export function holdsDate(of: Period, date: PlainDate): boolean {
  return startOf(of) <= date && date <= endOf(of);
}

export function covers(outer: Period, inner: Period): boolean {
  return outer.first <= inner.first && inner.last <= outer.last;
}

export function monthsIn(of: Period): number {
  return MONTHS[of.kind];
}

/** A year gives halves, a half quarters, a quarter months; a month gives nothing. */
export function finerPeriods(of: Period): readonly Period[] {
  return finer(of.code) ?? partsOf(of);
}

function partsOf(of: Period): readonly Period[] {
  const kind = FINER[of.kind];
  if (kind === undefined) return [];
  const count = MONTHS[of.kind] / MONTHS[kind];
  return Array.from({ length: count }, (_, i) => periodOfMonth(kind, of.first + i * MONTHS[kind]));
}

export function coarserPeriod(of: Period): Period | undefined {
  return coarser(of.code);
}

function coarserOf(of: Period): Period | undefined {
  const kind = COARSER[of.kind];
  return kind === undefined ? undefined : periodOfMonth(kind, of.first);
}

export function nextPeriod(of: Period): Period {
  return periodOfMonth(of.kind, of.last + 1);
}

export function previousPeriod(of: Period): Period {
  return periodOfMonth(of.kind, of.first - 1);
}

/** By end, then the coarser after the finer: the last of a sorted list is the latest and widest. */
export function comparePeriods(a: Period, b: Period): number {
  return a.last - b.last || b.first - a.first;
}

/** Share of the period gone by at the end of the date, 0 to 1. */
export function elapsedShare(of: Period, date: PlainDate): number {
  const start = startOf(of);
  const share = (daysBetween(start, date) + 1) / (daysBetween(start, endOf(of)) + 1);
  return Math.min(1, Math.max(0, share));
}

function codeOf(kind: PeriodKind, year: number, index: number): string {
  const yyyy = String(year).padStart(4, '0');
  switch (kind) {
    case 'year':
      return yyyy;
    case 'half':
      return `${yyyy}-H${index}`;
    case 'quarter':
      return `${yyyy}-Q${index}`;
    case 'month':
      return `${yyyy}-${String(index).padStart(2, '0')}`;
  }
}
