/**
 * Whether a picture may stand for a hand or a seal (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.d, II.8.a): .png with a clear ground, the hand
 * blue, the seal red and of its real size. How wide a hand is no text lays down: whoever sets it says so.
 */
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Pixels } from './png.server.ts';
import { isPng, pixelsOf } from './png.server.ts';

export type MarkKind = 'hand' | 'seal';
export const largestPicture = 256 * 1024;
/** In mm, as the table of identities allows. */
export const widths = { least: 5, most: 90 } as const;

export const pictureProblems = [
  'missing',
  'too_large',
  'not_png',
  'unreadable',
  'no_clear_ground',
  'empty',
  'not_blue',
  'not_red',
  'width_wrong',
  'shape_wrong',
] as const;
export type PictureProblem = (typeof pictureProblems)[number];
export type PictureWrong = { readonly kind: 'picture_wrong'; readonly problem: PictureProblem };
export type MarkPicture = { readonly picture: Uint8Array; readonly width: number; readonly height: number };

/** `width` in mm; the height follows from the picture. */
export function readPicture(bytes: Uint8Array, kind: MarkKind, width: number): Result<MarkPicture, PictureWrong> {
  const wrong = (problem: PictureProblem) => refuse({ kind: 'picture_wrong', problem } as const);
  if (bytes.length === 0) return wrong('missing');
  if (bytes.length > largestPicture) return wrong('too_large');
  if (!isPng(bytes)) return wrong('not_png');
  const pixels = pixelsOf(bytes);
  if (!pixels) return wrong('unreadable');
  const problem = problemOf(pixels, kind);
  if (problem) return wrong(problem);
  if (!Number.isInteger(width) || width < widths.least || width > widths.most) return wrong('width_wrong');
  const height = Math.round((width * pixels.height) / pixels.width);
  if (height < widths.least || height > widths.most) return wrong('shape_wrong');
  return ok({ picture: bytes, width, height });
}

/** At least a tenth of the ground is clear, with all four corners; what is drawn has on the whole the colour that is laid down. */
function problemOf({ width, height, rgba }: Pixels, kind: MarkKind): PictureProblem | undefined {
  let [clear, drawn, red, green, blue] = [0, 0, 0, 0, 0];
  for (let at = 0; at < rgba.length; at += 4) {
    const alpha = rgba[at + 3] ?? 0;
    if (alpha < 16) clear += 1;
    else if (alpha > 127) {
      drawn += 1;
      red += rgba[at] ?? 0;
      green += rgba[at + 1] ?? 0;
      blue += rgba[at + 2] ?? 0;
    }
  }
  const corners = [0, width - 1, (height - 1) * width, height * width - 1];
  const isClear = corners.every((at) => (rgba[at * 4 + 3] ?? 255) < 16) && clear * 10 >= width * height;
  if (!isClear) return 'no_clear_ground';
  if (drawn * 1000 < width * height) return 'empty';
  if (kind === 'hand') return blue > red && blue >= green && blue - red > drawn * 20 ? undefined : 'not_blue';
  return red > green && red > blue && red - Math.max(green, blue) > drawn * 30 ? undefined : 'not_red';
}
