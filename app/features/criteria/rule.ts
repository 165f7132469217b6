/**
 * How points follow from data: a small closed list of named rules over a small closed list of measures. Thresholds are decimals as text, points integers in
 * hundredths. Everything is compared by multiplying, never by a rounded share; points are rounded once, half up, to a hundredth.
 */
import type { Decimal } from '../../kernel/decimal.ts';
import { decimal } from '../../kernel/decimal.ts';

/** What can be measured. A share is a part of a whole; a count stands for itself; an indicator's share and that of the years' results may pass 1. */
export const measureNames = [
  'pledges_attained',
  'reports_on_time',
  'plan_issued',
  'pledges_registered',
  'initiatives_recognised',
  'initiatives_adopted',
  'findings_closed',
  'indicator',
  'years_results',
] as const;
export type MeasureName = (typeof measureNames)[number];

export const measureUnits: Readonly<Record<MeasureName, 'share' | 'count'>> = {
  pledges_attained: 'share',
  reports_on_time: 'share',
  plan_issued: 'count',
  pledges_registered: 'count',
  initiatives_recognised: 'count',
  initiatives_adopted: 'count',
  findings_closed: 'share',
  indicator: 'share',
  years_results: 'share',
};

/** `indicator` names which one. */
export type Measure = { readonly name: MeasureName; readonly indicator: string | null };

export const ruleNames = ['proportion', 'steps', 'each'] as const;
export type RuleName = (typeof ruleNames)[number];

export type Step = { readonly atLeast: string; readonly points: number };
export type Rule =
  /** Nothing up to `from`, the maximum from `full` on, in proportion between. */
  | { readonly name: 'proportion'; readonly measure: Measure; readonly from: string; readonly full: string }
  /** The points of the highest step reached; below the lowest none. */
  | { readonly name: 'steps'; readonly measure: Measure; readonly steps: readonly Step[] }
  /** So many points for each one counted, up to the maximum. */
  | { readonly name: 'each'; readonly measure: Measure; readonly points: number };

/** `whole` above zero; of a count it is 1. */
export type Quantity = { readonly part: Decimal; readonly whole: Decimal };

/** Points in hundredths, from 0 to `max`. */
export function pointsBy(rule: Rule, max: number, { part, whole }: Quantity): number {
  switch (rule.name) {
    case 'proportion': {
      const from = laidDown(rule.from);
      const above = part.minus(from.times(whole)).times(max);
      const span = laidDown(rule.full).minus(from).times(whole);
      return capped(halfUp(above, span), max);
    }
    case 'steps': {
      const reached = rule.steps.filter(({ atLeast }) => part.gte(laidDown(atLeast).times(whole)));
      return capped(Math.max(0, ...reached.map(({ points }) => points)), max);
    }
    case 'each':
      return capped(halfUp(part.times(rule.points), whole), max);
  }
}

/** Thresholds are few, and met with every unit. */
function laidDown(text: string): Decimal {
  const known = thresholds.get(text) ?? decimal(text);
  if (thresholds.size < 1000) thresholds.set(text, known);
  return known;
}

const thresholds = new Map<string, Decimal>();

const capped = (points: number, max: number) => Math.min(max, Math.max(0, points));

/** The quotient as a whole number, half up; exact however long the decimals are. `below` above zero. */
export function halfUp(above: Decimal, below: Decimal): number {
  const places = Math.max(decimalsOf(above), decimalsOf(below));
  const [n, d] = [wholeOf(above, places), wholeOf(below, places)];
  return Number(floorOf(2n * n + d, 2n * d));
}

const decimalsOf = (value: Decimal) => Math.max(0, value.c.length - 1 - value.e);

/** So many times ten, which leaves no decimals. */
function wholeOf({ s, e, c }: Decimal, places: number): bigint {
  const digits = c.join('') + '0'.repeat(places + e + 1 - c.length);
  return BigInt(s) * BigInt(digits);
}

/** Towards minus infinity, `d` above zero. */
export function floorOf(n: bigint, d: bigint): bigint {
  return n >= 0n || n % d === 0n ? n / d : n / d - 1n;
}
