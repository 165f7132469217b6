/**
 * Files in an S3 bucket, ours or another's (OpenStack Swift, Ceph, MinIO, a cloud). The client is loaded only here, so
 * who keeps files in a folder never pays for it.
 */
import type { Readable } from 'node:stream';
import type * as Sdk from '@aws-sdk/client-s3';
import { ok, refuse } from '../../kernel/result.ts';
import { hashOf, hashOfStream, pathOf } from './content-hash.server.ts';
import type { Config } from '../config.server.ts';
import type { FileStore } from './store.server.ts';

type S3Config = NonNullable<Config['s3']>;

export function s3Store(config: S3Config): FileStore {
  const at = (hash: string): { readonly Bucket: string; readonly Key: string } => ({
    Bucket: config.bucket,
    Key: pathOf(hash),
  });
  const connect = once(() => connectTo(config));

  const read = async (hash: string): Promise<Sdk.GetObjectCommandOutput | undefined> => {
    const { client, sdk } = await connect();
    return client.send(new sdk.GetObjectCommand(at(hash))).catch(absentOrThrow);
  };
  const has = async (hash: string): Promise<boolean> => {
    const { client, sdk } = await connect();
    return (await client.send(new sdk.HeadObjectCommand(at(hash))).catch(absentOrThrow)) !== undefined;
  };

  return {
    has,
    async put(bytes) {
      const hash = hashOf(bytes);
      if (await has(hash)) return ok({ hash });
      const { client, sdk } = await connect();
      try {
        await client.send(new sdk.PutObjectCommand({ ...at(hash), Body: bytes, ContentLength: bytes.length }));
      } catch (error) {
        if (isFull(error)) return refuse({ kind: 'storage_full' });
        throw error;
      }
      return ok({ hash });
    },
    async open(hash) {
      const found = await read(hash);
      // On Node the body of an answer is always a Node stream; the SDK's type speaks for browsers too.
      return found?.Body ? { size: found.ContentLength ?? 0, stream: found.Body as Readable } : undefined;
    },
    async verify(hash) {
      const found = await read(hash);
      if (!found?.Body) return 'missing';
      return (await hashOfStream(found.Body as Readable)) === hash ? 'intact' : 'broken';
    },
    async probe() {
      const { client, sdk } = await connect();
      await client.send(new sdk.HeadBucketCommand({ Bucket: config.bucket }));
    },
  };
}

async function connectTo(config: S3Config): Promise<{ client: Sdk.S3Client; sdk: typeof Sdk }> {
  const sdk = await import('@aws-sdk/client-s3');
  const { accessKeyId, secretAccessKey, endpoint } = config;
  const client = new sdk.S3Client({
    region: config.region,
    forcePathStyle: config.pathStyle,
    maxAttempts: 3,
    // Servers other than Amazon's often know no trailing checksums; the content hash is checked by us in any case.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    endpoint,
    credentials: { accessKeyId, secretAccessKey },
  });
  return { client, sdk };
}

function absentOrThrow(error: unknown): undefined {
  if (statusOf(error) === 404) return undefined;
  throw error;
}

/** 507 is how Swift and gateways over a file system say it; the names are those of Ceph and MinIO quotas. */
function isFull(error: unknown): boolean {
  const name = error instanceof Error ? error.name : '';
  return (
    statusOf(error) === 507 || ['QuotaExceeded', 'XMinioStorageFull', 'XMinioAdminBucketQuotaExceeded'].includes(name)
  );
}

function statusOf(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('$metadata' in error)) return undefined;
  return (error.$metadata as { readonly httpStatusCode?: number }).httpStatusCode;
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
