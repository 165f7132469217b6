/**
 * Where files are kept: by the hash of their content, so the same file is kept once, a wrong byte shows, and nothing
 * is ever overwritten. There is no delete: evidence stays as long as the archive rules say, and what is no longer
 * needed is dropped by whoever runs the machine, never by a request.
 */
import type { Readable } from 'node:stream';
import type { Result } from '../../kernel/result.ts';
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

export type StoreConfig =
  | { readonly kind: 'folder'; readonly folder: string }
  | {
      readonly kind: 's3';
      readonly endpoint?: string;
      readonly region: string;
      readonly bucket: string;
      readonly prefix?: string;
      readonly pathStyle: boolean;
      readonly accessKeyId?: string;
      readonly secretAccessKey?: string;
    };

export function openStore(config: StoreConfig): FileStore {
  return config.kind === 'folder' ? folderStore(config.folder) : s3Store(config);
}

/**
 * S3 when a bucket is named, else a folder. Without keys in the environment the client looks where it always does
 * (instance role, profile).
 */
export function storeConfig(env: Readonly<Record<string, string | undefined>>, folder: string): StoreConfig {
  const bucket = env['S3_BUCKET'];
  if (!bucket) return { kind: 'folder', folder };
  return {
    kind: 's3',
    bucket,
    region: env['S3_REGION'] ?? 'us-east-1',
    pathStyle: env['S3_PATH_STYLE'] !== 'false',
    ...(env['S3_ENDPOINT'] ? { endpoint: env['S3_ENDPOINT'] } : {}),
    ...(env['S3_PREFIX'] ? { prefix: env['S3_PREFIX'] } : {}),
    ...(env['S3_ACCESS_KEY_ID'] ? { accessKeyId: env['S3_ACCESS_KEY_ID'] } : {}),
    ...(env['S3_SECRET_ACCESS_KEY'] ? { secretAccessKey: env['S3_SECRET_ACCESS_KEY'] } : {}),
  };
}
