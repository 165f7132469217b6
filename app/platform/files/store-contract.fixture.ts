/** What every place for files must keep to. The same tests run on each. */
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { expectOk } from '../../kernel/result.ts';
import { hashOf } from './content-hash.server.ts';
import type { FileStore } from './store.server.ts';

export type StoreUnderTest = {
  readonly store: FileStore;
  /** Changes the kept bytes behind the store's back. */
  readonly spoil: (hash: string) => Promise<void>;
};

export function contract(place: string, underTest: () => Promise<StoreUnderTest>): void {
  const keep = async (bytes: Uint8Array): Promise<string> => {
    const { store } = await underTest();
    return expectOk(await store.put(bytes)).hash;
  };

  test(`${place}: a file is kept under the hash of its content and read back whole`, async () => {
    const { store } = await underTest();
    const bytes = randomBytes(300_000);
    const hash = await keep(bytes);
    assert.equal(hash, hashOf(bytes));
    const opened = await store.open(hash);
    assert.ok(opened);
    assert.equal(opened.size, bytes.length);
    assert.deepEqual(Buffer.concat(await opened.stream.toArray()), bytes);
    assert.equal(await store.verify(hash), 'intact');
  });

  test(`${place}: an empty file and the same file twice, at once too, are one file each`, async () => {
    const { store } = await underTest();
    assert.equal(await keep(new Uint8Array()), hashOf(new Uint8Array()));
    const bytes = randomBytes(1000);
    const hashes = await Promise.all([keep(bytes), keep(bytes), keep(bytes)]);
    assert.deepEqual(new Set(hashes), new Set([hashOf(bytes)]));
    assert.equal(await keep(bytes), hashOf(bytes));
    assert.equal(await store.verify(hashOf(bytes)), 'intact');
  });

  test(`${place}: what was never kept is not there`, async () => {
    const { store } = await underTest();
    const hash = hashOf(randomBytes(20));
    assert.equal(await store.has(hash), false);
    assert.equal(await store.open(hash), undefined);
    assert.equal(await store.verify(hash), 'missing');
  });

  test(`${place}: a changed byte is found`, async () => {
    const { store, spoil } = await underTest();
    const hash = await keep(randomBytes(500));
    await spoil(hash);
    assert.equal(await store.has(hash), true);
    assert.equal(await store.verify(hash), 'broken');
  });

  test(`${place}: anything but a hash is a mistake of the caller, not a path`, async () => {
    const { store } = await underTest();
    await assert.rejects(async () => store.has('../../etc/passwd'), /not a content hash/);
    await assert.rejects(async () => store.open(`${'a'.repeat(63)}/`), /not a content hash/);
  });

  test(`${place}: the readiness check passes`, async () => {
    const { store } = await underTest();
    await store.probe();
  });
}
