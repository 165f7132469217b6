/**
 * Standings as pages draw them: words and plain numbers, no decimals of the engine, so that what a loader hands over is
 * small and can be kept.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Field } from '../directive/terms.ts';
import type { Owner } from '../indicators/definition.ts';
import type { Fact } from '../indicators/explanation.ts';
import type { Status } from '../indicators/indicator.ts';
import { modeOf } from '../indicators/indicator.ts';
import { explain, periodText } from '../indicators/text.ts';
import { chartOf } from './chart.ts';
import type { Chart, ChartPoint } from './chart.ts';
import type { VintageLine } from './detail.server.ts';
import { remember } from './remember.server.ts';
import type { Reach } from '../../ui/day.ts';
import { provinceStandings } from './standing.server.ts';
import type { Standing } from './standing.ts';
import { findingOf } from './standing.ts';
import {
  bareTargetText,
  chartDescription,
  findingText,
  fullTargetText,
  indicatorText,
  unitText,
  valueText,
} from './text.ts';

export type IndicatorLine = {
  readonly code: string;
  readonly name: string;
  readonly field: Field;
  readonly position: number;
  readonly wording: string;
  readonly owner: Owner | null;
  readonly deadline: number;
  readonly status: Status;
  /** Undefined where nothing is known. */
  readonly latest: { readonly value: string; readonly period: string } | undefined;
  readonly target: string;
  readonly unit: string;
  readonly spark: Pick<Chart, 'years' | 'actual' | 'expected'>;
};

export async function provinceLines(db: Kysely<DB>, day: Reach): Promise<readonly IndicatorLine[]> {
  const standings = await provinceStandings(db, day);
  const { today, known, through = '' } = day;
  return remember(db, `lines ${known ?? `now ${today}`} ${through}`, async () => standings.map(lineOf));
}

export function lineOf(standing: Standing): IndicatorLine {
  const { definition, indicator, evaluation } = standing;
  const { value, until } = evaluation;
  const { years, actual, expected } = chartOf(standing);
  return {
    code: definition.code,
    name: definition.name,
    field: definition.field,
    position: definition.position,
    wording: definition.wording,
    owner: definition.owner,
    deadline: definition.deadline,
    status: evaluation.status,
    latest: value && until && { value: valueText(value, indicator), period: periodText(until.code) },
    target: bareTargetText(indicator),
    unit: unitText(indicator),
    spark: { years, actual, expected },
  };
}

export type FigureLine = {
  readonly label: string;
  readonly value: string;
  readonly unit?: string;
  readonly note?: string;
};

export type IndicatorView = {
  readonly figures: readonly FigureLine[];
  readonly finding: string;
  readonly description: string;
  readonly chart: Chart;
  readonly targetLabel: string;
  readonly vintages: readonly { readonly label: string; readonly points: readonly ChartPoint[] }[];
  readonly explanation: string;
};

export function viewOf(standing: Standing, facts: readonly Fact[], vintages: readonly VintageLine[]): IndicatorView {
  const { indicator, evaluation } = standing;
  const finding = findingOf(standing);
  return {
    figures: figuresOf(standing),
    finding: findingText(finding, indicator),
    description: chartDescription(finding, indicator),
    chart: chartOf(standing),
    targetLabel: `${indicatorText.target}: ${bareTargetText(indicator)}`,
    vintages: vintages.map(({ day, cells }) => vintageOf(day, chartOf({ indicator, cells, evaluation }))),
    // The clause stands beside the explanation, as a link.
    explanation: explain(
      facts.filter(({ kind }) => kind !== 'clause'),
      indicator.label,
    ),
  };
}

function vintageOf(day: PlainDate, { actual }: Chart) {
  return { label: indicatorText.vintage(day), points: actual };
}

/** Where it is, where it should be, what is still needed, how fast it went, where that leads, and the target. */
function figuresOf(standing: Standing): readonly FigureLine[] {
  const { indicator, evaluation } = standing;
  const { value, expected, needed, pace, forecast, status } = evaluation;
  const mode = modeOf(indicator);
  const unit = unitText(indicator);
  const said = (label: string, figure: typeof value, change = false) =>
    figure && { label, value: change ? signed(valueText(figure, indicator)) : valueText(figure, indicator), unit };
  const isLevel = mode === 'level';
  return [
    said(latestLabel(standing), value),
    said(indicatorText.expected, value && expected),
    said(indicatorText.needed[mode], status === 'achieved' ? undefined : needed, isLevel),
    said(indicatorText.pace[mode], pace, isLevel),
    said(indicatorText.forecast(indicator.deadline), forecast),
    { label: indicatorText.target, value: fullTargetText(indicator), note: indicatorText.due(indicator.deadline) },
  ].filter((figure) => figure !== undefined);
}

function latestLabel({ indicator, evaluation: { until } }: Standing): string {
  const mode = modeOf(indicator);
  if (mode === 'sum' || mode === 'average') return indicatorText.soFar[mode];
  return until ? indicatorText.latest(periodText(until.code)) : indicatorText.latestNone;
}

/** A change says its direction. */
function signed(text: string): string {
  return text.startsWith('-') || text === '0' ? text : `+${text}`;
}
