/**
 * A reported value (kết quả thực hiện): one figure of one unit for one indicator and one period. It is appended, never
 * overwritten (domain.md, "Facts are never overwritten"): a correction is a new one that supersedes with a reason.
 *
 * Figures are exact decimals in plain notation ('1234.5'), dates are plain dates, instants are Date.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { PeriodKind } from '../../kernel/period.ts';

export const stages = ['entered', 'submitted', 'verified', 'returned', 'withdrawn'] as const;
export type Stage = (typeof stages)[number];

export type Key = { readonly indicatorCode: string; readonly unitId: string; readonly period: string };

/** A share or rate comes with its parts, and its value is rebuilt from them; anything else is the value alone. */
export type Figure = {
  readonly value: string;
  readonly numerator: string | null;
  readonly denominator: string | null;
};

export type Content = Figure & {
  readonly asOfDate: PlainDate;
  readonly source: string | null;
  readonly note: string | null;
};

/** What an indicator says about its figures. */
export type FigureRule = {
  readonly code: string;
  readonly name: string;
  readonly unitOfMeasure: string;
  readonly decimals: number;
  readonly min: string | null;
  readonly max: string | null;
  readonly numeratorName: string | null;
  readonly denominatorName: string | null;
  /** A ratio is numerator ÷ denominator × scale. */
  readonly scale: string;
  readonly reporting: PeriodKind;
  readonly evidenceRequired: boolean;
};

export function hasParts(rule: FigureRule): boolean {
  return rule.numeratorName !== null && rule.denominatorName !== null;
}

export function isStage(text: string): text is Stage {
  return stages.some((stage) => stage === text);
}
