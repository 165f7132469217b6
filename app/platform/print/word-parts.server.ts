/** The smallest pieces a Word paper is made of. Lengths come in millimetres and points and go out in Word's own units. */
import { AlignmentType, BorderStyle, Paragraph, TextRun } from 'docx';
import { paragraph } from './measures.ts';
import { tinos } from './tinos.server.ts';
import type { Face } from './tinos.server.ts';

/** Twentieths of a point. */
export const mm = (length: number): number => Math.round((length * 1440) / 25.4);
/** Half points. */
export const points = (size: number): number => Math.round(size * 2);
/** Spacing between paragraphs and lines of the words themselves (Mục II.6.e). */
export const spacing = {
  after: paragraph.after * 20,
  line: Math.round(paragraph.lines * 240),
  lineRule: 'auto',
} as const;
export const single = { after: 0, before: 0, line: 240, lineRule: 'auto' } as const;

type Look = { readonly bold?: boolean; readonly italics?: boolean; readonly size: number };

export function run(text: string, { size, ...look }: Look): TextRun {
  return new TextRun({ text, size: points(size), ...look });
}

type CentredLook = Look & { readonly keepNext?: boolean };

export function centred(text: string, { keepNext = false, ...look }: CentredLook, before = 0, after = 0): Paragraph {
  return new Paragraph({
    keepNext,
    alignment: AlignmentType.CENTER,
    spacing: { ...single, before: before * 20, after: after * 20 },
    children: [run(text, look)],
  });
}

type Rule = {
  readonly text: string;
  readonly size: number;
  /** Of the width of the text. */
  readonly share: number;
  /** Millimetres in which the line stands in the middle. */
  readonly within: number;
  readonly face?: Face;
};

/** A line under words, as the upper border of an empty paragraph: it stays where it is when the words are edited. */
export function rule({ text, size, share, within, face = '700Bold' }: Rule): Paragraph {
  const set = (tinos(face).widthOf(text, size) * 25.4) / 72;
  const indent = mm((within - Math.min(set, within) * share) / 2);
  return new Paragraph({
    indent: { left: indent, right: indent },
    spacing: { before: 40, after: 0, line: 80, lineRule: 'exact' },
    border: { top: { style: BorderStyle.SINGLE, size: 6, space: 1, color: '000000' } },
    children: [new TextRun({ text: '', size: 4 })],
  });
}
