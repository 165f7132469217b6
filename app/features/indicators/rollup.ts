/**
 * Adding up, by parts that merge in any order: what TypeScript merges here, a SQL aggregate can merge as well
 * (sum, count, sum of numerators, sum of denominators), and `finish` makes the figure from either.
 *
 * A missing part is counted, never taken as zero: a sum with a missing part is unknown; a mean or a ratio of those
 * that reported is known but incomplete. A ratio is rebuilt from its parts, never averaged.
 */
import { ZERO } from '../../kernel/decimal.ts';
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

/** A figure for one unit and one period: reported there, or rolled up by `rule`. Read it with `valueOf`. */
export type Cell = { readonly parts: Parts; readonly rule: Rollup };

/**
 * What a reported entry amounts to; undefined when it says nothing. A ratio over a denominator of zero has no value of its own:
 * 0 / 0 (nobody concerned) still merges as nothing, anything else over zero is a slip and counts as missing.
 */
export function cellOf({ value, ratio }: Actual, rollup: Rollup, scale: Decimal): Cell | undefined {
  if (ratio === undefined) {
    return value === undefined ? undefined : { parts: { ...NO_PARTS, sum: value, count: 1 }, rule: 'sum' };
  }
  const { numerator, denominator } = ratio;
  if (denominator.eq(0) && !numerator.eq(0)) return undefined;
  if (rollup === 'weighted' || denominator.eq(0)) {
    return { parts: { ...NO_PARTS, numerator, denominator, ratios: 1 }, rule: 'weighted' };
  }
  const rate = value ?? numerator.times(scale).div(denominator);
  return { parts: { ...NO_PARTS, sum: rate, count: 1, numerator, denominator, ratios: 1 }, rule: 'sum' };
}

/** From parts that SQL aggregated over the children of one unit, for `evaluateCells`. */
export function cellFromParts(parts: Parts, rollup: Rollup): Cell {
  return { parts, rule: rollup };
}

/** Undefined is unknown. Divisions are done here, when somebody asks. */
export function valueOf({ parts, rule }: Cell, scale: Decimal): Decimal | undefined {
  return finish(parts, rule, scale);
}

export function isKnown({ parts, rule }: Cell): boolean {
  switch (rule) {
    case 'sum':
      return parts.count > 0 && parts.missing === 0;
    case 'mean':
      return parts.count > 0;
    case 'weighted':
      return parts.ratios > 0 && !parts.denominator.eq(0);
    case 'last':
    case 'none':
      return false;
  }
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
export function rollUpUnits(children: readonly (Cell | undefined)[], rule: Rollup): Cell {
  const parts = add(
    children.map((child) => child?.parts ?? NO_PARTS),
    rule,
  );
  const missing = children.filter((child) => !hasPart(child, rule)).length;
  return { parts: { ...parts, missing: parts.missing + missing }, rule };
}

/**
 * Periods of one unit, in order of time; a ratio is rebuilt whatever the rule, never averaged.
 * Callers see to it that none is missing where the rule needs all.
 */
export function rollUpTime(given: readonly Cell[], timeRule: Rollup): Cell | undefined {
  const last = given.at(-1);
  if (last === undefined || timeRule === 'last' || timeRule === 'none') return last;
  const rule = last.rule === 'weighted' ? 'weighted' : timeRule;
  if (given.some((cell) => !hasPart(cell, rule))) return undefined;
  const alike = given.every((cell) => cell.rule === last.rule && cell.parts.count === last.parts.count);
  const all = (alike ? given : given.map(asOneValue)).map((cell) => cell.parts);
  const { sum, numerator, denominator } = add(all, rule);
  const most = (key: 'count' | 'ratios' | 'missing') => Math.max(...all.map((parts) => parts[key]));
  const parts = { numerator, denominator, count: most('count'), ratios: most('ratios'), missing: most('missing') };
  if (rule === 'weighted') return { parts: { ...parts, sum }, rule };
  return { parts: { ...parts, sum: rule === 'mean' ? sum.div(all.length) : sum }, rule: alike ? last.rule : 'sum' };
}

/** A mean over several units as the one value that it is, so that it can meet a value reported whole. */
function asOneValue(cell: Cell): Cell {
  if (cell.rule !== 'mean' || cell.parts.count === 0) return cell;
  return { parts: { ...cell.parts, sum: cell.parts.sum.div(cell.parts.count), count: 1 }, rule: 'sum' };
}

/** Adds only what the rule will look at: sums, or numerators and denominators. */
function add(all: readonly Parts[], rule: Rollup): Parts {
  let { sum, count, numerator, denominator, ratios, missing } = NO_PARTS as { -readonly [K in keyof Parts]: Parts[K] };
  for (const parts of all) {
    if (rule !== 'weighted') sum = sum.plus(parts.sum);
    else if (parts.ratios > 0) {
      numerator = numerator.plus(parts.numerator);
      denominator = denominator.plus(parts.denominator);
    }
    count += parts.count;
    ratios += parts.ratios;
    missing += parts.missing;
  }
  return { sum, count, numerator, denominator, ratios, missing };
}

function hasPart(cell: Cell | undefined, rule: Rollup): boolean {
  if (cell === undefined) return false;
  return rule === 'weighted' ? cell.parts.ratios > 0 : cell.parts.count > 0;
}
