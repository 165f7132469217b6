/**
 * Targets over years: the average, the sum, and what must hold every year. None is achieved before the deadline year is in.
 *
 * Years that are not known are left out on both sides, of what was reached and of what was to be reached:
 * a missing year is missing, not zero.
 */
import { decimal, ZERO } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { monthsIn } from '../../kernel/period.ts';
import type { Period } from '../../kernel/period.ts';
import { againstPath, behind, deadlinePassed, gapFact, isClosed, NOTHING_KNOWN } from './judgement.ts';
import type { Judgement, Verdict } from './judgement.ts';
import type { Fact } from './explanation.ts';
import { directionOf, goalOf, meets, overshoots, withTarget } from './goal.ts';
import type { Indicator } from './indicator.ts';
import { lookAhead } from './judge-level.ts';
import { startOfPath, yearDemand, yearsOf } from './path.ts';
import { latestIn } from './series.ts';
import type { Point } from './series.ts';

/** One amount of a sum: a year, or what is known of it. */
export type Amount = { readonly period: Period; readonly value: Decimal };

export function judgeAverage(indicator: Indicator, points: readonly Point[], asOf: PlainDate): Judgement {
  const known = yearPoints(indicator, points);
  const last = known.at(-1);
  if (last === undefined) return NOTHING_KNOWN;
  const years = yearsOf(indicator);
  const total = sum(known.map((point) => point.value));
  const value = total.div(known.length);
  const expected = sum(known.map(({ period }) => yearDemand(indicator, period.year))).div(known.length);
  const left = years.length - known.length;
  const over = deadlinePassed(indicator, asOf);
  const goal = goalOf(indicator);
  return {
    ...endVerdict(indicator, value, expected, asOf, known),
    value,
    expected,
    needed: over || left === 0 ? undefined : goal.times(years.length).minus(total).div(left),
    pace: value,
    forecast: over || known.length < 2 ? undefined : value,
    facts: [
      gapFact(indicator, value, expected, last.period.code),
      levelFact(indicator),
      ...missingYears(indicator, known, last.period.year),
    ],
  };
}

/** What a sum is made of: amounts that do not overlap, and how many reports they rest on. */
export type Amounts = { readonly amounts: readonly Amount[]; readonly reports: number };

/** A part of a year asks for its part of that year's amount. */
export function judgeSum(
  indicator: Indicator,
  { amounts, reports }: Amounts,
  points: readonly Point[],
  asOf: PlainDate,
): Judgement {
  const last = amounts.at(-1);
  if (last === undefined) return NOTHING_KNOWN;
  const value = sum(amounts.map((amount) => amount.value));
  const expected = sum(amounts.map(({ period }) => yearDemand(indicator, period.year).times(monthsIn(period)).div(12)));
  const months = amounts.reduce((all, { period }) => all + monthsIn(period), 0);
  const total = yearsOf(indicator).length * 12;
  const over = deadlinePassed(indicator, asOf);
  const perYear = value.times(12).div(months);
  const known = yearPoints(indicator, points);
  return {
    ...endVerdict(indicator, value, expected, asOf, known),
    value,
    expected,
    needed:
      over || months === total
        ? undefined
        : stillNeeded(indicator, value)
            .times(12)
            .div(total - months),
    pace: perYear,
    forecast: over || reports < 2 ? undefined : value.times(total).div(months),
    facts: [
      gapFact(indicator, value, expected, last.period.code),
      levelFact(indicator),
      ...missingYears(indicator, known, last.period.year - 1),
    ],
  };
}

/** Held every year: one year that failed cannot be mended; the year that still runs is judged by how far it is off. */
export function judgeEachYear(indicator: Indicator, points: readonly Point[], asOf: PlainDate): Judgement {
  const known = yearPoints(indicator, points);
  const latest = latestIn(indicator, points);
  if (latest === undefined) return NOTHING_KNOWN;
  const expected = yearDemand(indicator, latest.period.year);
  const failed = known.filter((point) => !meets(withYear(indicator, point.period.year), point.value));
  const over = deadlinePassed(indicator, asOf);
  const start = startOfPath(
    indicator,
    points.filter((point) => point.complete === latest.complete),
  );
  return {
    ...yearsVerdict(indicator, { known, failed: failed.length > 0, latest, expected }, asOf),
    value: latest.value,
    expected,
    ...lookAhead(indicator, latest, start, over),
    needed: over || known.length === yearsOf(indicator).length ? undefined : goalOf(indicator),
    facts: [
      gapFact(indicator, latest.value, expected, latest.period.code),
      ...(failed.length > 0
        ? [{ kind: 'failed_years', years: failed.map((p) => ({ year: p.period.year, value: p.value })) } as const]
        : []),
      levelFact(indicator),
      ...missingYears(indicator, known, latest.period.year),
    ],
  };
}

type Years = {
  readonly known: readonly Point[];
  readonly failed: boolean;
  readonly latest: Point;
  readonly expected: Decimal;
};

function yearsVerdict(indicator: Indicator, { known, failed, latest, expected }: Years, asOf: PlainDate): Verdict {
  if (failed) return { status: 'off_track', reason: 'year_failed' };
  if (known.length === yearsOf(indicator).length) return { status: 'achieved', reason: 'every_year_held' };
  if (isClosed(indicator, asOf, hasDeadlineYear(indicator, known)))
    return { status: 'off_track', reason: 'deadline_passed' };
  const demand = withYear(indicator, latest.period.year);
  if (!meets(demand, latest.value)) {
    return overshoots(demand, latest.value)
      ? { status: 'at_risk', reason: 'past_the_band' }
      : behind(demand, latest.value, expected);
  }
  return { status: 'on_track', reason: latest.complete ? 'held_so_far' : 'met_but_incomplete' };
}

/** Average and sum: the target counts only once the deadline year is in; before that, the path does. */
function endVerdict(
  indicator: Indicator,
  value: Decimal,
  expected: Decimal,
  asOf: PlainDate,
  known: readonly Point[],
): Verdict {
  const atEnd = hasDeadlineYear(indicator, known);
  if (atEnd && meets(indicator, value) && isProven(indicator, known))
    return { status: 'achieved', reason: 'goal_met_at_end' };
  if (isClosed(indicator, asOf, atEnd)) return { status: 'off_track', reason: 'deadline_passed' };
  if (overshoots(indicator, value)) return { status: 'at_risk', reason: 'past_the_band' };
  const allIn = known.length === yearsOf(indicator).length;
  return allIn && !meets(indicator, value)
    ? behind(indicator, value, expected)
    : againstPath(indicator, value, expected);
}

/** A sum that must stay low is not proven while a year is missing: the missing year could only add to it. */
function isProven(indicator: Indicator, known: readonly Point[]): boolean {
  const staysLow = indicator.aggregation === 'sum' && directionOf(indicator) === 'down';
  return !staysLow || known.length === yearsOf(indicator).length;
}

function yearPoints({ from, deadline }: Indicator, points: readonly Point[]): readonly Point[] {
  return points.filter(
    ({ period, complete }) => complete && period.kind === 'year' && period.year >= from && period.year <= deadline,
  );
}

function hasDeadlineYear({ deadline }: Indicator, known: readonly Point[]): boolean {
  return known.some((point) => point.period.year === deadline);
}

function withYear(indicator: Indicator, year: number): Indicator {
  const given = indicator.trajectory.find((point) => point.year === year);
  return given === undefined ? indicator : withTarget(indicator, given.value);
}

function stillNeeded(indicator: Indicator, value: Decimal): Decimal {
  const left = goalOf(indicator).minus(value);
  return directionOf(indicator) === 'up' && left.lt(0) ? ZERO : left;
}

function missingYears(indicator: Indicator, known: readonly Point[], until: number): readonly Fact[] {
  const have = new Set(known.map((point) => point.period.year));
  const years = yearsOf(indicator).filter((year) => year <= until && !have.has(year));
  return years.length === 0 ? [] : [{ kind: 'missing_years', years }];
}

function levelFact(indicator: Indicator): Fact {
  const even = indicator.aggregation === 'sum' ? 'share' : 'level';
  return { kind: 'path', path: indicator.trajectory.length > 0 ? 'trajectory' : even, start: undefined };
}

function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((a, b) => a.plus(b), decimal(0));
}
