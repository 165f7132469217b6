/**
 * When a value meets the target: "trên" strictly above, "từ … trở lên", "tối thiểu" at least, "đạt" reached,
 * "khoảng" about, "dưới" strictly below, "duy trì" held, a range.
 *
 * "Khoảng" and a range bind at the end that has to be reached: whoever strives for about 20 % and gets 23 % has not
 * failed. `band: 'both_ends'` makes the far end bind too, where the clause means it.
 */
import { decimal } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import type { Direction, Indicator, Range } from './indicator.ts';

/** Of the target, when the indicator states no tolerance for "khoảng". Labelled as a default wherever it is used. */
export const DEFAULT_TOLERANCE_SHARE = decimal('0.05');

export type Limit = { readonly at: Decimal; readonly strict: boolean };
export type Limits = { readonly low: Limit | undefined; readonly high: Limit | undefined };

/** "Trên" always points up and "dưới" always down; for the other comparators the indicator says. */
export function directionOf(indicator: Indicator): Direction {
  switch (indicator.comparator) {
    case 'gt':
    case 'gte':
      return 'up';
    case 'lt':
    case 'lte':
      return 'down';
    case 'reach':
    case 'about':
    case 'range':
    case 'maintain':
    case 'milestone':
      return indicator.direction;
  }
}

/** Where the path leads: the target, or the end of a range that has to be reached. A bare milestone leads to 1. */
export function goalOf(indicator: Indicator): Decimal {
  const { low, high } = rangeOf(indicator);
  return directionOf(indicator) === 'up' ? low : high;
}

export function toleranceOf(indicator: Indicator): { readonly amount: Decimal; readonly isDefault: boolean } {
  const { comparator, tolerance } = indicator;
  if (comparator !== 'about' && comparator !== 'maintain') return { amount: decimal(0), isDefault: false };
  if (tolerance !== undefined) return { amount: tolerance, isDefault: false };
  if (comparator === 'maintain') return { amount: decimal(0), isDefault: false };
  return { amount: goalOf(indicator).abs().times(DEFAULT_TOLERANCE_SHARE), isDefault: true };
}

export function limitsOf(indicator: Indicator): Limits {
  const { comparator } = indicator;
  const { low, high } = rangeOf(indicator);
  const { amount } = toleranceOf(indicator);
  const strict = comparator === 'gt' || comparator === 'lt';
  const floor = { at: low.minus(amount), strict };
  const ceiling = { at: high.plus(amount), strict };
  if (indicator.band === 'both_ends' && (comparator === 'about' || comparator === 'range')) {
    return { low: floor, high: ceiling };
  }
  return directionOf(indicator) === 'up' ? { low: floor, high: undefined } : { low: undefined, high: ceiling };
}

export function meets(indicator: Indicator, value: Decimal): boolean {
  const { low, high } = limitsOf(indicator);
  if (low !== undefined && (low.strict ? value.lte(low.at) : value.lt(low.at))) return false;
  return high === undefined || (high.strict ? value.lt(high.at) : value.lte(high.at));
}

/** Past the end that does not have to be reached: only possible where both ends bind. */
export function overshoots(indicator: Indicator, value: Decimal): boolean {
  const { low, high } = limitsOf(indicator);
  if (low === undefined || high === undefined) return false;
  return directionOf(indicator) === 'up' ? value.gt(high.at) : value.lt(low.at);
}

/** The same demand with another figure: what one year of a given trajectory asks. */
export function withTarget(indicator: Indicator, target: Decimal): Indicator {
  return { ...indicator, target };
}

function rangeOf(indicator: Indicator): Range {
  const { target } = indicator;
  if (target === undefined) return { low: decimal(1), high: decimal(1) };
  return 'low' in target ? target : { low: target, high: target };
}
