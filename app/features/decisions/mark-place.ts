/**
 * Where hand and seal stand to each other, in mm (Nghị định 30/2020/NĐ-CP, Phụ lục I, Phần I, Mục II.7.d, II.8.a): the hand in the middle between office and
 * name; the seal, of its real size, over a third of the hand from the left.
 */
export type MarkPart = 'person' | 'seal';
export type MarkSize = { readonly width: number; readonly height: number };

/** Ours, where there is no picture: a hand of 50 × 20 mm; a seal of 36 mm, which no source at hand lays down. */
export const plainSizes: Readonly<Record<MarkPart, MarkSize>> = {
  person: { width: 50, height: 20 },
  seal: { width: 36, height: 36 },
};

/** Lower left corner of a mark from the middle of the place, to the right and up. */
export function cornerOf(part: MarkPart, own: MarkSize, hand: MarkSize): { readonly x: number; readonly y: number } {
  const x = part === 'person' ? -own.width / 2 : -hand.width / 6 - own.width;
  return { x, y: -own.height / 2 };
}
