/** Random tokens: 256 bits given out once, of which only the hash is kept. Looked up by that hash, so nothing is compared. */
import { createHash, randomBytes } from 'node:crypto';

export type Token = { readonly token: string; readonly hash: Buffer };

export function newToken(): Token {
  const token = randomBytes(32).toString('base64url');
  return { token, hash: tokenHash(token) };
}

export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
