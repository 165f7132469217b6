/** Finds the table of ours in an uploaded file, or says what it lacks. */
import { readTable } from '../../platform/imports/sheet-table.ts';
import type { Table } from '../../platform/imports/sheet-table.ts';
import type { CellFault } from '../../platform/imports/import-kind.ts';
import { visibleSheets } from '../../platform/spreadsheet/meta.ts';
import type { Sheet } from '../../platform/spreadsheet/sheet.ts';
import { sheetText } from './text.ts';

export type FoundTable<Column extends string> = {
  readonly table: Table<Column> | undefined;
  readonly faults: readonly CellFault[];
};

export function findTable<Column extends string>(
  sheets: readonly Sheet[],
  headings: Readonly<Record<Column, string>>,
  required: readonly NoInfer<Column>[],
): FoundTable<Column> {
  const named = (columns: readonly Column[]) => columns.map((column) => `“${headings[column]}”`).join(', ');
  const tables = visibleSheets(sheets).flatMap((sheet) => readTable(sheet, headings) ?? []);
  const table = tables.toSorted((a, b) => a.missing.length - b.missing.length)[0];
  if (!table) {
    const sheet = sheets[0]?.name ?? '';
    return { table, faults: [{ sheet, cell: null, message: sheetText.noSheet(named(required)) }] };
  }
  const missing = required.filter((column) => table.missing.includes(column));
  if (missing.length === 0) return { table, faults: [] };
  const fault = { sheet: table.sheet, cell: null, message: sheetText.noColumn(named(missing)) };
  return { table: { ...table, rows: [] }, faults: [fault] };
}
