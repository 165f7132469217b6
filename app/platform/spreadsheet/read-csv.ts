/**
 * A table from text: RFC 4180 with comma, semicolon (what Excel in Vietnamese saves) or tab, whichever the first line
 * uses most outside quotes. Every cell is text; what it means is for whoever knows the column.
 */
import { withoutGuard } from './csv.ts';
import { brokenLimit } from './read-cells.ts';
import { refusalError } from './refusals.ts';
import type { ReadLimits } from './refusals.ts';
import { codeOf } from './sheet.ts';
import type { Row } from './sheet.ts';

const textCode = codeOf('text', false);

export function readCsv(text: string, limits: ReadLimits, take: (row: Row) => void): void {
  const separator = separatorOf(text);
  let row = 1;
  let line = 1;
  let column = 1;
  let cells = 0;
  let wire: (number | string)[] = [row];
  let at = 0;

  const keep = (raw: string): void => {
    const content = withoutGuard(raw.normalize('NFC'));
    if (content === '') return;
    const broken = brokenLimit(column, row, content, { sheet: '', limits });
    if (broken) throw refusalError(broken);
    cells += 1;
    if (cells > limits.cells) throw refusalError({ kind: 'too_many_cells', sheet: '', limit: limits.cells });
    wire.push(column, textCode, content);
  };

  const endRow = (): void => {
    if (wire.length > 1) take(wire);
    row += 1;
    column = 1;
    wire = [row];
  };

  while (at < text.length) {
    const isQuoted = text[at] === '"';
    const end = isQuoted ? endOfQuoted(text, at, line) : endOfPlain(text, at, separator);
    const raw = isQuoted ? unquote(text, at, end, separator) : { content: text.slice(at, end), end };
    line += isQuoted ? countLines(raw.content) : 0;
    keep(raw.content);
    at = raw.end;
    if (text[at] === separator) {
      column += 1;
      at += 1;
      continue;
    }
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    endRow();
  }
  if (wire.length > 1) take(wire);
}

/** After the closing quote nothing but a separator belongs; what is there all the same is kept, as spreadsheets do. */
function unquote(text: string, start: number, close: number, separator: string): { content: string; end: number } {
  const end = endOfPlain(text, close + 1, separator);
  const inside = text.slice(start + 1, close).replaceAll('""', '"');
  return { content: inside + text.slice(close + 1, end), end };
}

function endOfQuoted(text: string, start: number, line: number): number {
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) throw refusalError({ kind: 'unclosed_quote', line });
    if (text[quote + 1] !== '"') return quote;
    at = quote + 2;
  }
}

function endOfPlain(text: string, start: number, separator: string): number {
  for (let at = start; at < text.length; at += 1) {
    const letter = text[at];
    if (letter === separator || letter === '\n' || letter === '\r') return at;
  }
  return text.length;
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

/** The one seen most in the first line, comma when none is. */
function separatorOf(text: string): string {
  const first = /^[^\r\n]*/.exec(text)?.[0]?.replace(/"[^"]*"/g, '') ?? '';
  let best = ',';
  for (const candidate of [';', '\t']) {
    if (first.split(candidate).length > first.split(best).length) best = candidate;
  }
  return best;
}
