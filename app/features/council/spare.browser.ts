/**
 * A spare of ballots on their way, for the day the browser is lost between taking and casting: the whole of each, sealed here under a code that
 * only the member writes down. Another browser opens it and goes on with the very same ballot, so that there is never a second one.
 */
import { fromBase64, toBase64 } from './ballot.ts';
import type { Unsigned } from './making.browser.ts';

/** Without I, L, O and U, which are misread. Twenty of them are a hundred bits: nobody tries them all. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const codeLength = 20;
const rounds = 200_000;
/** All of one length, whatever the choice: longer than any, filled with blanks. */
const spareLength = 1536;

export function newCode(): string {
  const drawn = Array.from(crypto.getRandomValues(new Uint8Array(codeLength)), (each) => alphabet[each % 32]);
  return (drawn.join('').match(/.{5}/g) ?? []).join('-');
}

/** As it was typed: small letters, blanks and dashes, and what is easily misread. */
export function codeIn(typed: string): string | undefined {
  const plain = typed.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1');
  return /^[0-9A-HJKMNP-TV-Z]{20}$/.test(plain) ? plain : undefined;
}

/** One for a sheet: slow on purpose. */
export async function keyOfCode(code: string, account: string): Promise<CryptoKey> {
  const text = new TextEncoder();
  const plain = codeIn(code) ?? '';
  const raw = await crypto.subtle.importKey('raw', text.encode(plain), 'PBKDF2', false, ['deriveKey']);
  const salt = text.encode(`thidua.du-phong.1\n${account}`);
  const derived = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: rounds };
  return crypto.subtle.deriveKey(derived, raw, { name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
}

export async function sealSpare(key: CryptoKey, unsigned: Unsigned): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const plain = new TextEncoder().encode(JSON.stringify(unsigned).padEnd(spareLength));
  const body = new Uint8Array(await crypto.subtle.encrypt(about(iv, unsigned.pollId), key, plain));
  const whole = new Uint8Array(iv.length + body.length);
  whole.set(iv);
  whole.set(body, iv.length);
  return toBase64(whole);
}

/** Undefined with another code, of another vote, or changed on the way. */
export async function openSpare(key: CryptoKey, pollId: string, sealed: string): Promise<Unsigned | undefined> {
  try {
    const bytes = fromBase64(sealed);
    const plain = await crypto.subtle.decrypt(about(bytes.slice(0, 12), pollId), key, bytes.slice(12));
    return JSON.parse(new TextDecoder().decode(plain)) as Unsigned;
  } catch {
    return undefined;
  }
}

const about = (iv: Uint8Array<ArrayBuffer>, pollId: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: new TextEncoder().encode(pollId),
});
