/**
 * Adding up, by parts that merge in any order: what TypeScript merges here, a SQL aggregate can merge as well
 * (sum, count, sum of numerators, sum of denominators), and `finish` makes the figure from either.
 *
 * A missing part is counted, never taken as zero: a sum with a missing part is unknown; a mean or a ratio of those
 * that reported is known but incomplete. A ratio is rebuilt from its parts, never averaged.
 */
import { decimal, ZERO } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import type { Rollup } from './indicator.ts';
import type { Actual } from './vintage.ts';

export type Parts = {
  readonly sum: Decimal;
  /** How many values are in `sum`. */
  readonly count: number;
  readonly numerator: Decimal;
  readonly denominator: Decimal;
  /** How many of them came with numerator and denominator. */
  readonly ratios: number;
  /** How many parts should be there and are not. */
  readonly missing: number;
};

export const NO_PARTS: Parts = { sum: ZERO, count: 0, numerator: ZERO, denominator: ZERO, ratios: 0, missing: 0 };
export const MISSING_PART: Parts = { ...NO_PARTS, missing: 1 };

/** A figure for one unit and one period: reported there, or rolled up. `value` undefined is unknown. */
export type Cell = { readonly parts: Parts; readonly value: Decimal | undefined };

/**
 * What a reported entry amounts to; undefined when it says nothing. A ratio over a denominator of zero has no value of its own:
 * 0 / 0 (nobody concerned) still merges as nothing, anything else over zero is a slip and counts as missing.
 */
export function cellOf({ value, ratio }: Actual, scale: Decimal): Cell | undefined {
  if (ratio === undefined) {
    return value === undefined ? undefined : { parts: { ...NO_PARTS, sum: value, count: 1 }, value };
  }
  const { numerator, denominator } = ratio;
  if (denominator.eq(0)) {
    return numerator.eq(0) ? { parts: { ...NO_PARTS, ratios: 1 }, value: undefined } : undefined;
  }
  const rate = numerator.times(scale).div(denominator);
  return { parts: { sum: rate, count: 1, numerator, denominator, ratios: 1, missing: 0 }, value: rate };
}

export function merge(a: Parts, b: Parts): Parts {
  return {
    sum: a.sum.plus(b.sum),
    count: a.count + b.count,
    numerator: a.numerator.plus(b.numerator),
    denominator: a.denominator.plus(b.denominator),
    ratios: a.ratios + b.ratios,
    missing: a.missing + b.missing,
  };
}

/** The figure of merged parts, or undefined where there is none. `last` and `none` do not add up over units. */
export function finish(parts: Parts, rule: Rollup, scale: Decimal): Decimal | undefined {
  switch (rule) {
    case 'sum':
      return parts.count === 0 || parts.missing > 0 ? undefined : parts.sum;
    case 'mean':
      return parts.count === 0 ? undefined : parts.sum.div(parts.count);
    case 'weighted':
      return parts.ratios === 0 || parts.denominator.eq(0)
        ? undefined
        : parts.numerator.times(scale).div(parts.denominator);
    case 'last':
    case 'none':
      return undefined;
  }
}

/** Children of one unit in one period. A child without the parts that the rule needs is a missing part. */
export function rollUpUnits(children: readonly (Cell | undefined)[], rule: Rollup, scale: Decimal): Cell {
  let { sum, count, numerator, denominator, ratios, missing } = NO_PARTS as { -readonly [K in keyof Parts]: Parts[K] };
  for (const child of children) {
    const parts = child === undefined ? undefined : usable(child.parts, rule);
    if (parts === undefined) {
      missing += 1;
      continue;
    }
    if (rule !== 'weighted') sum = sum.plus(parts.sum);
    else {
      numerator = numerator.plus(parts.numerator);
      denominator = denominator.plus(parts.denominator);
    }
    count += parts.count;
    ratios += parts.ratios;
    missing += parts.missing;
  }
  const parts = { sum, count, numerator, denominator, ratios, missing };
  return { parts, value: finish(parts, rule, scale) };
}

/** Periods of one unit, in order of time. Callers see to it that none is missing where the rule needs all. */
export function rollUpTime(cells: readonly Cell[], rule: Rollup, scale: Decimal): Cell | undefined {
  const last = cells.at(-1);
  if (last === undefined || rule === 'last' || rule === 'none') return last;
  const merged = cells.map((cell) => cell.parts).reduce(merge);
  const missing = Math.max(...cells.map((cell) => cell.parts.missing));
  const width = { count: Math.max(...cells.map((cell) => cell.parts.count)), missing };
  if (rule === 'weighted') {
    if (cells.some((cell) => cell.parts.ratios === 0)) return undefined;
    const parts = { ...merged, ...width };
    return { parts, value: finish(parts, 'weighted', scale) };
  }
  const values = cells.map((cell) => cell.value);
  if (values.includes(undefined)) return undefined;
  const by = decimal(rule === 'mean' ? cells.length : 1);
  const total = values.reduce<Decimal>((a, b) => a.plus(b ?? ZERO), ZERO);
  const parts = { ...merged, ...width, sum: merged.sum.div(by) };
  return { parts, value: rule === 'mean' ? total.div(by) : total };
}

function usable(parts: Parts, rule: Rollup): Parts | undefined {
  const there = rule === 'weighted' ? parts.ratios : parts.count;
  return there === 0 ? undefined : parts;
}
