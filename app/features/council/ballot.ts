/**
 * A secret ballot as bytes: what a member's browser has signed blindly (RFC 9474, RSABSSA-SHA384-PSS-Randomized) and what anybody
 * verifies later. The choice stands inside what is signed, so that nobody can change it; the serial is the browser's own chance.
 */
import type { Choice } from './tally.ts';
import { choices } from './tally.ts';

/** `prefix`: the 32 random bytes that the Randomized variant sets before the message. Hexadecimal; the signature in base64url. */
export type Ballot = {
  readonly serial: string;
  readonly prefix: string;
  readonly choice: Choice;
  readonly signature: string;
};
export type PublicKey = { readonly kty: 'RSA'; readonly n: string; readonly e: string };

export const algorithm = { name: 'RSA-PSS', hash: 'SHA-384' } as const;
export const saltLength = 48;
/** Enough: the secrecy of a blinded ballot does not rest on it, only that none is forged until its count is published. */
export const modulusLength = 2048;
const head = 'thidua.ballot.1';

/** Of one poll: a signature for one nominee is worth nothing for another, which has a key of its own as well. */
export function messageOf(
  pollId: string,
  { serial, choice }: Pick<Ballot, 'serial' | 'choice'>,
): Uint8Array<ArrayBuffer> {
  return bytesOf(`${head}\n${pollId}\n${choice}\n${serial}`);
}

export function signedBytes(pollId: string, ballot: Omit<Ballot, 'signature'>): Uint8Array<ArrayBuffer> {
  const [prefix, message] = [fromHex(ballot.prefix), messageOf(pollId, ballot)];
  const whole = new Uint8Array(prefix.length + message.length);
  whole.set(prefix);
  whole.set(message, prefix.length);
  return whole;
}

/** Whatever came in: undefined unless it has the shape of a ballot. */
export function ballotIn(given: unknown): Ballot | undefined {
  if (typeof given !== 'object' || given === null) return undefined;
  const { serial, prefix, choice, signature } = given as Readonly<Record<string, unknown>>;
  const known = choices.find((each) => each === choice);
  if (!known || !isHex(serial) || !isHex(prefix)) return undefined;
  if (typeof signature !== 'string' || !/^[\w-]{342}$/.test(signature)) return undefined;
  return { serial, prefix, choice: known, signature };
}

const isHex = (given: unknown): given is string => typeof given === 'string' && /^[0-9a-f]{64}$/.test(given);

export async function isGenuine(key: PublicKey, pollId: string, ballot: Ballot): Promise<boolean> {
  const jwk = { ...key, alg: 'PS384', ext: true };
  const imported = await crypto.subtle.importKey('jwk', jwk, algorithm, true, ['verify']).catch(() => undefined);
  if (!imported) return false;
  const { name } = algorithm;
  return crypto.subtle.verify(
    { name, saltLength },
    imported,
    fromBase64(ballot.signature),
    signedBytes(pollId, ballot),
  );
}

/** All ballots of a poll as text, in the order of their serials: what the digest in the minutes is made of. */
export function canonical(pollId: string, ballots: readonly Ballot[]): string {
  const sorted = ballots.toSorted((a, b) => (a.serial < b.serial ? -1 : 1));
  const lines = sorted.map(({ serial, prefix, choice, signature }) => `${serial} ${prefix} ${choice} ${signature}`);
  return [head, pollId, ...lines].join('\n');
}

export async function digestOf(text: string): Promise<string> {
  return toHex(new Uint8Array(await crypto.subtle.digest('SHA-256', bytesOf(text))));
}

export function bytesOf(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

export function toHex(bytes: Uint8Array): string {
  return Array.from(bytes, (each) => each.toString(16).padStart(2, '0')).join('');
}

export function fromHex(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const each of bytes) binary += String.fromCharCode(each);
  return btoa(binary).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
}

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text.replaceAll('-', '+').replaceAll('_', '/')), (each) => each.charCodeAt(0));
}
