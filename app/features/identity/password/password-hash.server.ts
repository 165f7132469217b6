/**
 * Argon2id by Node itself, stored as a PHC string, so that the cost can rise without a migration: a hash made at a lower
 * cost is made again at the next sign-in. Two at once at most, because each takes 19 MiB and a thread of the pool.
 */
import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Argon2Parameters } from 'node:crypto';
import { composed } from './password-rules.ts';

const cost = { memory: 19_456, passes: 2, parallelism: 1 } as const;
const tagLength = 32;
const atOnce = 2;
const mostWaiting = 200;

let running = 0;
const waiting: (() => void)[] = [];

/** The server is asked for more hashes than it can make: try again later. */
export class TooBusy extends Error {}

export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive(composed(password), { ...cost, nonce, tagLength });
  return `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Takes the same time whether there is a hash or none, so that an answer does not tell which names exist. */
export async function isPassword(password: string, stored: string | null): Promise<boolean> {
  const wanted = read(stored ?? nobodysHash);
  const tag = await derive(composed(password), wanted);
  return timingSafeEqual(tag, wanted.tag) && stored !== null;
}

export function isOutdated(stored: string): boolean {
  const { memory, passes, parallelism } = read(stored);
  return memory < cost.memory || passes < cost.passes || parallelism !== cost.parallelism;
}

type Wanted = Pick<Argon2Parameters, 'memory' | 'passes' | 'parallelism' | 'nonce' | 'tagLength'>;

async function derive(password: string, wanted: Wanted): Promise<Buffer> {
  await turn();
  try {
    return await new Promise<Buffer>((done, failed) => {
      const { memory, passes, parallelism, nonce, tagLength: length } = wanted;
      const parameters = { message: password, memory, passes, parallelism, nonce, tagLength: length };
      argon2('argon2id', parameters, (fault, tag) => (fault ? failed(fault) : done(tag)));
    });
  } finally {
    running -= 1;
    waiting.shift()?.();
  }
}

async function turn(): Promise<void> {
  if (running >= atOnce) {
    if (waiting.length >= mostWaiting) throw new TooBusy('too many passwords to check at once');
    await new Promise<void>((go) => waiting.push(go));
  }
  running += 1;
}

function read(stored: string): Wanted & { readonly tag: Buffer } {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([^$]+)\$([^$]+)$/.exec(stored);
  if (!found) throw new Error('not an argon2id hash');
  const [, memory, passes, parallelism, nonce = '', tag = ''] = found;
  const tagBytes = Buffer.from(tag, 'base64');
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce, 'base64'),
    tagLength: tagBytes.length,
    tag: tagBytes,
  };
}

function base64(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64').replace(/=+$/, '');
}

const nobodysHash = `$argon2id$v=19$m=${cost.memory},t=${cost.passes},p=${cost.parallelism}$${base64(
  Buffer.alloc(16, 7),
)}$${base64(Buffer.alloc(tagLength))}`;
