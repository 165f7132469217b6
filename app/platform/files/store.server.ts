/**
 * Where files are kept: by the hash of their content, so the same file is kept once, a wrong byte shows, and nothing
 * is ever overwritten. There is no delete: evidence stays as long as the archive rules say, and what is no longer
 * needed is dropped by whoever runs the machine, never by a request.
 */
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import type { Result } from '../../kernel/result.ts';
import type { Config } from '../config.server.ts';
import { folderStore } from './folder-store.server.ts';
import { s3Store } from './s3-store.server.ts';

export type StoreRefusal = { readonly kind: 'storage_full' };

export type FileStore = {
  /** Keeps the bytes and answers their hash only once they are safe. The same bytes again are no work and no fault. */
  readonly put: (bytes: Uint8Array) => Promise<Result<{ readonly hash: string }, StoreRefusal>>;
  readonly has: (hash: string) => Promise<boolean>;
  /** Undefined when there is no such file. */
  readonly open: (hash: string) => Promise<{ readonly size: number; readonly stream: Readable } | undefined>;
  /** Reads the whole file back and compares: `missing` and `broken` are for the operator to act on. */
  readonly verify: (hash: string) => Promise<'intact' | 'broken' | 'missing'>;
  /** For the readiness check: throws when the place cannot be reached. */
  readonly probe: () => Promise<void>;
};

/** S3 when the configuration names a bucket, else a folder beside the other data. */
export function openStore({ s3, dataDir }: Pick<Config, 's3' | 'dataDir'>): FileStore {
  return s3 ? s3Store(s3) : folderStore(join(dataDir, 'files'));
}
