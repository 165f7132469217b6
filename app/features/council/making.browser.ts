/** A secret ballot as a member's browser makes it: its serial drawn here, blinded, signed unseen, unblinded (RFC 9474). */
import { RSABSSA } from '@cloudflare/blindrsa-ts';
import type { Ballot, PublicKey } from './ballot.ts';
import { algorithm, fromBase64, fromHex, messageOf, signedBytes, toBase64, toHex } from './ballot.ts';
import type { Choice } from './tally.ts';

const suite = RSABSSA.SHA384.PSS.Randomized();
const prefixLength = 32;

/** Kept until the ballot is in: without `inv` the signature that comes back is of no use to anybody. */
export type Unsigned = {
  readonly pollId: string;
  readonly serial: string;
  readonly prefix: string;
  readonly choice: Choice;
  readonly blinded: string;
  readonly inv: string;
};

export async function makeUnsigned(key: PublicKey, pollId: string, choice: Choice): Promise<Unsigned> {
  const serial = toHex(crypto.getRandomValues(new Uint8Array(32)));
  const prepared = suite.prepare(messageOf(pollId, { serial, choice }));
  const { blindedMsg, inv } = await suite.blind(await imported(key), prepared);
  const prefix = toHex(prepared.subarray(0, prefixLength));
  return { pollId, serial, prefix, choice, blinded: toBase64(blindedMsg), inv: toHex(inv) };
}

/** Throws when the signature is not one: then the server did not sign what it was asked to. */
export async function finished(key: PublicKey, unsigned: Unsigned, blindSignature: string): Promise<Ballot> {
  const { pollId, serial, prefix, choice, inv } = unsigned;
  const message = signedBytes(pollId, { serial, prefix, choice });
  const signature = await suite.finalize(await imported(key), message, fromBase64(blindSignature), fromHex(inv));
  return { serial, prefix, choice, signature: toBase64(signature) };
}

function imported(key: PublicKey): Promise<CryptoKey> {
  return crypto.subtle.importKey('jwk', { ...key, alg: 'PS384', ext: true }, algorithm, true, ['verify']);
}
