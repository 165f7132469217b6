/** A file of the store, whole; undefined when the store has lost it. */
import { buffer } from 'node:stream/consumers';
import type { Services } from '../../platform/services.server.ts';

export async function bytesOf(store: Services['files'], hash: string): Promise<Uint8Array | undefined> {
  const opened = await store.open(hash);
  return opened && buffer(opened.stream);
}
