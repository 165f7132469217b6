/**
 * The upper right corner of the first page as a reader shows it, where the signature of a body stands on a file attached to its paper (Nghị định 30/2020/NĐ-CP,
 * Phụ lục I, Phần I, Mục II.8.b): also of a page that is turned or cropped, as scans often are.
 */
import { PDF } from '@libpdf/core';
import type { Box, Turn } from './signer.ts';

const mm = (count: number) => (count * 72) / 25.4;
/** Ours: room for two lines of 10 points, 5 mm from above and 10 mm from the right. */
const room = { width: mm(62), height: mm(10), top: mm(5), right: mm(10) };

export async function firstCorner(pdf: Uint8Array): Promise<Box> {
  const page = (await PDF.load(pdf)).getPage(0);
  if (!page) throw new Error('a PDF without a page');
  return { page: 1, ...cornerOf(page.getCropBox(), page.rotation) };
}

type Sheet = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** In the page's own measures; `turn`: how far its reader turns it clockwise. */
export function cornerOf(sheet: Sheet, turn: Turn): Omit<Box, 'page'> {
  const { width, height, top, right } = room;
  const [lastX, lastY] = [sheet.x + sheet.width, sheet.y + sheet.height];
  switch (turn) {
    case 0:
      return { x: lastX - right - width, y: lastY - top - height, width, height, turn };
    case 90:
      return { x: sheet.x + top, y: lastY - right - width, width: height, height: width, turn };
    case 180:
      return { x: sheet.x + right, y: sheet.y + top, width, height, turn };
    case 270:
      return { x: lastX - top - height, y: sheet.y + right, width: height, height: width, turn };
  }
}
