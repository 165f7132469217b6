/**
 * What should have been reached at a time: through the yearly trajectory where one was given, else a straight line
 * from the starting point to the goal, and always said which. Time is the end of a period, counted in months.
 *
 * The starting point is the baseline; without one, the last figure from before the period; without that, the first
 * known figure, and then nothing can be expected of that first figure itself. Unknown is never taken as zero.
 */
import { decimal, ZERO } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import { yearPeriod } from '../../kernel/period.ts';
import { directionOf, goalOf } from './goal.ts';
import type { Indicator } from './indicator.ts';
import type { Point } from './series.ts';

/** A value at the end of a month (months counted from year 0). */
export type Anchor = { readonly month: number; readonly value: Decimal };

export type StartKind = 'baseline' | 'earlier_value' | 'first_value';
export type Start = Anchor & { readonly kind: StartKind };

/** `trajectory` given by year; `line` interpolated; `level` the target itself every year; `share` its part of a sum; `step` nothing before the deadline. */
export type PathKind = 'trajectory' | 'line' | 'level' | 'share' | 'step';

export function endMonth(year: number): number {
  return yearPeriod(year).last;
}

export function startOfPath(indicator: Indicator, points: readonly Point[]): Start | undefined {
  const { baseline, from, deadline } = indicator;
  if (baseline !== undefined) return { kind: 'baseline', month: endMonth(baseline.year), value: baseline.value };
  const earlier = points.findLast((point) => point.period.last < from * 12);
  if (earlier !== undefined) return { kind: 'earlier_value', month: earlier.period.last, value: earlier.value };
  const first = points.find((point) => point.period.last <= endMonth(deadline));
  return first && { kind: 'first_value', month: first.period.last, value: first.value };
}

/** The level to have at the end of that month, or undefined where nothing can be expected yet. */
export function levelAt(indicator: Indicator, start: Start | undefined, month: number): Decimal | undefined {
  const given = indicator.trajectory.map(({ year, value }) => ({ month: endMonth(year), value }));
  const fromStart = startAnchor(indicator, start, given);
  const anchors = withGoal(indicator, fromStart === undefined ? given : [fromStart, ...given]);
  const next = anchors.findIndex((anchor) => anchor.month >= month);
  const after = anchors[next];
  const before = anchors[next - 1];
  if (after === undefined) return goalOf(indicator);
  if (start?.kind === 'first_value' && given.length === 0 && month <= start.month) return undefined;
  if (after.month === month) return after.value;
  // Within the first year of a given trajectory, with nothing known before it: that year's own level.
  if (before === undefined) return given.length > 0 && after.month - month < 12 ? after.value : undefined;
  const share = decimal(month - before.month);
  return before.value.plus(
    after.value
      .minus(before.value)
      .times(share)
      .div(after.month - before.month),
  );
}

/** What a year asks where each year counts by itself: its level, or for a sum its amount. */
export function yearDemand(indicator: Indicator, year: number): Decimal {
  const given = indicator.trajectory.find((point) => point.year === year);
  if (given !== undefined) return given.value;
  if (indicator.aggregation !== 'sum') return goalOf(indicator);
  const left = yearsOf(indicator).filter((other) => !indicator.trajectory.some((point) => point.year === other));
  const planned = indicator.trajectory.reduce((sum, point) => sum.plus(point.value), ZERO);
  return goalOf(indicator).minus(planned).div(left.length);
}

export function yearsOf({ from, deadline }: Pick<Indicator, 'from' | 'deadline'>): readonly number[] {
  return Array.from({ length: deadline - from + 1 }, (_, i) => from + i);
}

/** Whoever starts beyond the goal need not get better: the line runs level, it does not call for a fall. */
function startAnchor(indicator: Indicator, start: Start | undefined, given: readonly Anchor[]): Anchor | undefined {
  if (start === undefined || (start.kind === 'first_value' && given.length > 0)) return undefined;
  if (given.some((anchor) => anchor.month <= start.month)) return undefined;
  const goal = goalOf(indicator);
  const beyond = directionOf(indicator) === 'up' ? start.value.gt(goal) : start.value.lt(goal);
  return { month: start.month, value: beyond && given.length === 0 ? goal : start.value };
}

function withGoal(indicator: Indicator, anchors: readonly Anchor[]): readonly Anchor[] {
  const end = endMonth(indicator.deadline);
  const last = anchors.at(-1);
  return last !== undefined && last.month >= end ? anchors : [...anchors, { month: end, value: goalOf(indicator) }];
}
