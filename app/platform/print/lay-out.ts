/**
 * From what a paper says to the lines that stand on it: numbers of headings, marks at the ends of lines, capitals. Both
 * renderers draw these lines, so that Word and PDF cannot differ in a word.
 */
import type { Annex, Block, Family, Paper, Row, Signature, Table } from './paper.ts';
import { dayLine, numberLine, paperText, pointLetters } from './text.ts';

export type LaidPaper = {
  readonly family: Family;
  /** For the file's own title. */
  readonly title: string;
  /** A long name stands on two lines, broken where its body ends and its place begins. */
  readonly parent: readonly string[];
  readonly issuer: readonly string[];
  readonly nation: readonly string[];
  readonly number: string;
  readonly dated: string | undefined;
  /** Undefined for a letter, whose `about` stands under the number. */
  readonly kind: string | undefined;
  readonly about: string;
  readonly addressees: readonly string[];
  readonly grounds: readonly string[];
  readonly enacting: { readonly by: string; readonly verb: string } | undefined;
  readonly body: readonly LaidBlock[];
  readonly signature: LaidSignature;
  readonly cosigner: LaidSignature | undefined;
  readonly recipients: readonly string[];
  readonly annexes: readonly LaidAnnex[];
};

export type LaidSignature = { readonly above: readonly string[]; readonly name: string };
export type LaidAnnex = {
  readonly word: string;
  readonly name: string;
  readonly of: string;
  readonly landscape: boolean;
  readonly body: readonly LaidBlock[];
};

/** `lead` in bold, then `text`; the paragraphs of one block follow each other. */
export type LaidBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly lead: string; readonly text: string }
  | { readonly kind: 'note'; readonly text: string }
  | (Omit<Table, 'rows'> & { readonly rows: readonly Row[] });

export function layOut(paper: Paper): LaidPaper {
  const isLetter = paper.kind === 'letter';
  const kind = paper.kind === 'letter' ? paperText.letter : paper.kind.name;
  const annexes = paper.annexes ?? [];
  return {
    family: paper.family,
    title: line(isLetter ? paperText.letterAbout(paper.about) : `${kind} ${paper.about}`),
    parent: paper.issuer.parent === undefined ? [] : headLines(capitals(paper.issuer.parent)),
    issuer: headLines(capitals(paper.issuer.name)),
    nation: paperText.nation[paper.family],
    number: line(numberLine(paper.family, paper.number, paper.symbol)),
    dated: paper.dated && line(dayLine(paper.dated)),
    kind: isLetter ? undefined : capitals(kind),
    about: line(isLetter ? paperText.letterAbout(paper.about) : paper.about),
    addressees: ended(paper.addressees),
    grounds: ended(paper.grounds),
    enacting: paper.enacting && { by: capitals(paper.enacting.by), verb: `${capitals(paper.enacting.verb)}:` },
    body: closed(laidBlocks(paper.body)),
    signature: laidSignature(paper.signature),
    cosigner: paper.cosigner && laidSignature(paper.cosigner),
    recipients: [...paper.recipients.map((each) => `- ${bare(each)};`), `- ${paperText.archive(line(paper.archive))}`],
    annexes: annexes.map((annex, at) => laidAnnex(annex, annexWord(at, annexes.length), paper, kind)),
  };
}

/** "Phụ lục II": counted in Roman numerals from two on (Mục III.1.a). The paper refers to its annexes by these words. */
export function annexWord(at: number, count: number): string {
  return paperText.annex(count > 1 ? roman(at + 1) : undefined);
}

function laidAnnex(annex: Annex, word: string, paper: Paper, kind: string): LaidAnnex {
  return {
    word,
    name: capitals(annex.name),
    of: paperText.annexOf(line(kind), line(paper.symbol), line(paper.issuer.name)),
    landscape: annex.landscape === true,
    body: laidBlocks(annex.body),
  };
}

function headLines(name: string): readonly string[] {
  const body = paperText.longBodies.find((each) => name.startsWith(`${each} `));
  return body === undefined || name.length <= longestHead ? [name] : [body, name.slice(body.length + 1)];
}

/** In letters: what fits beside the name of the nation. */
const longestHead = 25;

/** Two or more end with ";" and the last with "." (Mục II.6.a, II.9.d); a single addressee stands as it is. */
function ended(lines: readonly string[]): readonly string[] {
  return lines.map((each, at) => `${bare(each)}${at === lines.length - 1 ? '.' : ';'}`);
}

function laidSignature({ authority, office, name = '' }: Signature): LaidSignature {
  return { above: [...authority, office].map(capitals), name: line(name) };
}

function laidBlocks(blocks: readonly Block[]): readonly LaidBlock[] {
  const counts = [0, 0, 0];
  return blocks.flatMap((block): readonly LaidBlock[] => {
    switch (block.kind) {
      case 'heading':
        return [{ kind: 'heading', level: block.level, text: headed(block.level, block.text, counts) }];
      case 'paragraph':
        return laidParagraphs(block.text, line(block.lead ?? ''));
      case 'list':
        return block.items.flatMap((item, at) => laidParagraphs(`${markOf(block.marks, at)} ${item}`));
      case 'table':
        return [laidTable(block)];
      case 'note':
        return [{ kind: 'note', text: line(block.text) }];
    }
  });
}

function headed(level: 1 | 2 | 3, text: string, counts: number[]): string {
  counts[level - 1] = (counts[level - 1] ?? 0) + 1;
  counts.fill(0, level);
  const count = counts[level - 1] ?? 0;
  if (level === 1) return `${roman(count)}. ${capitals(text)}`;
  return `${level === 2 ? `${count}.` : markOf('letters', count - 1)} ${line(text)}`;
}

function markOf(marks: 'dashes' | 'numbers' | 'letters', at: number): string {
  if (marks === 'dashes') return '-';
  return marks === 'numbers' ? `${at + 1}.` : `${pointLetters[at % pointLetters.length]})`;
}

function laidParagraphs(text: string, lead = ''): readonly LaidBlock[] {
  const parts = linesOf(text);
  if (parts.length === 0) return lead === '' ? [] : [{ kind: 'paragraph', lead, text: '' }];
  return parts.map((part, at) => ({ kind: 'paragraph', lead: at === 0 ? lead : '', text: part }));
}

function laidTable(table: Table): LaidBlock {
  return {
    ...table,
    ...(table.title !== undefined && { title: line(table.title) }),
    columns: table.columns.map((column) => ({ ...column, heading: line(column.heading) })),
    rows: table.rows.map((row) => ('band' in row ? { band: line(row.band) } : filled(row, table.columns.length))),
  };
}

/** Exactly one cell a column, whatever was given. */
function filled(row: readonly string[], width: number): readonly string[] {
  return Array.from({ length: width }, (_, at) => linesOf(row[at] ?? '').join('\n'));
}

/** "./." closes the words of a paper (Phụ lục III, Mẫu 1.4): after its last paragraph, where that is what it ends with. */
function closed(blocks: readonly LaidBlock[]): readonly LaidBlock[] {
  const last = blocks.at(-1);
  if (last?.kind !== 'paragraph') return blocks;
  return [...blocks.slice(0, -1), { ...last, text: `${last.text.replace(/[.;\s]+$/u, '')}${paperText.end}` }];
}

const tens = ['', 'X', 'XX', 'XXX', 'XL', 'L', 'LX', 'LXX', 'LXXX', 'XC'];
const units = ['', 'I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX'];

/** Up to 99, which no paper passes. */
function roman(count: number): string {
  return `${tens[Math.floor(count / 10) % 10]}${units[count % 10]}`;
}

/** What neither XML nor paper can carry: control characters and halves of letters. */
// eslint-disable-next-line no-control-regex -- they are what is taken out
const unprintable = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFE\uFFFF]/gu;

function linesOf(text: string): readonly string[] {
  const clean = text.normalize('NFC').toWellFormed().replaceAll('\t', ' ').replace(unprintable, '');
  return clean
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

function line(text: string): string {
  return linesOf(text).join(' ');
}

function capitals(text: string): string {
  return line(text).toLocaleUpperCase('vi');
}

function bare(text: string): string {
  return line(text).replace(/[.;]+$/u, '');
}
