/** Numbers that look like chance and are the same on every machine: drawn from words, never from a clock. */

/** Between 0 and 1, the same for the same words. */
export function drawn(...words: readonly (string | number)[]): number {
  let hash = 2_166_136_261;
  for (const letter of words.join('\u0001')) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 16_777_619);
  hash = Math.imul(hash ^ (hash >>> 15), 0x85_eb_ca_6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2_b2_ae_35);
  return ((hash ^ (hash >>> 16)) >>> 0) / 4_294_967_296;
}

export function drawnBetween(low: number, high: number, ...words: readonly (string | number)[]): number {
  return low + (high - low) * drawn(...words);
}

export function drawnDay(low: number, high: number, ...words: readonly (string | number)[]): number {
  return Math.floor(drawnBetween(low, high + 1, ...words));
}
