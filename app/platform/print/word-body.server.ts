/** The words of a paper and of its annexes: headings, paragraphs, tables, notes. */
import {
  AlignmentType,
  HeadingLevel,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlign,
  WidthType,
} from 'docx';
import type { FileChild } from 'docx';
import type { LaidBlock } from './lay-out.ts';
import { margins, paragraph, sheet } from './measures.ts';
import type { Sizes } from './measures.ts';
import { mm, run, single, spacing } from './word-parts.server.ts';

type Drawn = LaidBlock | { readonly kind: 'ground'; readonly text: string };
type LaidTable = Extract<LaidBlock, { readonly kind: 'table' }>;

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const;
const indent = { firstLine: mm(paragraph.firstLine) };
const alignments = {
  left: AlignmentType.LEFT,
  center: AlignmentType.CENTER,
  right: AlignmentType.RIGHT,
} as const;

export type Look = {
  readonly size: Sizes;
  readonly landscape: boolean;
  /** The last of these words stand on the page of what follows: signatures are not alone on theirs. */
  readonly keepsLast?: boolean;
};

export function drawBlocks(
  blocks: readonly Drawn[],
  { size, landscape, keepsLast = false }: Look,
): readonly FileChild[] {
  return blocks.flatMap((block, at): readonly FileChild[] => {
    const keepNext = keepsLast && at === blocks.length - 1;
    const justified = { alignment: AlignmentType.JUSTIFIED, spacing, keepNext };
    switch (block.kind) {
      case 'heading':
        return [
          new Paragraph({
            ...justified,
            indent,
            heading: headings[block.level],
            children: [run(block.text, { bold: true, size: size.body })],
          }),
        ];
      case 'paragraph':
        return [
          new Paragraph({
            ...justified,
            indent,
            children: [...led(block.lead, size), run(block.text, { size: size.body })],
          }),
        ];
      case 'ground':
        return [
          new Paragraph({ ...justified, indent, children: [run(block.text, { italics: true, size: size.body })] }),
        ];
      case 'note':
        return [new Paragraph({ ...justified, children: [run(block.text, { italics: true, size: size.note })] })];
      case 'table':
        return drawTable(block, { size, landscape, keepsLast: keepNext });
    }
  });
}

const led = (lead: string, size: Sizes) => (lead === '' ? [] : [run(`${lead} `, { bold: true, size: size.body })]);

/** Of a table the last two rows stay with what follows. */
function drawTable(table: LaidTable, { size, landscape, keepsLast = false }: Look): readonly FileChild[] {
  const width = (landscape ? sheet.height : sheet.width) - margins.left - margins.right;
  const shares = table.columns.reduce((sum, { share }) => sum + share, 0);
  const widths = table.columns.map(({ share }) => mm((width * share) / shares));
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { ...single, before: 120, after: 60 },
    keepNext: true,
    children: [run(table.title ?? '', { bold: true, size: size.table })],
  });
  const drawn = new Table({
    width: { size: widths.reduce((sum, each) => sum + each, 0), type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    margins: { left: mm(1.5), right: mm(1.5), top: mm(0.6), bottom: mm(0.6) },
    rows: [
      headRow(table, size, widths),
      ...table.rows.map((row, at) =>
        bodyRow(table, row, { size: size.table, keepNext: keepsLast && at >= table.rows.length - 2 }, widths),
      ),
    ],
  });
  return [
    ...(table.title === undefined ? [] : [title]),
    drawn,
    new Paragraph({ spacing: { ...single, after: 60 }, keepNext: keepsLast }),
  ];
}

function headRow(table: LaidTable, size: Sizes, widths: readonly number[]): TableRow {
  const cells = table.columns.map(({ heading }, at) =>
    cell([heading], { bold: true, size: size.table }, 'center', widths[at] ?? 0),
  );
  return new TableRow({ tableHeader: true, cantSplit: true, children: cells });
}

function bodyRow(
  table: LaidTable,
  row: LaidTable['rows'][number],
  look: CellLook,
  widths: readonly number[],
): TableRow {
  if ('band' in row) {
    const across = widths.reduce((sum, each) => sum + each, 0);
    return new TableRow({ children: [cell([row.band], { ...look, bold: true }, 'left', across, widths.length)] });
  }
  const cells = row.map((text, at) =>
    cell(text.split('\n'), look, table.columns[at]?.align ?? 'left', widths[at] ?? 0),
  );
  return new TableRow({ cantSplit: true, children: cells });
}

type CellLook = Parameters<typeof run>[1] & { readonly keepNext?: boolean };

function cell(
  lines: readonly string[],
  { keepNext = false, ...look }: CellLook,
  align: 'left' | 'center' | 'right',
  width: number,
  columnSpan = 1,
): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA },
    columnSpan,
    verticalAlign: look.bold === true ? VerticalAlign.CENTER : VerticalAlign.TOP,
    children: lines.map(
      (line) => new Paragraph({ alignment: alignments[align], spacing: single, keepNext, children: [run(line, look)] }),
    ),
  });
}
