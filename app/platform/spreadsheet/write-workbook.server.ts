/** Makes an .xlsx of a described workbook, by hucre. */
import { writeXlsx } from 'hucre/xlsx';
import type { Cell, CellStyle, CellValue, ColumnDef, DataValidation, WriteSheet } from 'hucre';
import { markedSheet } from './file-mark.server.ts';
import { columnName } from './sheet.ts';
import { writerText } from './text.ts';
import { headingRow, metaSheetName } from './workbook.ts';
import type { Column, ColumnKind, SheetToWrite, Value, WorkbookToWrite } from './workbook.ts';

const formats: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  whole: '#,##0',
  decimal: '#,##0.0##',
  plain: '0',
};

const headingStyle: CellStyle = {
  font: { bold: true },
  fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFE7EDF3' } },
  alignment: { wrapText: true, vertical: 'center' },
  border: { bottom: { style: 'thin' } },
  protection: { locked: true },
};
const prefaceStyle: CellStyle = { protection: { locked: true } };
const titleStyle: CellStyle = { ...prefaceStyle, font: { bold: true, size: 13 } };

export async function writeWorkbook({ sheets: given, meta, title }: WorkbookToWrite): Promise<Uint8Array> {
  const sheets = given.map(markedSheet);
  const lists = listsOf(sheets);
  return writeXlsx({
    sheets: [...sheets.map((sheet) => sheetOf(sheet, lists)), ...listSheet(lists), ...metaSheet(meta)],
    defaultFont: { name: 'Times New Roman', size: 12 },
    ...(title === undefined ? {} : { properties: { title } }),
  });
}

/** Choices go to a hidden sheet of their own: a list inside a cell's rule ends at 255 characters and at commas. */
type Lists = ReadonlyMap<string, { readonly choices: readonly string[]; readonly column: number }>;

function listsOf(sheets: readonly SheetToWrite[]): Lists {
  const lists = new Map<string, { readonly choices: readonly string[]; readonly column: number }>();
  for (const { choices } of sheets.flatMap(({ columns }) => columns)) {
    if (!choices || lists.has(keyOf(choices))) continue;
    lists.set(keyOf(choices), { choices, column: lists.size + 1 });
  }
  return lists;
}

function keyOf(choices: readonly string[]): string {
  return JSON.stringify(choices);
}

function listSheet(lists: Lists): readonly WriteSheet[] {
  if (lists.size === 0) return [];
  const columns = [...lists.values()].map(({ choices }) => choices);
  const height = Math.max(...columns.map((choices) => choices.length));
  const rows = Array.from({ length: height }, (_, row) => columns.map((choices) => choices[row] ?? null));
  return [{ name: writerText.listSheet, rows, hidden: true, protection: { sheet: true } }];
}

function metaSheet(meta: WorkbookToWrite['meta']): readonly WriteSheet[] {
  if (!meta) return [];
  return [{ name: metaSheetName, rows: Object.entries(meta), veryHidden: true, protection: { sheet: true } }];
}

function sheetOf(sheet: SheetToWrite, lists: Lists): WriteSheet {
  const { columns, preface = [], rows } = sheet;
  const headings = columns.map(({ heading }) => heading);
  const values = rows.map((row) => columns.map((column, index) => valueOf(row[index] ?? null, column)));
  // Written out, because a style that a column merely has does not reach cells that are not there.
  const spare = Array.from({ length: sheet.spareRows ?? 0 }, () => columns.map(() => null));
  return {
    name: sheet.name,
    columns: columns.map(columnOf),
    rows: [...preface.map((line) => [line]), headings, ...values, ...spare],
    cells: cellsAbove(sheet),
    freezePane: { rows: headingRow(sheet) },
    dataValidations: columns.flatMap((column, index) => validationOf(column, index, sheet, lists)),
    ...(sheet.isProtected === true ? { protection } : {}),
  };
}

/** `true` allows. What helps reading and filling in stays allowed: widths, filters, sorting of unlocked cells. */
const protection = { sheet: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true };

function columnOf(column: Column): ColumnDef {
  return {
    width: column.width,
    style: { numFmt: formats[column.kind], protection: { locked: column.isInput !== true } },
  };
}

/** Preface and headings stand in columns that may be open for input, so each of their cells is locked by itself. */
function cellsAbove(sheet: SheetToWrite): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const heading = headingRow(sheet) - 1;
  sheet.columns.forEach(({ note }, column) => {
    for (let row = 0; row < heading; row += 1) {
      cells.set(`${row},${column}`, { style: row === 0 ? titleStyle : prefaceStyle });
    }
    cells.set(`${heading},${column}`, { style: headingStyle, ...(note ? { comment: { text: note } } : {}) });
  });
  return cells;
}

function validationOf(column: Column, index: number, sheet: SheetToWrite, lists: Lists): readonly DataValidation[] {
  const list = column.choices && lists.get(keyOf(column.choices));
  const height = sheet.rows.length + (sheet.spareRows ?? 0);
  if (!list || list.choices.length === 0 || height === 0) return [];
  const name = columnName(index + 1);
  const first = headingRow(sheet) + 1;
  const from = columnName(list.column);
  return [
    {
      type: 'list',
      formula1: `'${writerText.listSheet}'!$${from}$1:$${from}$${list.choices.length}`,
      range: `${name}${first}:${name}${first + height - 1}`,
      allowBlank: true,
      showErrorMessage: true,
      errorStyle: 'stop',
      errorTitle: writerText.notInListTitle,
      errorMessage: writerText.notInList,
    },
  ];
}

/** A number typed as digits goes in as a number where the column is one; anything else stays the text it is. */
function valueOf(value: Value, { kind }: Column): CellValue {
  if (typeof value === 'string') return kind !== 'text' && /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
  return kind === 'text' && value !== null ? String(value) : value;
}
