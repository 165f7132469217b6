/**
 * How the reader hands rows to its caller across threads: one flat array a row, because millions of small objects
 * would cost more to send than to read. [row, column, code, raw, column, code, raw, …]; code is the place of the kind in
 * `kinds`, doubled, plus one for a formula.
 */
import { addressOf } from './sheet.ts';
import type { Cell, CellKind, Row, Visibility } from './sheet.ts';
import type { ReadRefusal } from './refusals.ts';

export type WireRow = (number | string)[];

export type Message =
  | { readonly kind: 'sheet'; readonly name: string; readonly visibility: Visibility }
  | { readonly kind: 'rows'; readonly rows: readonly WireRow[] }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly refusal: ReadRefusal };

const kinds: readonly CellKind[] = ['text', 'number', 'percent', 'date', 'boolean', 'error'];

export function codeOf(kind: CellKind, isFormula: boolean): number {
  return kinds.indexOf(kind) * 2 + (isFormula ? 1 : 0);
}

export function unpackRow(wire: WireRow): Row {
  const number = wire[0] as number;
  const cells: Cell[] = [];
  for (let at = 1; at < wire.length; at += 3) {
    const column = wire[at] as number;
    const code = wire[at + 1] as number;
    cells.push({
      address: addressOf(column, number),
      row: number,
      column,
      kind: kinds[code >> 1] ?? 'text',
      raw: wire[at + 2] as string,
      isFormula: (code & 1) === 1,
    });
  }
  return { number, cells };
}
