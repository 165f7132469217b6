/**
 * A spreadsheet as it was read: text as typed (composed), numbers as the digits in the file, never as floats, so that
 * exact decimals can be made of them and an error can name its cell.
 */
export type CellKind = (typeof kinds)[number];
const kinds = [
  'text',
  'number',
  /** A number that the sheet shows as a percentage: 0.5 was typed as 50 %. */
  'percent',
  /** A number that the sheet shows as a date: days since 1899-12-30; see `dateOfSerial`. */
  'date',
  'boolean',
  /** `raw` is the error's name, for example #REF!. */
  'error',
] as const;

export type Cell = {
  /** Counted from one, as the sheet counts; `addressOf` says it as the person sees it: B7. */
  readonly row: number;
  readonly column: number;
  readonly kind: CellKind;
  readonly raw: string;
  /** The value was computed by a formula and stored by the program that saved the file. */
  readonly isFormula: boolean;
};

/**
 * One flat list, because millions of small objects would cost more to send between threads and to keep than to read:
 * [row, column, code, raw, column, code, raw, …]. Read it with `rowNumber`, `cellAt` and `cellsIn`. Cells without content
 * are left out, and so are rows without cells.
 */
export type Row = readonly (number | string)[];

export type Visibility = 'visible' | 'hidden' | 'very_hidden';

export type Sheet = {
  readonly name: string;
  readonly visibility: Visibility;
  readonly rows: readonly Row[];
};

/** 1 is A, 27 is AA. */
export function columnName(column: number): string {
  let name = '';
  for (let left = column; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
}

export function addressOf(column: number, row: number): string {
  return columnName(column) + row;
}

/** Undefined when it is no address of a cell; a dollar sign is not read. By letter codes: it runs once a cell. */
export function parseAddress(address: string): { readonly column: number; readonly row: number } | undefined {
  let at = 0;
  let column = 0;
  for (let code = address.charCodeAt(0); code >= 65 && code <= 90; code = address.charCodeAt(at)) {
    column = column * 26 + code - 64;
    at += 1;
  }
  const digits = address.length - at;
  if (at < 1 || at > 3 || digits < 1 || digits > 7 || address.charCodeAt(at) === 48) return undefined;
  let row = 0;
  for (; at < address.length; at += 1) {
    const digit = address.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return undefined;
    row = row * 10 + digit;
  }
  return { column, row };
}

/** The place of the kind in `kinds`, doubled, plus one for a formula. */
export function codeOf(kind: CellKind, isFormula: boolean): number {
  return kinds.indexOf(kind) * 2 + (isFormula ? 1 : 0);
}

export function packRow(number: number, cells: readonly Pick<Cell, 'column' | 'kind' | 'raw'>[]): Row {
  return [number, ...cells.flatMap(({ column, kind, raw }) => [column, codeOf(kind, false), raw])];
}

export function rowNumber(row: Row): number {
  return row[0] as number;
}

/** The cell in that column of the row, counted from one. */
export function cellAt(row: Row, column: number): Cell | undefined {
  for (let at = 1; at < row.length; at += 3) if (row[at] === column) return unpack(row, at);
  return undefined;
}

export function cellsIn(row: Row): readonly Cell[] {
  return Array.from({ length: (row.length - 1) / 3 }, (_, index) => unpack(row, 1 + index * 3));
}

function unpack(row: Row, at: number): Cell {
  const code = row[at + 1] as number;
  return {
    row: rowNumber(row),
    column: row[at] as number,
    kind: kinds[code >> 1] ?? 'text',
    raw: row[at + 2] as string,
    isFormula: (code & 1) === 1,
  };
}

/** `YYYY-MM-DD` of a date cell; undefined when the number is no day that a calendar has. */
export function dateOfSerial(raw: string): string | undefined {
  const days = Math.floor(Number(raw));
  // Before March 1900 the serial is ambiguous: Excel counts a 29 February 1900 that never was.
  if (!Number.isFinite(days) || days < 61 || days > 2_958_465) return undefined;
  return new Date(Date.UTC(1899, 11, 30) + days * 86_400_000).toISOString().slice(0, 10);
}
