/** What a font says of itself, read from its OpenType tables: which letters it has, and how wide they are. */

export type Font = {
  readonly has: (letter: string) => boolean;
  /** Width of a line at a size, in the size's own unit; a letter that is not there counts as half a square. */
  readonly widthOf: (text: string, size: number) => number;
};

/** Throws when a table is missing: the fonts come with the product, so that is a fault. */
export function readFont(bytes: Uint8Array): Font {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const glyphs = glyphsOf(view);
  const square = view.getUint16(tableAt(view, 'head') + 18);
  const counted = view.getUint16(tableAt(view, 'hhea') + 34);
  const widths = tableAt(view, 'hmtx');
  const advance = (letter: string): number => {
    const glyph = glyphs.get(letter.codePointAt(0) ?? 0);
    return glyph === undefined ? square / 2 : view.getUint16(widths + Math.min(glyph, counted - 1) * 4);
  };
  return {
    has: (letter) => glyphs.has(letter.codePointAt(0) ?? 0),
    widthOf: (text, size) => (Array.from(text).reduce((sum, letter) => sum + advance(letter), 0) * size) / square,
  };
}

/** From code point to glyph: `cmap`, format 4, whose arrays lie side by side. */
function glyphsOf(view: DataView): ReadonlyMap<number, number> {
  const table = mapAt(view, tableAt(view, 'cmap'));
  const segments = view.getUint16(table + 6) / 2;
  const array = (nth: number) => table + 14 + nth * segments * 2 + (nth > 0 ? 2 : 0);
  const found = new Map<number, number>();
  for (let at = 0; at < segments; at += 1) {
    const [end, start, delta] = [0, 1, 2].map((nth) => view.getUint16(array(nth) + at * 2));
    const range = array(3) + at * 2;
    const offset = view.getUint16(range);
    for (let code = start ?? 0; code <= (end ?? 0) && code < 0xffff; code += 1) {
      const raw = offset === 0 ? code : view.getUint16(range + offset + (code - (start ?? 0)) * 2);
      const glyph = raw === 0 && offset !== 0 ? 0 : (raw + (delta ?? 0)) & 0xffff;
      if (glyph !== 0) found.set(code, glyph);
    }
  }
  return found;
}

function tableAt(view: DataView, name: string): number {
  for (let at = 12; at < 12 + view.getUint16(4) * 16; at += 16) {
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => view.getUint8(at + byte)));
    if (tag === name) return view.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${name}`);
}

function mapAt(view: DataView, cmap: number): number {
  for (let at = cmap + 4; at < cmap + 4 + view.getUint16(cmap + 2) * 8; at += 8) {
    const start = cmap + view.getUint32(at + 4);
    if (view.getUint16(start) === 4) return start;
  }
  throw new Error('the font has no table of letters in format 4');
}

const box = '\u25A1';
/** What can be set in the font: a letter it lacks becomes a box. Everything else stays as it is. */
export function settable(text: string, font: Font): string {
  return Array.from(text, (letter) => coveredBy(font, letter)).join('');
}

function coveredBy(font: Font, letter: string): string {
  if (letter === '\n' || font.has(letter)) return letter;
  // Joiners and variation selectors draw nothing, and go with the picture they belonged to.
  if (/\p{Cf}|\p{Variation_Selector}|\p{Emoji_Modifier}|\p{M}/u.test(letter)) return '';
  return /\s/u.test(letter) ? ' ' : box;
}
