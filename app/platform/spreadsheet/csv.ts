/**
 * CSV for people and programs: RFC 4180, comma, CRLF, UTF-8 with a byte order mark (without it Excel garbles marks).
 *
 * A spreadsheet program takes a cell that starts with = + - @ or a tab for a formula. Such text gets an apostrophe in
 * front, which programs show as text; `readCsv` takes it off again. Numbers, also negative ones, are left alone.
 */
import { stringify } from 'csv-stringify/sync';
import type { Value } from './workbook.ts';

const bom = '\uFEFF';

export function writeCsv(headings: readonly string[], rows: Iterable<readonly Value[]>): string {
  const lines = [headings.map(harmless), ...Array.from(rows, (row) => row.map(harmless))];
  return bom + stringify(lines, { record_delimiter: 'windows' });
}

export function harmless(value: Value): Value {
  return typeof value === 'string' && startsFormula(value) ? `'${value}` : value;
}

/** The text as it was before `harmless`. */
export function withoutGuard(text: string): string {
  return text.startsWith("'") && startsFormula(text.slice(1)) ? text.slice(1) : text;
}

function startsFormula(text: string): boolean {
  return /^[=+\-@\t\r]/.test(text) && !/^[+-]?\d+([.,]\d+)*$/.test(text);
}
