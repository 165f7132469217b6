/**
 * The figures of one standing as points to draw. A time is the end of its period, 2026 being the end of that year; a sum
 * over years is drawn as it grows, an average as its single years.
 */
import { ZERO } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import { yearPeriod } from '../../kernel/period.ts';
import { pointsFor } from '../indicators/evaluate.ts';
import { directionOf, goalOf, limitsOf } from '../indicators/goal.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { modeOf } from '../indicators/indicator.ts';
import { endMonth, levelAt, startOfPath, yearDemand, yearsOf } from '../indicators/path.ts';
import { valueOf } from '../indicators/rollup.ts';
import { coverOf } from '../indicators/series.ts';
import type { Cells } from '../indicators/series.ts';
import type { Standing } from './standing.ts';

export type ChartPoint = { readonly at: number; readonly value: number; readonly period?: string };

export type Chart = {
  readonly years: readonly [number, number];
  readonly actual: readonly ChartPoint[];
  readonly expected: readonly ChartPoint[];
  readonly forecast: readonly ChartPoint[];
  /** Undefined where the target is no level to draw: a milestone that is only reached or not. */
  readonly target: { readonly low?: number; readonly high?: number } | undefined;
};

export function chartOf({ indicator, cells, evaluation }: Omit<Standing, 'definition' | 'written'>): Chart {
  const actual = actualOf(indicator, cells);
  const expected = expectedOf(indicator, cells);
  const first = Math.min(indicator.from, ...[...actual, ...expected].map((point) => Math.floor(point.at)));
  return {
    years: [Math.max(first, indicator.from - 6), indicator.deadline],
    actual: actual.filter((point) => point.at >= indicator.from - 6 && point.at <= indicator.deadline),
    expected,
    forecast: forecastOf(indicator, actual, evaluation.forecast),
    target: levelOf(indicator),
  };
}

export function timeOf(month: number): number {
  return (month + 1) / 12 - 1;
}

function actualOf(indicator: Indicator, cells: Cells): readonly ChartPoint[] {
  if (modeOf(indicator) === 'sum') return grownSum(indicator, cells);
  const byTime = new Map<number, ChartPoint>();
  for (const { period, value } of pointsFor(indicator, cells)) {
    const at = timeOf(period.last);
    byTime.set(at, { at, value: value.toNumber(), period: period.code });
  }
  const points = [...byTime.values()].sort((a, b) => a.at - b.at);
  const { baseline } = indicator;
  const isNew = baseline !== undefined && points.every((point) => point.at > baseline.year);
  if (!isNew || modeOf(indicator) === 'average') return points;
  return [{ at: baseline.year, value: baseline.value.toNumber() }, ...points];
}

function grownSum(indicator: Indicator, cells: Cells): readonly ChartPoint[] {
  const parts = yearsOf(indicator).flatMap((year) => coverOf(yearPeriod(year), cells));
  let sum = ZERO;
  const points = parts.flatMap(({ period, cell }): ChartPoint[] => {
    const value = valueOf(cell, indicator.scale);
    if (value === undefined) return [];
    sum = sum.plus(value);
    return [{ at: timeOf(period.last), value: sum.toNumber(), period: period.code }];
  });
  return points.length === 0 ? [] : [{ at: indicator.from - 1, value: 0 }, ...points];
}

function expectedOf(indicator: Indicator, cells: Cells): readonly ChartPoint[] {
  if (levelOf(indicator) === undefined) return [];
  switch (modeOf(indicator)) {
    case 'sum':
      return grownDemand(indicator);
    case 'average':
    case 'each_year':
      return yearsOf(indicator).map((year) => ({ at: year, value: yearDemand(indicator, year).toNumber() }));
    case 'level':
      return levelPath(indicator, cells);
  }
}

function levelPath(indicator: Indicator, cells: Cells): readonly ChartPoint[] {
  const start = startOfPath(indicator, pointsFor(indicator, cells));
  const begin = start === undefined ? [] : [{ at: timeOf(start.month), value: start.value.toNumber() }];
  const years = yearsOf(indicator).flatMap((year): ChartPoint[] => {
    const level = levelAt(indicator, start, endMonth(year));
    const isAhead = begin.every((point) => point.at < year);
    return level === undefined || !isAhead ? [] : [{ at: year, value: level.toNumber() }];
  });
  return [...begin, ...years];
}

function grownDemand(indicator: Indicator): readonly ChartPoint[] {
  let sum = ZERO;
  const years = yearsOf(indicator).map((year) => {
    sum = sum.plus(yearDemand(indicator, year));
    return { at: year, value: sum.toNumber() };
  });
  return [{ at: indicator.from - 1, value: 0 }, ...years];
}

function forecastOf(
  indicator: Indicator,
  actual: readonly ChartPoint[],
  forecast: Decimal | undefined,
): readonly ChartPoint[] {
  const last = actual.at(-1);
  const mode = modeOf(indicator);
  if (forecast === undefined || last === undefined || last.at >= indicator.deadline) return [];
  if (mode === 'average' || mode === 'each_year') return [];
  return [last, { at: indicator.deadline, value: forecast.toNumber() }];
}

function levelOf(indicator: Indicator): Chart['target'] {
  const { target, comparator } = indicator;
  if (target === undefined) return undefined;
  if ('low' in target) return { low: target.low.toNumber(), high: target.high.toNumber() };
  if (comparator === 'about') {
    const { low, high } = limitsOf(indicator);
    return { ...(low && { low: low.at.toNumber() }), ...(high && { high: high.at.toNumber() }) };
  }
  const goal = goalOf(indicator).toNumber();
  return directionOf(indicator) === 'up' ? { low: goal } : { high: goal };
}
