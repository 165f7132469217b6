/**
 * Where indicators stand on a day: the engine's answer for one unit's figures, and what can be said of many answers
 * together. Pure.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import type { Definition, SheetIndicator } from '../indicators/definition.ts';
import { evaluateCells } from '../indicators/evaluate.ts';
import type { Evaluation } from '../indicators/evaluate.ts';
import { goalOf, meets } from '../indicators/goal.ts';
import type { Indicator, Status } from '../indicators/indicator.ts';
import type { Cells } from '../indicators/series.ts';
import { cellsThrough } from '../indicators/series.ts';

export type Standing = {
  readonly definition: Definition;
  readonly written: SheetIndicator;
  readonly indicator: Indicator;
  readonly cells: Cells;
  readonly evaluation: Evaluation;
};

export const NO_CELLS: Cells = new Map();

export function standingOf(made: Omit<Standing, 'evaluation'>, asOf: PlainDate): Standing {
  return { ...made, evaluation: evaluateCells(made.indicator, made.cells, asOf) };
}

/** Seen from a reporting round: figures of periods that end by its last day, judged as of that day. */
export function standingThrough(standing: Standing, through: PlainDate, asOf: PlainDate): Standing {
  return standingOf({ ...standing, cells: cellsThrough(standing.cells, through) }, asOf);
}

export function countStatuses(all: readonly { readonly status: Status }[]): Readonly<Record<Status, number>> {
  const counts: Record<Status, number> = { achieved: 0, on_track: 0, at_risk: 0, off_track: 0, no_data: 0 };
  for (const { status } of all) counts[status] += 1;
  return counts;
}

const lowestFirst: readonly Status[] = ['off_track', 'at_risk', 'on_track', 'achieved'];

/** A unit stands where its weakest indicator stands; one without figures says nothing unless all are without. */
export function lowestOf(statuses: readonly Status[]): Status {
  return lowestFirst.find((status) => statuses.includes(status)) ?? 'no_data';
}

/** Worst first, for sorting: what needs somebody stands on top. */
export function urgencyOf(status: Status): number {
  return [...lowestFirst, 'no_data' as const].indexOf(status);
}

/** What a chart's title states; words are in text.ts. */
export type Finding =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'achieved'; readonly value: Decimal }
  | { readonly kind: 'heading'; readonly forecast: Decimal; readonly short: Decimal | undefined; readonly year: number }
  | { readonly kind: 'so_far'; readonly value: Decimal; readonly until: string };

export function findingOf({ indicator, evaluation }: Pick<Standing, 'indicator' | 'evaluation'>): Finding {
  const { status, value, forecast, until } = evaluation;
  if (value === undefined || until === undefined) return { kind: 'nothing' };
  if (status === 'achieved') return { kind: 'achieved', value };
  if (forecast === undefined) return { kind: 'so_far', value, until: until.code };
  const short = meets(indicator, forecast) ? undefined : goalOf(indicator).minus(forecast).abs();
  return { kind: 'heading', forecast, short, year: indicator.deadline };
}
