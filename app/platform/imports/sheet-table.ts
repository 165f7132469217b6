/**
 * A table in a sheet: the row of headings is found by its words, wherever it stands, and every cell below is asked by
 * column. Columns may come in any order; unknown ones are left alone.
 */
import { decimal } from '../../kernel/decimal.ts';
import { addressOf, cellAt, cellsIn, dateOfSerial, rowNumber } from '../spreadsheet/sheet.ts';
import type { Cell, Row, Sheet } from '../spreadsheet/sheet.ts';

export type TableRow<Key extends string> = {
  readonly number: number;
  /** Composed and trimmed; '' when the cell is empty. A date comes as YYYY-MM-DD. */
  readonly text: (key: Key) => string;
  readonly cell: (key: Key) => Cell | undefined;
  /** Where the cell is or would be: C7. */
  readonly address: (key: Key) => string;
};

export type Table<Key extends string> = {
  readonly sheet: string;
  readonly rows: readonly TableRow<Key>[];
  /** Headings that were asked for and are not there. */
  readonly missing: readonly Key[];
};

/** Undefined when no row of the sheet bears any of the headings. */
export function readTable<Key extends string>(
  sheet: Sheet,
  headings: Readonly<Record<Key, string>>,
): Table<Key> | undefined {
  const keys = Object.keys(headings) as Key[];
  const columnsOf = (row: Row) =>
    new Map(
      keys.flatMap((key) => {
        const cell = cellsIn(row).find((one) => sameHeading(one.raw, headings[key]));
        return cell ? [[key, cell.column] as const] : [];
      }),
    );
  const head = sheet.rows.slice(0, 30).reduce<{ row: Row; columns: Map<Key, number> } | undefined>((best, row) => {
    const columns = columnsOf(row);
    return columns.size > (best?.columns.size ?? 0) ? { row, columns } : best;
  }, undefined);
  if (!head) return undefined;
  const { row: headRow, columns } = head;
  const below = sheet.rows.filter((row) => rowNumber(row) > rowNumber(headRow));
  const read = below.map((row) => tableRow(row, columns)).filter((row) => keys.some((key) => row.text(key) !== ''));
  return { sheet: sheet.name, rows: read, missing: keys.filter((key) => !columns.has(key)) };
}

function tableRow<Key extends string>(row: Row, columns: ReadonlyMap<Key, number>): TableRow<Key> {
  const texts = new Map<Key, string>(); // each is asked for several times
  const cell = (key: Key) => {
    const column = columns.get(key);
    return column === undefined ? undefined : cellAt(row, column);
  };
  return {
    number: rowNumber(row),
    cell,
    text: (key) => {
      const known = texts.get(key) ?? textOf(cell(key));
      texts.set(key, known);
      return known;
    },
    address: (key) => addressOf(columns.get(key) ?? 1, rowNumber(row)),
  };
}

function textOf(cell: Cell | undefined): string {
  if (!cell) return '';
  const raw = cell.raw.normalize('NFC').trim();
  return cell.kind === 'date' ? (dateOfSerial(raw) ?? raw) : raw;
}

/** People retype headings: case, spaces and a trailing star do not count. */
function sameHeading(a: string, b: string): boolean {
  return plain(a) === plain(b);
}

function plain(heading: string): string {
  return heading
    .normalize('NFC')
    .replaceAll(/[\s*]+/g, ' ')
    .trim()
    .toLowerCase();
}

/** A row as its rules read it: numbered, its cells as text. */
export type TypedRow<Key extends string> = { readonly number: number; readonly text: (column: Key) => string };

/** In a number's column a cell of digits is the number itself; what was typed as text is read the way people write here. */
export function asTyped<Key extends string>(row: TableRow<Key>, numbers: ReadonlySet<Key>): TypedRow<Key> {
  return {
    number: row.number,
    text: (column) => {
      const cell = numbers.has(column) ? row.cell(column) : undefined;
      if (cell?.kind !== 'number' && cell?.kind !== 'percent') return row.text(column);
      const exact = decimal(cell.raw).times(cell.kind === 'percent' ? 100 : 1);
      return exact.round(12).toFixed().replace('.', ',');
    },
  };
}
