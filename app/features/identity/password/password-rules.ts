/**
 * What a password must be, after NIST SP 800-63B: long enough, not guessable, and no ritual of signs and digits.
 * Compared in composed form (NFKC), so that any keyboard can type it again.
 */
import { fold } from '../../../kernel/fold.ts';
import { commonStems, keyboardRows } from './common-passwords.ts';

export const minPasswordLength = 10;
export const maxPasswordLength = 200;

export type PasswordFault = 'too_short' | 'too_long' | 'like_username' | 'common' | 'not_same';

export function composed(password: string): string {
  return password.normalize('NFKC');
}

export function passwordFault(password: string, username: string): PasswordFault | undefined {
  const text = composed(password);
  const length = Array.from(text).length;
  if (length < minPasswordLength) return 'too_short';
  if (length > maxPasswordLength) return 'too_long';
  const folded = fold(text);
  if (username.length >= 3 && folded.includes(fold(username)) && length < username.length + 6) return 'like_username';
  return isCommon(folded) ? 'common' : undefined;
}

function isCommon(folded: string): boolean {
  if (new Set(folded).size < 5) return true;
  if (isRun(folded)) return true;
  const stem = folded.replace(/^[^a-z@$]+|[^a-z@$]+$/g, '');
  return [stem, unmasked(stem)].some((text) => isStem(text.replace(/[^a-z]/g, '')));
}

function isStem(letters: string): boolean {
  return commonStems.has(letters) || halves(letters).some((half) => commonStems.has(half));
}

/** 1234567890, abcdefghij, qwertyuiop, and the same backwards or repeated. */
function isRun(text: string): boolean {
  const rows = keyboardRows.flatMap((row) => [row, Array.from(row).toReversed().join('')]);
  return rows.some((row) => (row + row + row).includes(text));
}

/** matkhaumatkhau is as well known as matkhau. */
function halves(text: string): readonly string[] {
  const half = text.slice(0, text.length / 2);
  return text.length > 0 && half + half === text ? [half] : [];
}

/** p@$$w0rd is as well known as password. */
function unmasked(folded: string): string {
  const masks: Readonly<Record<string, string>> = { '@': 'a', $: 's', '0': 'o', '3': 'e' };
  return folded.replace(/[@$03]/g, (sign) => masks[sign] ?? sign);
}
