/**
 * A legal text cut into what can be pointed at: chapters, sections, articles, each with an anchor that stays (`dieu-22`,
 * `chuong-ii`), and what stands before the first. A line is a paragraph; lines that begin with a bar are rows of a table.
 */
import { fold } from '../../kernel/fold.ts';

export type PartKind = 'opening' | 'chapter' | 'section' | 'article';
export type Part = {
  readonly anchor: string;
  readonly kind: PartKind;
  readonly heading: string;
  readonly body: string;
};

/** Of a line without marks; the line itself begins with a capital. */
const heads: readonly (readonly [PartKind, RegExp, (number: string) => string])[] = [
  ['article', /^dieu (\d+[a-z]?)\b\.?/, (number) => `dieu-${number}`],
  ['chapter', /^chuong ([ivxl]+)\b/, (number) => `chuong-${number}`],
  ['section', /^muc (\d+)\./, (number) => `muc-${number}`],
  ['section', /^phan ([ivxl]+|thu \S+)$/, (number) => `phan-${number}`],
  ['section', /^([ivxl]+)\. [^.]*$/, (number) => `muc-${number}`],
];

export function partsOf(text: string): readonly Part[] {
  const lines = text
    .normalize('NFC')
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
  const parts: { anchor: string; kind: PartKind; heading: string; lines: string[] }[] = [];
  let chapter = '';
  const taken = new Set<string>();
  for (const line of lines) {
    const head = headOf(line);
    const last = parts.at(-1);
    if (head) {
      const own = slug(head.anchor);
      const anchor = distinct(head.kind === 'article' ? own : `${head.kind === 'chapter' ? '' : chapter}${own}`, taken);
      if (head.kind === 'chapter') chapter = `${anchor}-`;
      parts.push({ anchor, kind: head.kind, heading: line, lines: [] });
    } else if (last && last.lines.length === 0 && isTitleOf(last.kind, line)) last.heading = `${last.heading}. ${line}`;
    else if (last) last.lines.push(line);
    else parts.push({ anchor: distinct('mo-dau', taken), kind: 'opening', heading: '', lines: [line] });
  }
  return parts.map(({ lines: own, ...part }) => ({ ...part, body: own.join('\n') }));
}

function headOf(line: string): { readonly kind: PartKind; readonly anchor: string } | undefined {
  if (line.length >= 250 || !/^\p{Lu}/u.test(line)) return undefined;
  const plain = fold(line);
  for (const [kind, form, anchor] of heads) {
    const number = form.exec(plain)?.[1];
    if (number !== undefined) return { kind, anchor: anchor(number) };
  }
  return undefined;
}

/** The title of a chapter stands on the line below it, in capitals. */
function isTitleOf(kind: PartKind, line: string): boolean {
  return (kind === 'chapter' || kind === 'section') && line === line.toLocaleUpperCase('vi') && /\p{Lu}{2}/u.test(line);
}

const slug = (text: string) => fold(text).replaceAll(/[^a-z0-9]+/g, '-');

function distinct(anchor: string, taken: Set<string>): string {
  let own = anchor;
  for (let n = 2; taken.has(own); n += 1) own = `${anchor}-${n}`;
  taken.add(own);
  return own;
}

export type Block =
  | { readonly kind: 'text'; readonly text: string; /** Point of a clause, set in. */ readonly level: 0 | 1 | 2 }
  | { readonly kind: 'table'; readonly rows: readonly (readonly string[])[] };

/** As a page draws it: paragraphs by their level, rows of a table together. */
export function blocksOf(body: string): readonly Block[] {
  const blocks: Block[] = [];
  for (const line of body.split('\n').filter(Boolean)) {
    const last = blocks.at(-1);
    if (!line.startsWith('|')) blocks.push({ kind: 'text', text: line, level: levelOf(line) });
    else if (last?.kind === 'table') blocks[blocks.length - 1] = { ...last, rows: [...last.rows, cellsOf(line)] };
    else blocks.push({ kind: 'table', rows: [cellsOf(line)] });
  }
  return blocks;
}

function cellsOf(line: string): readonly string[] {
  return line
    .replace(/^\|/, '')
    .replace(/\|$/, '')
    .split('|')
    .map((cell) => cell.trim());
}

function levelOf(line: string): 0 | 1 | 2 {
  if (/^\p{Ll}\)|^- /u.test(line)) return 2;
  return /^\d+\. /.test(line) ? 1 : 0;
}

export type Snippet = readonly { readonly text: string; readonly isFound: boolean }[];

/** Some words around what was looked for: the first of them that stands there leads. All that stands in the cut is marked, by whole words. */
export function snippetOf(text: string, words: readonly string[], around = 110): Snippet {
  const plain = fold(text);
  if (plain.length !== text.length || words.length === 0) return [{ text: text.slice(0, 2 * around), isFound: false }];
  const first = words.map((word) => placeOf(plain, word, 0)).find((at) => at >= 0) ?? plain.length;
  const start = first === plain.length ? 0 : Math.max(0, text.lastIndexOf(' ', Math.max(0, first - around)) + 1);
  const end = Math.min(text.length, start + 3 * around);
  const pieces: { text: string; isFound: boolean }[] = [];
  let at = start;
  while (at < end) {
    const next = nextOf(plain, words, at);
    if (!next || next.at >= end) break;
    if (next.at > at) pieces.push({ text: text.slice(at, next.at), isFound: false });
    pieces.push({ text: text.slice(next.at, next.at + next.length), isFound: true });
    at = next.at + next.length;
  }
  pieces.push({ text: text.slice(at, end), isFound: false });
  const cut = (piece: string) => ({ text: piece, isFound: false });
  return [
    ...(start > 0 ? [cut('… ')] : []),
    ...pieces.filter((piece) => piece.text !== ''),
    ...(end < text.length ? [cut(' …')] : []),
  ];
}

function nextOf(plain: string, words: readonly string[], from: number) {
  const found = words
    .map((word) => ({ at: placeOf(plain, word, from), length: word.length }))
    .filter(({ at }) => at >= 0);
  return found.toSorted((a, b) => a.at - b.at || b.length - a.length)[0];
}

/** Where it stands as a word of its own; -1 where it does not. */
function placeOf(plain: string, word: string, from: number): number {
  const isOfWord = (letter: string | undefined) => letter !== undefined && /[a-z0-9]/.test(letter);
  for (let at = plain.indexOf(word, from); at >= 0; at = plain.indexOf(word, at + 1))
    if (!isOfWord(plain[at - 1]) && !isOfWord(plain[at + word.length])) return at;
  return -1;
}
