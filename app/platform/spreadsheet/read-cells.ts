/** The cells of one worksheet part, row by row, under the limits; the size the sheet claims for itself is not believed. */
import type { Shown } from './number-format.ts';
import { refusalError } from './refusals.ts';
import type { ReadLimits, ReadRefusal } from './refusals.ts';
import { addressOf, codeOf, parseAddress } from './sheet.ts';
import type { CellKind, Row } from './sheet.ts';
import { plainText, readXml } from './xml-part.ts';
import type { Attributes } from './xml-part.ts';

export type SheetContext = {
  readonly part: string;
  readonly sheet: string;
  readonly limits: ReadLimits;
  readonly texts: readonly string[];
  readonly styles: readonly Shown[];
  readonly startsIn1904: boolean;
  /** Called for every row with content; answers nothing. */
  readonly take: (row: Row) => void;
  /** Counts cells over all sheets; throws when there are too many. */
  readonly count: () => void;
};

const daysTo1904 = 1462;

export function readCells(bytes: Uint8Array, context: SheetContext): void {
  const { part, limits } = context;
  let row = 0;
  let column = 0;
  let wire: (number | string)[] = [];
  let type = 'n';
  let style = 0;
  let value = '';
  let isInValue = false;
  let isFormula = false;
  let phonetic = 0;

  const damaged = (): never => {
    throw refusalError({ kind: 'damaged', part });
  };

  const startRow = (attributes: Attributes): void => {
    const next = attributes['r'] === undefined ? row + 1 : Number(attributes['r']);
    if (!Number.isInteger(next) || next <= row) damaged();
    row = next;
    column = 0;
    wire = [row];
  };

  const startCell = (attributes: Attributes): void => {
    const given = attributes['r'];
    const at = given === undefined ? { column: column + 1, row } : parseAddress(given);
    if (!at || at.row !== row || at.column <= column) return damaged();
    column = at.column;
    type = attributes['t'] ?? 'n';
    style = Number(attributes['s'] ?? 0);
    value = '';
    isFormula = false;
  };

  const keep = (): void => {
    if (value === '') return;
    const [kind, raw] = meaning(value, type, style, context);
    if (raw === '') return;
    const broken = brokenLimit(column, row, raw, context);
    if (broken) throw refusalError(broken);
    context.count();
    wire.push(column, codeOf(kind, isFormula), raw);
  };

  readXml(part, bytes, {
    open(tag, attributes) {
      if (tag === 'c') startCell(attributes);
      else if (tag === 'v' || tag === 't') isInValue = phonetic === 0;
      else if (tag === 'f') isFormula = true;
      else if (tag === 'rPh') phonetic += 1;
      else if (tag === 'row') startRow(attributes);
    },
    close(tag) {
      if (tag === 'c') keep();
      else if (tag === 'v' || tag === 't') isInValue = false;
      else if (tag === 'rPh') phonetic -= 1;
      else if (tag === 'row' && wire.length > 1) context.take(wire);
    },
    text(piece) {
      if (!isInValue) return;
      value += piece;
      if (value.length > limits.cellLength * 7) damaged();
    },
  });
}

export function brokenLimit(
  column: number,
  row: number,
  raw: string,
  where: Pick<SheetContext, 'sheet' | 'limits'>,
): ReadRefusal | undefined {
  const { sheet, limits } = where;
  if (row > limits.rows) {
    return { kind: 'too_many_rows', sheet, address: addressOf(column, row), limit: limits.rows };
  }
  if (column > limits.columns) {
    return { kind: 'too_many_columns', sheet, address: addressOf(column, row), limit: limits.columns };
  }
  if (raw.length > limits.cellLength) {
    return { kind: 'cell_too_long', sheet, address: addressOf(column, row), limit: limits.cellLength };
  }
  return undefined;
}

function meaning(value: string, type: string, style: number, context: SheetContext): readonly [CellKind, string] {
  switch (type) {
    case 's': {
      const text = context.texts[Number(value)];
      if (text === undefined) throw refusalError({ kind: 'damaged', part: context.part });
      return ['text', text];
    }
    case 'str':
    case 'inlineStr':
    case 'd':
      return ['text', plainText(value)];
    case 'b':
      return ['boolean', value === '1' || value === 'true' ? '1' : '0'];
    case 'e':
      return ['error', value];
    default:
      return numeric(value, style, context);
  }
}

function numeric(value: string, style: number, context: SheetContext): readonly [CellKind, string] {
  if (!/^-?(\d+\.?\d*|\.\d+)(E[+-]?\d{1,3})?$/i.test(value))
    throw refusalError({ kind: 'damaged', part: context.part });
  const shown = context.styles[style] ?? 'number';
  if (shown === 'date' && context.startsIn1904) return ['date', String(Number(value) + daysTo1904)];
  return [shown, value];
}
