/** The one place that says what a content hash is. */
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

export async function hashOfStream(stream: Readable): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of stream) hash.update(chunk as Uint8Array);
  return hash.digest('hex');
}

/** `aa/bb/aabb…`: few enough entries in one folder for any file system. Anything but a hash is a mistake of the caller. */
export function pathOf(hash: string): string {
  if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error('not a content hash');
  return `${hash.slice(0, 2)}/${hash.slice(2, 4)}/${hash}`;
}
