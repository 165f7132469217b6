/**
 * What one unit owes in one year, in the engine's terms: the indicator's own demand with the target assigned to the unit
 * (or, failing that, pledged by it) for that year. What adds up over a year is judged on what came in so far against the
 * share of the year; a rate is judged by its year; a level runs from the unit's last figure before the year.
 */
import type { Decimal } from '../../kernel/decimal.ts';
import type { Indicator, Range } from './indicator.ts';
import { modeOf } from './indicator.ts';

export type YearGoal = { readonly year: number; readonly target: Decimal | Range };

export function yearIndicator(indicator: Indicator, { year, target }: YearGoal): Indicator {
  return {
    ...indicator,
    target,
    comparator: comparatorFor(indicator, target),
    aggregation: aggregationFor(indicator),
    from: year,
    deadline: year,
    baseline: indicator.baseline && indicator.baseline.year < year ? undefined : indicator.baseline,
    trajectory: [],
  };
}

/** A range where one figure was meant, or the other way round: the assigned target decides. */
function comparatorFor({ comparator }: Indicator, target: Decimal | Range): Indicator['comparator'] {
  if ('low' in target) return 'range';
  return comparator === 'range' || comparator === 'about' ? 'reach' : comparator;
}

function aggregationFor(indicator: Indicator): Indicator['aggregation'] {
  switch (modeOf(indicator)) {
    case 'sum':
      return 'sum';
    case 'average':
    case 'each_year':
      return 'each_year';
    case 'level':
      return indicator.timeRollup === 'sum' ? 'sum' : 'end_of_year';
  }
}
