/** What the directive says of one indicator and what the province decided about it, as read; and how the engine is told. */
import { expectOk } from '../../kernel/result.ts';
import type { PeriodKind } from '../../kernel/period.ts';
import type { Field } from '../directive/terms.ts';
import type { Aggregation, Band, Comparator, Direction, Indicator, Rollup } from './indicator.ts';
import { readSheet } from './read-sheet.ts';
import type { SheetInput } from './sheet.ts';

export type TrajectoryPoint = { readonly year: number; readonly value: string; readonly basis: string };
export type Owner = { readonly id: string; readonly code: string; readonly name: string };

/** Figures are plain decimals as text, unrounded. */
export type Definition = {
  readonly code: string;
  readonly position: number;
  readonly field: Field;
  readonly name: string;
  readonly clause: string;
  readonly wording: string;
  readonly unitOfMeasure: string;
  readonly decimals: number;
  readonly comparator: Comparator;
  readonly target: string | null;
  readonly targetLow: string | null;
  readonly targetHigh: string | null;
  readonly tolerance: string | null;
  readonly toleranceIsDefault: boolean;
  readonly aggregation: Aggregation;
  readonly timeRollup: Rollup | null;
  readonly direction: Direction;
  readonly band: Band;
  readonly rollup: Rollup;
  readonly rollupWhy: string;
  readonly from: number;
  readonly deadline: number;
  readonly rangeMin: string | null;
  readonly rangeMax: string | null;
  readonly scale: string;
  readonly baseline: string | null;
  readonly baselineYear: number | null;
  readonly baselineSource: string | null;
  readonly atRiskMargin: string | null;
  readonly reporting: PeriodKind;
  readonly evidenceRequired: boolean;
  readonly evidenceRequiredIsDefault: boolean;
  readonly owner: Owner | null;
  readonly version: number;
  readonly trajectory: readonly TrajectoryPoint[];
};

export type SheetIndicator = SheetInput['indicator'];

/** The `indicator` of a calculation sheet. `margin` is what an administrator set for all; without it the engine's default holds. */
export function sheetIndicatorOf(definition: Definition, margin?: string): SheetIndicator {
  const { unitOfMeasure, timeRollup, atRiskMargin, rangeMin, rangeMax } = definition;
  const atRisk = atRiskMargin ?? margin;
  return {
    code: definition.code,
    name: definition.name,
    clause: definition.clause,
    unitOfMeasure,
    decimals: definition.decimals,
    comparator: definition.comparator,
    aggregation: definition.aggregation,
    target: targetOf(definition),
    ...(definition.tolerance !== null && { tolerance: amountOf(definition.tolerance) }),
    from: definition.from,
    deadline: definition.deadline,
    direction: definition.direction,
    band: definition.band,
    rollup: definition.rollup,
    ...(timeRollup !== null && { timeRollup }),
    baseline: baselineOf(definition),
    trajectory: definition.trajectory.map(({ year, value }) => ({ year, value: amountOf(value) })),
    ...(atRisk !== undefined && { atRiskMargin: amountOf(atRisk) }),
    scale: amountOf(definition.scale),
    valueRange: { min: rangeMin && amountOf(rangeMin), max: rangeMax && amountOf(rangeMax) },
  };
}

/** As the engine works on it: read through the sheet, so that screen and sheet cannot differ. */
export function indicatorOf(written: SheetIndicator): Indicator {
  const sheet = { indicator: written, values: [], unit: 'x', asOf: '2000-01-01' };
  return expectOk(readSheet(sheet)).indicator;
}

function targetOf({ target, targetLow, targetHigh }: Definition): SheetIndicator['target'] {
  if (targetLow !== null && targetHigh !== null) return { low: amountOf(targetLow), high: amountOf(targetHigh) };
  return target === null ? null : amountOf(target);
}

function baselineOf({ baseline, baselineYear }: Definition): SheetIndicator['baseline'] {
  if (baseline === null) return null;
  return baselineYear === null ? amountOf(baseline) : { year: baselineYear, value: amountOf(baseline) };
}

/** A JSON number where it holds the figure exactly, else its digits in quotes. */
export function amountOf(text: string): number | string {
  const plain = text.includes('.') ? text.replace(/0+$/, '').replace(/\.$/, '') : text;
  return String(Number(plain)) === plain ? Number(plain) : plain;
}
