import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { contextFor, insertWorld, people, today, units } from '../../../tests/world.ts';
import { inRollback } from '../../../tests/database.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { createBlock, setMembers } from './blocks.server.ts';
import { unitsAll, unitsPage } from './unit-list.server.ts';
import type { UnitsQuery } from './unit-filter.ts';
import { changeUnit, dissolveUnit } from './units.server.ts';

const all: UnitsQuery = {
  text: '',
  kind: null,
  communeType: null,
  parentCode: null,
  blockCode: null,
  life: 'alive',
  on: null,
  year: 2026,
  sort: { by: 'ten', direction: 'asc' },
};
const found = async (tx: Transaction<DB>, query: Partial<UnitsQuery>) =>
  (await unitsAll(tx, stranger, { ...all, ...query })).map((row) => row.code);

test('the list filters, sorts, counts and pages', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const first = await unitsPage(tx, stranger, all, { page: 1, size: 5 });
    assert.deepEqual([first.rows.length, first.total], [5, 7]);
    const second = await unitsPage(tx, stranger, all, { page: 2, size: 5 });
    const codes = [...first.rows, ...second.rows].map((row) => row.code);
    assert.deepEqual(codes, ['ban-mau', 'mau-an', 'mau-binh', 'mau-chi', 'so-mau', 'thon-mau', 'tinh-mau']);
    assert.deepEqual(await found(tx, { kind: 'commune', sort: { by: 'ten', direction: 'desc' } }), [
      'mau-chi',
      'mau-binh',
      'mau-an',
    ]);
    assert.deepEqual(await found(tx, { communeType: 'phuong' }), ['mau-chi']);
    assert.deepEqual(await found(tx, { parentCode: 'mau-an' }), ['thon-mau']);
    assert.equal((await found(tx, { parentCode: 'tinh-mau' })).length, 6);
  });
});

test('a search does not mind marks or case, and takes % and _ as letters', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    assert.deepEqual(await found(tx, { text: 'XA MAU BINH' }), ['mau-binh']);
    assert.deepEqual(await found(tx, { text: 'phường' }), ['mau-chi']);
    assert.deepEqual(await found(tx, { text: 'so-mau' }), ['so-mau']);
    assert.deepEqual(await found(tx, { text: '%' }), []);
    assert.deepEqual(await found(tx, { text: '_' }), []);
  });
});

test('the block of the year is shown and can be filtered by', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const context = contextFor(tx, people.administrator);
    const block = expectOk(await createBlock(context, { code: 'cum-mau', name: 'Cụm Mẫu', kind: 'cum' }));
    const seats = [{ unitId: units.communeAn, part: 'lead' as const }];
    expectOk(await setMembers(context, { blockId: block.id, version: 1, year: 2026, seats }));
    assert.deepEqual(await found(tx, { blockCode: 'cum-mau' }), ['mau-an']);
    assert.deepEqual(await found(tx, { blockCode: 'cum-mau', year: 2027 }), []);
  });
});

test('ended units leave the list of living ones, and a past day shows them as they were', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const context = contextFor(tx, people.administrator);
    const onTheDay = contextFor(tx, people.administrator, new Date('2026-01-01T03:00:00Z'));
    const renamed = { unitId: units.wardChi, version: 1, from: '2026-01-01', parentId: units.province, basis: null };
    expectOk(await changeUnit(onTheDay, { ...renamed, name: 'Phường Mẫu Đổi', shortName: 'Mẫu Đổi' }));
    const end = { unitId: units.wardChi, version: 2, on: today, successorIds: [units.communeBinh], basis: null };
    expectOk(await dissolveUnit(context, end));
    assert.deepEqual(await found(tx, { kind: 'commune' }), ['mau-an', 'mau-binh']);
    assert.deepEqual(await found(tx, { life: 'ended' }), ['mau-chi']);
    const names = async (on: string) =>
      (await unitsAll(tx, stranger, { ...all, on, kind: 'commune' })).map((row) => row.name);
    assert.deepEqual(await names('2025-12-31'), ['Xã Mẫu An', 'Xã Mẫu Bình', 'Phường Mẫu Chi']);
    assert.deepEqual(await names('2026-06-14'), ['Xã Mẫu An', 'Xã Mẫu Bình', 'Phường Mẫu Đổi']);
    assert.deepEqual(await names('2026-06-15'), ['Xã Mẫu An', 'Xã Mẫu Bình']);
    assert.deepEqual(await names('2025-06-30'), []);
  });
});
