import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { CreateBucketCommand, PutObjectCommand, S3Client } from '@aws-sdk/client-s3';
import { pathOf } from './content-hash.server.ts';
import { hasSwift, startS3rver, startSwift } from './s3-servers.fixture.ts';
import type { S3Server } from './s3-servers.fixture.ts';
import { contract } from './store-contract.fixture.ts';
import { openStore } from './store.server.ts';
import type { FileStore } from './store.server.ts';

const bucket = 'minh-chung';

function storeOf(server: S3Server, changed: Readonly<Record<string, string>> = {}): FileStore {
  const { endpoint, accessKeyId, secretAccessKey } = server;
  const s3 = { endpoint, accessKeyId, secretAccessKey, bucket, region: 'us-east-1', pathStyle: true, ...changed };
  return openStore({ s3, dataDir: 'unused' });
}

function runOn(place: string, start: () => Promise<S3Server>): () => Promise<S3Server> {
  let running: Promise<S3Server> | undefined;
  const prepared = once(async () => {
    running = start();
    const server = await running;
    const client = new S3Client({
      region: 'us-east-1',
      endpoint: server.endpoint,
      forcePathStyle: true,
      requestChecksumCalculation: 'WHEN_REQUIRED',
      credentials: server,
    });
    await client.send(new CreateBucketCommand({ Bucket: bucket }));
    return { server, client };
  });
  after(async () => (await running)?.stop());

  contract(place, async () => {
    const { server, client } = await prepared();
    return {
      store: storeOf(server),
      spoil: async (hash) => {
        await client.send(new PutObjectCommand({ Bucket: bucket, Key: pathOf(hash), Body: 'spoiled' }));
      },
    };
  });

  test(`${place}: a bucket that is not there fails the readiness check`, async () => {
    const { server } = await prepared();
    await assert.rejects(storeOf(server, { bucket: 'khong-co' }).probe());
  });

  return async () => (await prepared()).server;
}

runOn('S3 in this process (s3rver)', startS3rver);
if (hasSwift()) {
  const swift = runOn('S3 by OpenStack Swift', startSwift);
  test('S3 by OpenStack Swift: a wrong key fails the readiness check', async () => {
    await assert.rejects(storeOf(await swift(), { secretAccessKey: 'wrong' }).probe());
  });
} else {
  test('OpenStack Swift is not on this machine (Debian: python3-swift): S3 was tried on s3rver only', () => {
    assert.equal(hasSwift(), false);
  });
}

function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
