/**
 * What a person typed, made into a figure or into what is wrong with it: numbers written the Vietnamese way, the range
 * and the parts of the indicator, a period that has begun and that the indicator is reported by. Zero is a figure;
 * nothing typed is none. A jump against the last figure is remarked, never refused: it may be the news.
 */
import { readPlainDate } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { decimal, parseVietnamese } from '../../kernel/decimal.ts';
import type { Decimal, NumberRefusal } from '../../kernel/decimal.ts';
import { endOf, monthsIn, parsePeriod, startOf } from '../../kernel/period.ts';
import type { Period, PeriodKind } from '../../kernel/period.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import type { Content, Figure, FigureRule } from './actual.ts';
import { hasParts } from './actual.ts';

export type FigureField = 'value' | 'numerator' | 'denominator' | 'asOfDate' | 'period' | 'source' | 'note';
export type TypedFigure = Readonly<Partial<Record<FigureField, string>>>;

export type FigureProblem =
  | NumberRefusal
  | { readonly kind: 'above'; readonly value: string; readonly min: string | null; readonly max: string }
  | { readonly kind: 'below'; readonly value: string; readonly min: string; readonly max: string | null }
  | { readonly kind: 'too_many_decimals'; readonly value: string; readonly decimals: number }
  | { readonly kind: 'denominator_not_positive' }
  | { readonly kind: 'numerator_above_denominator'; readonly numerator: string; readonly denominator: string }
  | { readonly kind: 'date_missing' }
  | { readonly kind: 'date_impossible'; readonly text: string }
  | { readonly kind: 'date_in_future'; readonly date: PlainDate; readonly today: PlainDate }
  | { readonly kind: 'date_before_period'; readonly date: PlainDate; readonly start: PlainDate }
  | { readonly kind: 'period_unreadable'; readonly text: string }
  | { readonly kind: 'period_not_begun'; readonly start: PlainDate }
  | { readonly kind: 'period_too_fine'; readonly reporting: PeriodKind }
  | { readonly kind: 'unit_not_there'; readonly from: PlainDate | null; readonly until: PlainDate | null }
  | { readonly kind: 'too_long'; readonly limit: number };

export type FieldProblem = { readonly field: FigureField; readonly problem: FigureProblem };
export type FigureRefusal = { readonly kind: 'figure_wrong'; readonly problems: readonly FieldProblem[] };

export type Around = {
  readonly rule: FigureRule;
  readonly today: PlainDate;
  readonly unitFrom: PlainDate | null;
  readonly unitUntil: PlainDate | null;
};

export type ReadFigure = { readonly content: Content; readonly period: Period };

const textLimit = 2000;

export function readFigure(typed: TypedFigure, around: Around): Result<ReadFigure, FigureRefusal> {
  const problems: FieldProblem[] = [];
  const note = (field: FigureField, problem: FigureProblem | false | undefined) =>
    problem && problems.push({ field, problem });
  const period = parsePeriod(typed.period?.trim() ?? '');
  const wrongPeriod = period
    ? periodProblem(period, around)
    : { kind: 'period_unreadable' as const, text: typed.period ?? '' };
  note('period', wrongPeriod);
  const figure = readNumbers(typed, around.rule);
  if (!figure.ok) problems.push(...figure.refusal.problems);
  const date = readPlainDate(typed.asOfDate ?? '');
  note(
    'asOfDate',
    date === undefined ? dateProblem(typed.asOfDate) : period && !wrongPeriod && outsideDate(date, period, around),
  );
  for (const field of ['source', 'note'] as const) {
    if ((typed[field] ?? '').length > textLimit) note(field, { kind: 'too_long', limit: textLimit });
  }
  if (problems.length > 0 || !period || !figure.ok || date === undefined)
    return refuse({ kind: 'figure_wrong', problems });
  const words = { source: wordsOf(typed.source), note: wordsOf(typed.note) };
  return ok({ period, content: { ...figure.value, asOfDate: date, ...words } });
}

/** The numbers alone: what a cell of a sheet and a field of a form share. */
export function readNumbers(typed: TypedFigure, rule: FigureRule): Result<Figure, FigureRefusal> {
  return hasParts(rule) && (given(typed.numerator) || given(typed.denominator) || !given(typed.value))
    ? readParts(typed, rule)
    : readValue(typed.value ?? '', rule);
}

function readValue(text: string, rule: FigureRule): Result<Figure, FigureRefusal> {
  const read = parseVietnamese(text);
  if (!read.ok) return wrong('value', read.refusal);
  const problem = rangeProblem(read.value, rule) ?? decimalsProblem(read.value, rule);
  if (problem) return wrong('value', problem);
  return ok({ value: plain(read.value), numerator: null, denominator: null });
}

function readParts(typed: TypedFigure, rule: FigureRule): Result<Figure, FigureRefusal> {
  const numerator = parseVietnamese(typed.numerator ?? '');
  const denominator = parseVietnamese(typed.denominator ?? '');
  const problems: FieldProblem[] = [];
  if (!numerator.ok) problems.push({ field: 'numerator', problem: numerator.refusal });
  if (!denominator.ok) problems.push({ field: 'denominator', problem: denominator.refusal });
  if (!numerator.ok || !denominator.ok) return refuse({ kind: 'figure_wrong', problems });
  if (denominator.value.lte(0)) return wrong('denominator', { kind: 'denominator_not_positive' });
  const facts = { numerator: plain(numerator.value), denominator: plain(denominator.value) };
  if (isShare(rule) && numerator.value.gt(denominator.value))
    return wrong('numerator', { kind: 'numerator_above_denominator', ...facts });
  const value = ratioOf(numerator.value, denominator.value, rule);
  const problem = rangeProblem(value, rule);
  return problem ? wrong('numerator', problem) : ok({ value: plain(value), ...facts });
}

/** Rebuilt from its parts with six places more than it is shown with. */
export function ratioOf(
  numerator: Decimal,
  denominator: Decimal,
  rule: Pick<FigureRule, 'scale' | 'decimals'>,
): Decimal {
  return numerator
    .times(rule.scale)
    .div(denominator)
    .round(rule.decimals + 6);
}

/** A part of a whole: no more than all of it. */
function isShare(rule: FigureRule): boolean {
  return rule.max !== null && decimal(rule.max).eq(rule.scale);
}

function rangeProblem(value: Decimal, { min, max }: FigureRule): FigureProblem | undefined {
  if (max !== null && value.gt(max)) return { kind: 'above', value: plain(value), min, max };
  if (min !== null && value.lt(min)) return { kind: 'below', value: plain(value), min, max };
  return undefined;
}

function decimalsProblem(value: Decimal, { decimals }: FigureRule): FigureProblem | undefined {
  return value.eq(value.round(decimals)) ? undefined : { kind: 'too_many_decimals', value: plain(value), decimals };
}

function periodProblem(period: Period, { rule, today, unitFrom, unitUntil }: Around): FigureProblem | undefined {
  const start = startOf(period);
  if (start > today) return { kind: 'period_not_begun', start };
  if (isTooFine(period, rule.reporting)) return { kind: 'period_too_fine', reporting: rule.reporting };
  const gone = (unitUntil !== null && unitUntil <= start) || (unitFrom !== null && unitFrom > endOf(period));
  return gone ? { kind: 'unit_not_there', from: unitFrom, until: unitUntil } : undefined;
}

const coarseness: Readonly<Record<PeriodKind, number>> = { month: 1, quarter: 3, half: 6, year: 12 };

/** A yearly indicator takes years only; a monthly one also quarters, halves and years. */
export function isTooFine(period: Period, reporting: PeriodKind): boolean {
  return monthsIn(period) < coarseness[reporting];
}

function outsideDate(date: PlainDate, period: Period, { today }: Around): FigureProblem | undefined {
  if (date > today) return { kind: 'date_in_future', date, today };
  const start = startOf(period);
  return date < start ? { kind: 'date_before_period', date, start } : undefined;
}

function dateProblem(text: string | undefined): FigureProblem {
  return given(text) ? { kind: 'date_impossible', text: text ?? '' } : { kind: 'date_missing' };
}

export type Remark =
  | { readonly kind: 'jump'; readonly last: string; readonly lastPeriod: string; readonly times: string }
  | { readonly kind: 'from_zero'; readonly lastPeriod: string };

/** Half or less, twice or more of the last figure deserves a second look. */
export function remarkOn(
  value: string,
  last: { readonly value: string; readonly period: string } | undefined,
): Remark | undefined {
  if (!last) return undefined;
  const before = decimal(last.value);
  if (before.eq(0)) return decimal(value).eq(0) ? undefined : { kind: 'from_zero', lastPeriod: last.period };
  const times = decimal(value).div(before);
  if (times.gt('0.5') && times.lt(2)) return undefined;
  return { kind: 'jump', last: last.value, lastPeriod: last.period, times: plain(times.round(2)) };
}

/** The same figure, however many zeros it is written with. */
export function isSameFigure(a: Figure, b: Figure): boolean {
  const same = (x: string | null, y: string | null) => (x === null || y === null ? x === y : decimal(x).eq(y));
  return same(a.numerator, b.numerator) && same(a.denominator, b.denominator) && same(a.value, b.value);
}

function wrong(field: FigureField, problem: FigureProblem) {
  return refuse<FigureRefusal>({ kind: 'figure_wrong', problems: [{ field, problem }] });
}

function plain(value: Decimal): string {
  return value.toFixed();
}

function given(text: string | undefined): boolean {
  return text !== undefined && text.trim() !== '';
}

function wordsOf(text: string | undefined): string | null {
  return text?.trim() || null;
}
