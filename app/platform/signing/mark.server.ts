/**
 * What is seen of a signature (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.d, II.8.a): the picture of the hand in blue, of the
 * seal in red. Without a picture a plain mark with the name and the time, so that nobody takes it for one.
 */
import { PDF, rgb } from '@libpdf/core';
import type { PDFPage, PdfRef } from '@libpdf/core';
import { tinosFile } from '../print/tinos.server.ts';
import type { Mark } from './signer.ts';

const colours = { blue: rgb(0.05, 0.2, 0.65), red: rgb(0.8, 0.05, 0.05) } as const;

/** Drawn in a file of its own, then taken over as one object: fonts and pictures come along. */
export async function drawMark(into: PDF, mark: Mark): Promise<PdfRef> {
  const drawn = PDF.create();
  const page = drawn.addPage({ width: mark.box.width, height: mark.box.height });
  if (mark.picture) drawPicture(drawn, page, mark.picture);
  else drawPlain(drawn, page, mark);
  const whole = await PDF.load(await drawn.save({ subsetFonts: true }));
  return (await into.embedPage(whole, 0)).ref;
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
