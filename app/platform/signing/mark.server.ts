/**
 * What is seen of a signature (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.d, II.8): the picture of the hand in blue, of the
 * seal in red; without a picture a plain mark with the name and the time, so that nobody takes it for one. On a file attached to a paper
 * nothing but number and time, upright, in black, of 10 points.
 */
import { PDF, PdfArray, PdfDict, PdfNumber, rgb } from '@libpdf/core';
import type { PDFPage, PdfRef } from '@libpdf/core';
import { tinosFile } from '../print/tinos.server.ts';
import type { Mark, Turn } from './signer.ts';

const colours = { blue: rgb(0.05, 0.2, 0.65), red: rgb(0.8, 0.05, 0.05), black: rgb(0, 0, 0) } as const;

/** Drawn in a file of its own, then taken over as one object: fonts and pictures come along. */
export async function drawMark(into: PDF, mark: Mark): Promise<PdfRef> {
  const drawn = PDF.create();
  const { width, height, turn = 0 } = mark.box;
  const isAside = turn === 90 || turn === 270;
  const page = drawn.addPage(isAside ? { width: height, height: width } : { width, height });
  if (mark.picture) drawPicture(drawn, page, mark.picture);
  else if (mark.shape === 'text') drawText(drawn, page, mark);
  else drawPlain(drawn, page, mark);
  const whole = await PDF.load(await drawn.save({ subsetFonts: true }));
  const { ref } = await into.embedPage(whole, 0);
  if (turn !== 0) setUpright(into, ref, turn);
  return ref;
}

/** Against the turn of its page, so that it is read upright. */
const upright: Readonly<Record<Exclude<Turn, 0>, readonly number[]>> = {
  90: [0, 1, -1, 0, 0, 0],
  180: [-1, 0, 0, -1, 0, 0],
  270: [0, -1, 1, 0, 0, 0],
};

function setUpright(into: PDF, ref: PdfRef, turn: Exclude<Turn, 0>): void {
  const form = into.context.registry.resolve(ref);
  if (!(form instanceof PdfDict)) throw new Error('the mark is not where it was put');
  form.set('Matrix', new PdfArray(upright[turn].map((each) => PdfNumber.of(each))));
}

const textSize = 10;

function drawText(file: PDF, page: PDFPage, { colour, lines }: Mark): void {
  const font = file.embedFont(tinosFile('400Regular'));
  for (const [at, line] of lines.entries()) {
    const x = page.width - font.getTextWidth(line, textSize);
    page.drawText(line, {
      x,
      y: page.height - (at + 1) * textSize * 1.2,
      font,
      size: textSize,
      color: colours[colour],
    });
  }
}

/** As large as it fits, in the middle. */
function drawPicture(file: PDF, page: PDFPage, picture: Uint8Array): void {
  const image = file.embedPng(picture);
  const scale = Math.min(page.width / image.width, page.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  page.drawImage(image, { x: (page.width - width) / 2, y: (page.height - height) / 2, width, height });
}

function drawPlain(file: PDF, page: PDFPage, { colour, shape, lines }: Mark): void {
  const font = file.embedFont(tinosFile('400Regular'));
  const [color, { width, height }] = [colours[colour], page];
  if (shape === 'seal') {
    const at = { x: width / 2, y: height / 2, borderColor: color };
    page.drawCircle({ ...at, radius: width / 2 - 1.2, borderWidth: 1.6 });
    page.drawCircle({ ...at, radius: width / 2 - 4, borderWidth: 0.6 });
  } else {
    page.drawRectangle({
      x: 0.6,
      y: 0.6,
      width: width - 1.2,
      height: height - 1.2,
      borderColor: color,
      borderWidth: 0.8,
    });
  }
  const inner = shape === 'seal' ? width * 0.76 : width - 8;
  const widest = Math.max(...lines.map((line) => font.getTextWidth(line, 1)), 1);
  const size = Math.min(10, inner / widest, (height - 6) / (lines.length * 1.25));
  const top = height / 2 + (lines.length * size * 1.25) / 2 - size;
  for (const [at, line] of lines.entries()) {
    const x = (width - font.getTextWidth(line, size)) / 2;
    page.drawText(line, { x, y: top - at * size * 1.25, font, size, color });
  }
}
