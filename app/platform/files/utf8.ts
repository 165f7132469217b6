/**
 * Text from outside must be UTF-8. When it is not, the refusal says where it breaks, or which encoding it looks like,
 * so that the sender knows what to do. Guessing an encoding would store wrong names without anyone noticing.
 */
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export type ForeignEncoding = 'utf-16' | 'windows-1258';

export type TextRefusal =
  | { readonly kind: 'broken_utf8'; readonly line: number; readonly byte: number }
  | { readonly kind: 'wrong_encoding'; readonly encoding: ForeignEncoding };

/** The text without its byte order mark, in the letters as sent (not yet composed). */
export function decodeUtf8(bytes: Uint8Array): Result<string, TextRefusal> {
  if (isUtf16(bytes)) return refuse({ kind: 'wrong_encoding', encoding: 'utf-16' });
  try {
    return ok(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    if (looksLikeWindows1258(bytes)) return refuse({ kind: 'wrong_encoding', encoding: 'windows-1258' });
    return refuse({ kind: 'broken_utf8', ...whereItBreaks(bytes) });
  }
}

/** As it is kept: composed, and without the NUL that no keyboard types and PostgreSQL does not take. */
export function composedText(text: string): string {
  return text.normalize('NFC').replaceAll('\0', '');
}

/** Control characters other than tab, line feed, form feed and carriage return: no person typed this. */
export function hasControlBytes(bytes: Uint8Array): boolean {
  return bytes.some((byte) => (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13) || byte === 127);
}

/** A mark at the start, or the zero bytes that every second Latin letter leaves. */
function isUtf16(bytes: Uint8Array): boolean {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return true;
  const start = bytes.subarray(0, 400);
  if (start.length < 8) return false;
  const zeros = [0, 0];
  start.forEach((byte, index) => {
    if (byte === 0) zeros[index % 2]! += 1;
  });
  const half = start.length / 2;
  return (zeros[0]! > half * 0.4 && zeros[1] === 0) || (zeros[1]! > half * 0.4 && zeros[0] === 0);
}

/** Vietnamese code page: letters with the combining tone bytes CC, D2, DE, EC, F2 right after a letter. */
function looksLikeWindows1258(bytes: Uint8Array): boolean {
  let tones = 0;
  let high = 0;
  for (let at = 1; at < bytes.length; at += 1) {
    const byte = bytes[at]!;
    if (byte < 0x80) continue;
    high += 1;
    const before = bytes[at - 1]!;
    const isAfterLetter = (before >= 0x41 && before <= 0x7a) || before >= 0xc0;
    if (isAfterLetter && (byte === 0xcc || byte === 0xd2 || byte === 0xde || byte === 0xec || byte === 0xf2))
      tones += 1;
  }
  return tones >= 2 && tones * 8 >= high;
}

/** Line and byte are counted from one, as editors count; the byte is the first of the broken letter. */
function whereItBreaks(bytes: Uint8Array): { readonly line: number; readonly byte: number } {
  let whole = 0;
  let broken = bytes.length;
  while (whole < broken) {
    const middle = Math.ceil((whole + broken) / 2);
    if (isPrefixOfUtf8(bytes.subarray(0, middle))) whole = middle;
    else broken = middle - 1;
  }
  const letters = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, whole), { stream: true });
  return { line: letters.split('\n').length, byte: new TextEncoder().encode(letters).length + 1 };
}

function isPrefixOfUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}
