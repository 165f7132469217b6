/** The sheet to fill in: all indicators of a unit, or all units of an indicator, with what stands there already. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { Period } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Value, WorkbookToWrite } from '../../platform/spreadsheet/workbook.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { dateText } from '../../ui/moment.ts';
import { periodText } from '../indicators/text.ts';
import { hasParts } from './actual.ts';
import type { FigureRule } from './actual.ts';
import type { FormLine } from './form.server.ts';
import { findEntryForm, unitsToReport } from './form.server.ts';
import type { ImportColumn } from './import-plan.ts';
import { importColumns } from './import-plan.ts';
import { capital, excelText, importHeadings } from './text.ts';

type Line = { readonly unit: { readonly code: string; readonly name: string }; readonly line: FormLine };

/** Undefined when there is nothing to ask for. */
export async function templateOfUnit(
  db: Kysely<DB>,
  person: Person,
  chosen: { readonly unitCode: string; readonly period: Period },
): Promise<Uint8Array | undefined> {
  const form = await findEntryForm(db, person, chosen);
  if (!form || form.lines.length === 0) return undefined;
  const lines = form.lines.map((line) => ({ unit: form.unit, line }));
  return writeWorkbook(workbook(`${form.unit.name}, ${periodText(form.period.code)}`, form.period, lines));
}

export async function templateOfIndicator(
  db: Kysely<DB>,
  person: Person,
  { indicatorCode, period }: { readonly indicatorCode: string; readonly period: Period },
): Promise<Uint8Array | undefined> {
  const lines: Line[] = [];
  for (const unit of await unitsToReport(db, person)) {
    const form = await findEntryForm(db, person, { unitCode: unit.code, period });
    const line = form?.lines.find(({ rule }) => rule.code === indicatorCode);
    if (line) lines.push({ unit, line });
  }
  const name = await sql<{ name: string }>`select name from indicator where code = ${indicatorCode}`.execute(db);
  const title = name.rows[0]?.name;
  return title === undefined || lines.length === 0
    ? undefined
    : writeWorkbook(workbook(`${indicatorCode} ${title}, ${periodText(period.code)}`, period, lines));
}

const inputs: ReadonlySet<ImportColumn> = new Set([
  'numerator',
  'denominator',
  'value',
  'asOfDate',
  'source',
  'reason',
]);
const widths: Readonly<Record<ImportColumn, number>> = {
  unit: 12,
  unitName: 24,
  indicator: 11,
  indicatorName: 44,
  unitOfMeasure: 16,
  period: 12,
  numerator: 16,
  denominator: 16,
  value: 16,
  asOfDate: 15,
  source: 34,
  reason: 34,
};

function workbook(what: string, period: Period, lines: readonly Line[]): WorkbookToWrite {
  const columns = importColumns.map((column) => ({
    heading: importHeadings[column],
    kind: ['numerator', 'denominator', 'value'].includes(column) ? ('decimal' as const) : ('text' as const),
    width: widths[column],
    isInput: inputs.has(column),
  }));
  const rows = lines.map((line) => rowOf(line, period));
  const preface = [excelText.sheetTitle(capital(what)), ...excelText.guide];
  return {
    title: excelText.sheetTitle(what),
    sheets: [{ name: excelText.sheet, preface, columns, rows, isProtected: true }],
  };
}

function rowOf({ unit, line }: Line, period: Period): readonly Value[] {
  const { rule, figure, asOfDate, source } = line;
  const hasOwnParts = figure !== null && figure.numerator !== null;
  const cells: Readonly<Record<ImportColumn, Value>> = {
    unit: unit.code,
    unitName: unit.name,
    indicator: rule.code,
    indicatorName: nameWithParts(rule),
    unitOfMeasure: rule.unitOfMeasure,
    period: period.code,
    numerator: figure?.numerator ?? null,
    denominator: figure?.denominator ?? null,
    value: hasOwnParts ? null : (figure?.value ?? null),
    asOfDate: asOfDate === null ? null : dateText(asOfDate),
    source,
    reason: null,
  };
  return importColumns.map((column) => cells[column]);
}

function nameWithParts(rule: FigureRule): string {
  if (!hasParts(rule)) return rule.name;
  return `${rule.name}. ${excelText.partsNote(rule.numeratorName ?? '', rule.denominatorName ?? '')}`;
}
