/** Tinos, which comes with the product: the widths of Times New Roman, and free (SIL Open Font License). */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { readFont } from './font.ts';
import type { Font } from './font.ts';

const require = createRequire(import.meta.url);

export type Face = '400Regular' | '400Regular_Italic' | '700Bold' | '700Bold_Italic';
export const faces: readonly Face[] = ['400Regular', '400Regular_Italic', '700Bold', '700Bold_Italic'];

export function tinosFile(face: Face): Buffer {
  return readFileSync(require.resolve(`@expo-google-fonts/tinos/${face}/Tinos_${face}.ttf`));
}

const read = new Map<Face, Font>();

export function tinos(face: Face): Font {
  const known = read.get(face) ?? readFont(tinosFile(face));
  read.set(face, known);
  return known;
}
