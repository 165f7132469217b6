/**
 * What a filled sheet would do, decided on values alone: each row is one unit, indicator and period. A figure that is
 * not there yet is new, another one than the open one changes it, another one than the verified one corrects it and
 * needs a reason, the same is left alone. Whatever is wrong names its cell, and then nothing is done at all.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import { endOf, parsePeriod, startOf } from '../../kernel/period.ts';
import type { Period } from '../../kernel/period.ts';
import type { SheetPlan, Wrong } from '../../kernel/sheet-plan.ts';
import { planSheet } from '../../kernel/sheet-plan.ts';
import type { Content, FigureRule, Stage } from './actual.ts';
import type { FigureField, FigureProblem } from './figures.ts';
import { isSameFigure, readFigure } from './figures.ts';

export const importColumns = [
  'unit',
  'unitName',
  'indicator',
  'indicatorName',
  'unitOfMeasure',
  'period',
  'numerator',
  'denominator',
  'value',
  'asOfDate',
  'source',
  'reason',
] as const;
export type ImportColumn = (typeof importColumns)[number];
/** Without these a sheet cannot be read. */
export const neededColumns = ['unit', 'indicator', 'period', 'value'] as const satisfies readonly ImportColumn[];

/** Cells as a person would have typed them. */
export type ImportRow = { readonly number: number; readonly text: (column: ImportColumn) => string };

export type ImportUnit = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly validFrom: PlainDate | null;
  readonly validUntil: PlainDate | null;
};
export type Standing = Content & {
  readonly id: string;
  readonly stage: Stage;
  readonly version: number;
};
/** What stands for one unit, indicator and period: a verified value, an open one, or both. */
export type StandingPair = { readonly open?: Standing; readonly verified?: Standing };

export type PermitFor = (unitId: string, indicatorCode: string) => Permit | undefined;

export type ImportWorld = {
  readonly units: ReadonlyMap<string, ImportUnit>;
  readonly rules: ReadonlyMap<string, FigureRule>;
  /** By which role the person reports there, own or lent; none when they may not. */
  readonly permitFor: PermitFor;
  readonly standing: ReadonlyMap<string, StandingPair>;
  readonly today: PlainDate;
  readonly idFor: (row: number) => string;
};

export type ImportProblem =
  | { readonly kind: 'unit_unknown'; readonly text: string }
  | { readonly kind: 'indicator_unknown'; readonly text: string }
  | { readonly kind: 'not_yours' }
  | { readonly kind: 'twice'; readonly row: number }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'reason_missing'; readonly verified: string }
  | { readonly kind: 'figure'; readonly problem: FigureProblem; readonly rule: FigureRule };
export type ImportFault = { readonly row: number; readonly column: ImportColumn; readonly problem: ImportProblem };

export type ImportChange = Content & {
  readonly what: 'new' | 'changed' | 'correction';
  readonly id: string;
  /** Of the open value that is changed. */
  readonly version: number | null;
  readonly supersedesId: string | null;
  readonly reason: string | null;
  readonly indicatorCode: string;
  readonly unitId: string;
  readonly period: string;
  readonly start: PlainDate;
  readonly end: PlainDate;
  /** Sent at once, unless the indicator asks for evidence that a sheet cannot carry. */
  readonly stage: 'submitted' | 'entered';
  readonly submittedFor: string | null;
  readonly before: string | null;
};
export type ImportPlan = SheetPlan<ImportChange, ImportFault>;

export const keyOf = (unitId: string, indicatorCode: string, period: string) => `${unitId} ${indicatorCode} ${period}`;

export function planImport(rows: readonly ImportRow[], world: ImportWorld): ImportPlan {
  return planSheet(
    rows.filter((row) => !isBlank(row)),
    {
      read: (row) => readRow(row, world),
      keyOf: ({ key }) => key,
      twice: (row, above) => faultAt(row, 'unit', { kind: 'twice', row: above }),
      decide: (row, read) => decide(row, read, world),
    },
  );
}

/** A row of a template that nobody filled in. */
function isBlank(row: ImportRow): boolean {
  return row.text('value') === '' && row.text('numerator') === '' && row.text('denominator') === '';
}

type ReadRow = {
  readonly key: string;
  readonly unit: ImportUnit;
  readonly rule: FigureRule;
  readonly period: Period;
  readonly content: Content;
  /** Left blank, a date or a source says nothing about what stands there. */
  readonly says: { readonly asOfDate: boolean; readonly source: boolean };
};

function readRow(row: ImportRow, world: ImportWorld): ReadRow | Wrong<ImportFault> {
  const unit = world.units.get(row.text('unit'));
  const rule = world.rules.get(row.text('indicator'));
  if (!unit) return { faults: [faultAt(row, 'unit', { kind: 'unit_unknown', text: row.text('unit') })] };
  if (!rule) return { faults: [faultAt(row, 'indicator', { kind: 'indicator_unknown', text: row.text('indicator') })] };
  if (!world.permitFor(unit.id, rule.code)) return { faults: [faultAt(row, 'unit', { kind: 'not_yours' })] };
  const said = { asOfDate: row.text('asOfDate'), source: row.text('source') };
  const typed = {
    period: row.text('period'),
    value: row.text('value'),
    numerator: row.text('numerator'),
    denominator: row.text('denominator'),
    asOfDate: said.asOfDate === '' ? usualDate(row.text('period'), world.today) : said.asOfDate,
    source: said.source,
  };
  const around = { rule, today: world.today, unitFrom: unit.validFrom, unitUntil: unit.validUntil };
  const read = readFigure(typed, around);
  if (!read.ok)
    return {
      faults: read.refusal.problems.map(({ field, problem }) =>
        faultAt(row, columnOf(field), { kind: 'figure', problem, rule }),
      ),
    };
  const says = { asOfDate: said.asOfDate !== '', source: said.source !== '' };
  const { period, content } = read.value;
  return { key: keyOf(unit.id, rule.code, period.code), unit, rule, period, content, says };
}

/** The last day of the period, or today while it runs. */
function usualDate(code: string, today: PlainDate): string {
  const period = parsePeriod(code.trim());
  if (!period) return today;
  const end = endOf(period);
  return end < today ? end : today;
}

function columnOf(field: FigureField): ImportColumn {
  return field === 'note' ? 'source' : field;
}

function decide(row: ImportRow, read: ReadRow, world: ImportWorld): ImportChange | Wrong<ImportFault> | undefined {
  const { key, unit, rule, period, content } = read;
  const { open, verified } = world.standing.get(key) ?? {};
  const standing = open ?? verified;
  if (standing && isSame(standing, read)) return undefined;
  const base = {
    ...content,
    indicatorCode: rule.code,
    unitId: unit.id,
    period: period.code,
    start: startOf(period),
    end: endOf(period),
    stage: rule.evidenceRequired ? ('entered' as const) : ('submitted' as const),
    submittedFor: rule.evidenceRequired ? null : (world.permitFor(unit.id, rule.code)?.holding?.forPersonId ?? null),
    before: standing?.value ?? null,
    version: null,
    supersedesId: null,
    reason: null,
  };
  if (open?.stage === 'submitted') return { faults: [faultAt(row, 'value', { kind: 'waiting' })] };
  if (open) return { ...base, ...kept(open, read), what: 'changed', id: open.id, version: open.version };
  if (!verified) return { ...base, what: 'new', id: world.idFor(row.number) };
  const reason = row.text('reason');
  if (reason === '') return { faults: [faultAt(row, 'reason', { kind: 'reason_missing', verified: verified.value })] };
  return { ...base, what: 'correction', id: world.idFor(row.number), supersedesId: verified.id, reason };
}

function isSame(standing: Standing, { content, says }: ReadRow): boolean {
  if (!isSameFigure(standing, content)) return false;
  if (says.asOfDate && standing.asOfDate !== content.asOfDate) return false;
  return !says.source || standing.source === content.source;
}

/** What the sheet leaves blank stays as it stands. */
function kept(open: Standing, { content, says }: ReadRow): Pick<Content, 'asOfDate' | 'source' | 'note'> {
  return {
    asOfDate: says.asOfDate ? content.asOfDate : open.asOfDate,
    source: says.source ? content.source : open.source,
    note: open.note,
  };
}

function faultAt(row: ImportRow, column: ImportColumn, problem: ImportProblem): ImportFault {
  return { row: row.number, column, problem };
}
