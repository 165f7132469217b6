/** The body of a request: read no further than its limit, as UTF-8, as JSON. Letters are composed (NFC), and no text holds a zero. */
import type { IncomingMessage } from 'node:http';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';
import { decodeUtf8 } from '../files/utf8.ts';
import type { Problem, ProblemKind } from './problem.ts';

type Unread = { readonly kind: ProblemKind } & Problem;

export async function readJson(request: IncomingMessage, limit: number): Promise<Result<unknown, Unread>> {
  if (!isJson(request)) return refuse({ kind: 'unsupported_media' });
  const bytes = await readBytes(request, limit);
  if (bytes === undefined) return refuse({ kind: 'too_large' });
  const text = decodeUtf8(bytes);
  if (!text.ok) return refuse({ kind: 'broken_text' });
  try {
    return ok(JSON.parse(text.value) as unknown);
  } catch {
    return refuse({ kind: 'malformed_body' });
  }
}

function isJson({ headers }: IncomingMessage): boolean {
  const [type, ...parameters] = (headers['content-type'] ?? '').toLowerCase().split(';');
  const charset = parameters.map((each) => each.trim()).find((each) => each.startsWith('charset='));
  const isUtf8 = charset === undefined || /^charset="?utf-?8"?$/.test(charset);
  const isBare = (headers['content-encoding'] ?? 'identity') === 'identity';
  return type?.trim() === 'application/json' && isUtf8 && isBare;
}

/** Undefined when it is longer than the limit; the rest is thrown away unread, so that the sender gets to read why. */
async function readBytes(request: IncomingMessage, limit: number): Promise<Uint8Array | undefined> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    size += (chunk as Buffer).length;
    if (size > limit) {
      request.resume();
      return undefined;
    }
    chunks.push(chunk as Buffer);
  }
  return Buffer.concat(chunks);
}

/** After the schema has bounded its depth. Undefined: some text holds what PostgreSQL cannot keep. */
export function composed<Value>(value: Value): Value | undefined {
  let isBroken = false;
  const walk = (each: unknown): unknown => {
    if (typeof each === 'string') {
      if (each.includes('\0') || !each.isWellFormed()) isBroken = true;
      return each.normalize('NFC');
    }
    if (Array.isArray(each)) return each.map(walk);
    if (each === null || typeof each !== 'object') return each;
    return Object.fromEntries(Object.entries(each).map(([name, inner]) => [name, walk(inner)]));
  };
  const whole = walk(value) as Value;
  return isBroken ? undefined : whole;
}
