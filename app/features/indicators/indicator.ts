/**
 * What an indicator demands, as its wording says it (domain: "Indicator semantics"), and nothing about any value.
 *
 * Pure data: the screens, the API, the command line and the calculation sheet all build this one shape.
 */
import type { Decimal } from '../../kernel/decimal.ts';
import type { Aggregation, Band, Comparator, Direction, Rollup } from '../directive/terms.ts';

export type { Aggregation, Band, Comparator, Direction, Rollup };

export const STATUSES = ['achieved', 'on_track', 'at_risk', 'off_track', 'no_data'] as const;
export type Status = (typeof STATUSES)[number];

export type Range = { readonly low: Decimal; readonly high: Decimal };
export type YearValue = { readonly year: number; readonly value: Decimal };

export type Indicator = {
  readonly comparator: Comparator;
  readonly aggregation: Aggregation;
  /** Nothing for a milestone that is only reached or not. */
  readonly target: Decimal | Range | undefined;
  /** In the indicator's own unit of measure; undefined means the default applies. */
  readonly tolerance: Decimal | undefined;
  readonly from: number;
  readonly deadline: number;
  readonly direction: Direction;
  readonly band: Band;
  /** How values add up over units, */
  readonly rollup: Rollup;
  /** and over time: the same rule unless the sheet says otherwise, as for a stock counted at the end of each period. */
  readonly timeRollup: Rollup;
  /** Value at the end of a year before the period; undefined is unknown, never zero. */
  readonly baseline: YearValue | undefined;
  /** What each year must show: a level, or for a sum the amount of that year. Empty when none was given. */
  readonly trajectory: readonly YearValue[];
  /** How far behind the expected path is still "at risk", as a share; undefined means the default applies. */
  readonly atRiskMargin: Decimal | undefined;
  /** A ratio is numerator / denominator × scale. */
  readonly scale: Decimal;
  /** Values a measured figure can have, for example 0–100: a forecast is not drawn past them. */
  readonly valueRange: { readonly min: Decimal | undefined; readonly max: Decimal | undefined };
  readonly label: IndicatorLabel;
};

/** Only for saying it: takes no part in any sum. */
export type IndicatorLabel = {
  readonly code: string | undefined;
  readonly name: string | undefined;
  readonly clause: string | undefined;
  readonly unitOfMeasure: string | undefined;
  readonly decimals: number | undefined;
};

/** How a target counts over time. "Duy trì" is held every year, however the sheet names its aggregation. */
export type Mode = 'level' | 'average' | 'sum' | 'each_year';

export function modeOf({ aggregation, comparator }: Pick<Indicator, 'aggregation' | 'comparator'>): Mode {
  if (aggregation === 'average' || aggregation === 'sum' || aggregation === 'each_year') return aggregation;
  return comparator === 'maintain' ? 'each_year' : 'level';
}
