/**
 * Where an indicator stands on a date, and why. The one calculation: screens, API, jobs and `./thidua evaluate` use it.
 *
 * known on the date (vintage) → rolled up over units and time (series) → judged by the way the target counts → facts.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { ZERO } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import { yearPeriod } from '../../kernel/period.ts';
import type { Period } from '../../kernel/period.ts';
import { modeOf } from './indicator.ts';
import type { Indicator } from './indicator.ts';
import { judgeAverage, judgeEachYear, judgeSum } from './judge-years.ts';
import type { Amount } from './judge-years.ts';
import { judgeLevel } from './judge-level.ts';
import type { Judgement } from './judgement.ts';
import { yearsOf } from './path.ts';
import type { Sheet } from './read-sheet.ts';
import { valueOf } from './rollup.ts';
import {
  addsUp,
  countReports,
  coverOf,
  latestIn,
  latestOf,
  pointsInTerm,
  pointsOf,
  rollUp,
  yearSoFar,
} from './series.ts';
import type { Cells, Point } from './series.ts';
import { sourceFacts } from './sources.ts';
import { tell } from './telling.ts';
import { knownOn } from './vintage.ts';

/** A judgement whose facts are complete and in order of telling; `until` is the last period that went into it. */
export type Evaluation = Judgement & { readonly until: Period | undefined };

export function evaluateSheet({ indicator, tree, lives, actuals, unit, asOf }: Sheet): Evaluation {
  const vintage = knownOn(actuals, asOf);
  const rolled = rollUp(vintage.current, tree, unit, indicator, lives);
  const bare = evaluateCells(indicator, rolled.cells, asOf);
  const sources = sourceFacts(indicator, rolled, { unit, vintage, lives, until: bare.until });
  return { ...bare, facts: [...bare.facts, ...sources] };
}

/** From figures already rolled up to one unit, by period code: what SQL aggregates feed through `cellFromParts`. */
export function evaluateCells(indicator: Indicator, cells: Cells, asOf: PlainDate): Evaluation {
  const points = pointsFor(indicator, cells);
  const judged = capForecast(indicator, judge(indicator, cells, points, asOf));
  const until = untilOf(indicator, cells, points);
  return { ...judged, until, facts: tell(indicator, judged, points, until) };
}

/** The figure alone, for whoever asks for many and for no judgement: the `value` of `evaluateCells`. */
export function figureOf(indicator: Indicator, cells: Cells, asOf: PlainDate): Decimal | undefined {
  switch (modeOf(indicator)) {
    case 'level':
    case 'each_year':
      return (
        addsUp(indicator.timeRollup) ? latestIn(indicator, pointsFor(indicator, cells)) : latestOf(indicator, cells)
      )?.value;
    case 'sum':
      return sumOf(amountsOf(indicator, cells));
    case 'average':
      return judge(indicator, cells, pointsFor(indicator, cells), asOf).value;
  }
}

function sumOf(amounts: readonly Amount[]): Decimal | undefined {
  return amounts.length === 0 ? undefined : amounts.reduce((all, { value }) => all.plus(value), ZERO);
}

function judge(indicator: Indicator, cells: Cells, points: readonly Point[], asOf: PlainDate): Judgement {
  switch (modeOf(indicator)) {
    case 'level':
      return judgeLevel(indicator, points, asOf);
    case 'average':
      return judgeAverage(indicator, points, asOf);
    case 'sum':
      return judgeSum(
        indicator,
        { amounts: amountsOf(indicator, cells), reports: countReports(indicator, cells) },
        points,
        asOf,
      );
    case 'each_year':
      return judgeEachYear(indicator, points, asOf);
  }
}

/**
 * A quantity that adds up over time has a figure only when its year is whole. A mean or ratio has one for the year so far;
 * a level has one at the end of every period.
 */
export function pointsFor(indicator: Indicator, cells: Cells): readonly Point[] {
  const { timeRollup, scale } = indicator;
  const points = pointsOf(cells, scale);
  if (!addsUp(timeRollup)) return points;
  const years = points.filter((point) => point.period.kind === 'year');
  if (timeRollup === 'sum') return years;
  const open = [...new Set(points.map((point) => point.period.year))].filter(
    (year) => !years.some((point) => point.period.year === year),
  );
  const soFar = open.flatMap((year) => yearSoFar(indicator, cells, year) ?? []);
  return [...years, ...soFar].sort((a, b) => a.period.last - b.period.last);
}

function amountsOf(indicator: Indicator, cells: Cells) {
  return yearsOf(indicator).flatMap((year) =>
    coverOf(yearPeriod(year), cells).flatMap(({ period, cell }) => {
      const value = valueOf(cell, indicator.scale);
      return value === undefined ? [] : [{ period, value }];
    }),
  );
}

function untilOf(indicator: Indicator, cells: Cells, points: readonly Point[]): Period | undefined {
  const inTerm = pointsInTerm(indicator, points);
  switch (modeOf(indicator)) {
    case 'sum':
      return amountsOf(indicator, cells).at(-1)?.period;
    case 'average':
      return inTerm.findLast((point) => point.complete && point.period.kind === 'year')?.period;
    case 'level':
    case 'each_year':
      return latestIn(indicator, points)?.period;
  }
}

function capForecast(indicator: Indicator, judged: Judgement): Judgement {
  const { min, max } = indicator.valueRange;
  const { forecast } = judged;
  const at =
    forecast === undefined
      ? undefined
      : max !== undefined && forecast.gt(max)
        ? max
        : min !== undefined && forecast.lt(min)
          ? min
          : undefined;
  return at === undefined
    ? judged
    : { ...judged, forecast: at, facts: [...judged.facts, { kind: 'forecast_capped', at }] };
}
