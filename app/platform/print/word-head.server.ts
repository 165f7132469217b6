/** What stands above and below the words of a paper: ô 1 to 5, 7 and 9 of the decree's plan (Phụ lục I, Phần I, Mục IV). */
import {
  AlignmentType,
  BorderStyle,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  WidthType,
} from 'docx';
import type { FileChild } from 'docx';
import type { LaidPaper, LaidSignature } from './lay-out.ts';
import { head, ruleShare, signatureRoom, sizes } from './measures.ts';
import { paperText } from './text.ts';
import { centred, mm, rule, run, single, spacing } from './word-parts.server.ts';

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const noBorders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };

/** Columns side by side without lines; widths in millimetres. */
function columns(widths: readonly number[], rows: readonly (readonly (readonly Paragraph[])[])[]): Table {
  return new Table({
    width: { size: mm(widths.reduce((sum, each) => sum + each, 0)), type: WidthType.DXA },
    columnWidths: widths.map(mm),
    layout: TableLayoutType.FIXED,
    borders: noBorders,
    margins: { left: 0, right: 0 },
    rows: rows.map(
      (cells) =>
        new TableRow({
          cantSplit: true,
          children: cells.map(
            (children, at) => new TableCell({ width: { size: mm(widths[at] ?? 0), type: WidthType.DXA }, children }),
          ),
        }),
    ),
  });
}

export function drawHead(paper: LaidPaper): Table {
  const size = sizes[paper.family];
  const last = paper.nation.at(-1) ?? '';
  const under =
    paper.family === 'party'
      ? centred('*', { size: size.issuer })
      : rule({ text: paper.issuer.at(-1) ?? '', size: size.issuer, share: ruleShare, within: head.issuer });
  const left = [
    ...paper.parent.map((words) => centred(words, { size: size.issuer })),
    ...paper.issuer.map((words) => centred(words, { bold: true, size: size.issuer })),
    under,
  ];
  const right = [
    ...paper.nation.map((words, at) => centred(words, { bold: true, size: at === 0 ? size.nation : size.motto })),
    rule({ text: last, size: paper.nation.length === 1 ? size.nation : size.motto, share: 1, within: head.nation }),
  ];
  const number = [
    centred(paper.number, { size: size.number }, 6),
    ...(paper.kind === undefined ? [centred(paper.about, { size: size.letterAbout }, 6)] : []),
  ];
  const dated = [centred(paper.dated ?? '', { italics: true, size: size.dated }, 6)];
  return columns(
    [head.issuer, head.nation],
    [
      [left, right],
      [number, dated],
    ],
  );
}

export function drawTitle(paper: LaidPaper): readonly Paragraph[] {
  if (paper.kind === undefined) return [new Paragraph({ spacing: { ...single, after: 120 } })];
  const size = sizes[paper.family];
  return [
    new Paragraph({
      heading: HeadingLevel.TITLE,
      alignment: AlignmentType.CENTER,
      spacing: { ...single, before: 240 },
      children: [run(paper.kind, { bold: true, size: size.kind })],
    }),
    centred(paper.about, { bold: true, size: size.about }),
    rule({ text: paper.about, size: size.about, share: ruleShare, within: 160 }),
    new Paragraph({ spacing: { ...single, after: 60 } }),
  ];
}

/** II.9.d: one on the same line, several each on its own with a dash under the colon. */
export function drawAddressees(paper: LaidPaper): readonly Paragraph[] {
  const size = { size: sizes[paper.family].body };
  const [first, ...more] = paper.addressees;
  if (first === undefined) return [];
  if (more.length === 0) return [centred(`${paperText.addressees} ${first.replace(/\.$/u, '')}`, size, 6), gap()];
  const word = new Paragraph({
    spacing: single,
    indent: { left: mm(25) },
    children: [run(paperText.addressees, size)],
  });
  const each = paper.addressees.map(
    (name) =>
      new Paragraph({ spacing: single, indent: { left: mm(50), hanging: mm(3) }, children: [run(`- ${name}`, size)] }),
  );
  return [word, ...each, gap()];
}

const gap = (keepNext = false) =>
  new Paragraph({
    spacing: { ...single, after: spacing.after },
    keepNext,
    children: [run('', { size: 6 })],
    run: { size: 12 },
  });

/** One whole with the last words above it: nobody signs on a page of its own (word-body.server.ts). */
export function drawEnd(paper: LaidPaper): readonly FileChild[] {
  const { cosigner, signature } = paper;
  if (cosigner === undefined)
    return [gap(true), columns([80, 80], [[drawRecipients(paper), drawSignature(paper, signature)]])];
  const signatures = [cosigner, signature].map((each) => drawSignature(paper, each, true));
  return [gap(true), columns([80, 80], [signatures]), gap(true), ...drawRecipients(paper, true)];
}

function drawSignature(paper: LaidPaper, { above, name }: LaidSignature, keepNext = false): readonly Paragraph[] {
  const look = { bold: true, size: sizes[paper.family].signature, keepNext };
  const room = (signatureRoom * 72) / 25.4;
  return [...above.map((words) => centred(words, look)), centred(name, look, room)];
}

function drawRecipients(paper: LaidPaper, isKept = false): readonly Paragraph[] {
  const size = sizes[paper.family];
  const left = (text: string, look: Parameters<typeof run>[1], keepNext = false) =>
    new Paragraph({ alignment: AlignmentType.LEFT, spacing: single, keepNext, children: [run(text, look)] });
  return [
    left(paperText.recipients, { bold: true, italics: true, size: size.recipientsWord }, isKept),
    ...paper.recipients.map((each, at) =>
      left(each, { size: size.recipients }, isKept && at < paper.recipients.length - 1),
    ),
  ];
}
