import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { contextFor, insertWorld, people, recorded, units } from '../../../tests/world.ts';
import type { TestContext } from '../../../tests/world.ts';
import { inRollback } from '../../../tests/database.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Block, Seat } from './block.ts';
import { blockDetail, blocksOf, seatsOfUnit } from './block-queries.server.ts';
import { changeBlock, copyMembers, createBlock, setMembers } from './blocks.server.ts';
import { dissolveUnit } from './units.server.ts';

const lead = (unitId: string): Seat => ({ unitId, part: 'lead' });
const member = (unitId: string): Seat => ({ unitId, part: 'member' });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);

type Bench = {
  readonly tx: Transaction<DB>;
  readonly context: TestContext;
  readonly cluster: Block;
  readonly bloc: Block;
};
const withBlocks = (body: (bench: Bench) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const context = contextFor(tx, people.administrator);
    const cluster = expectOk(await createBlock(context, { code: 'cum-mau', name: 'Cụm Mẫu', kind: 'cum' }));
    const bloc = expectOk(await createBlock(context, { code: 'khoi-mau', name: 'Khối Mẫu', kind: 'khoi' }));
    await body({ tx, context, cluster, bloc });
  });

test('a block shows its members, lead first, for the year asked', async () => {
  await withBlocks(async ({ tx, context, cluster }) => {
    const seats = [
      member(units.communeAn),
      lead(units.wardChi),
      { unitId: units.communeBinh, part: 'deputy' as const },
    ];
    expectOk(await setMembers(context, { blockId: cluster.id, version: 1, year: 2026, seats }));
    const detail = await blockDetail(tx, stranger, 'cum-mau', 2026);
    assert.deepEqual(
      detail?.members.map((one) => [one.code, one.part]),
      [
        ['mau-chi', 'lead'],
        ['mau-binh', 'deputy'],
        ['mau-an', 'member'],
      ],
    );
    assert.deepEqual([detail.block.version, detail.years], [2, [2026]]);
    const line = (await blocksOf(tx, stranger, 2026)).find((block) => block.code === 'cum-mau');
    assert.deepEqual([line?.members, line?.lead, line?.deputies], [3, 'Phường Mẫu Chi', ['Xã Mẫu Bình']]);
    assert.equal((await blocksOf(tx, stranger, 2025)).find((block) => block.code === 'cum-mau')?.members, 0);
    assert.deepEqual(await seatsOfUnit(tx, stranger, units.wardChi), [
      { code: 'cum-mau', name: 'Cụm Mẫu', year: 2026, part: 'lead' },
    ]);
  });
});

test('a unit sits in one block a year, once, and a block has one lead', async () => {
  await withBlocks(async ({ context, cluster, bloc }) => {
    const aim = { blockId: cluster.id, version: 1, year: 2026 };
    const two = [lead(units.communeAn), lead(units.wardChi)];
    assert.deepEqual(refusalOf(await setMembers(context, { ...aim, seats: two })), {
      kind: 'several_leads',
      names: ['Xã Mẫu An', 'Phường Mẫu Chi'],
    });
    const twice = [lead(units.communeAn), member(units.communeAn)];
    const twiceRefused = await setMembers(context, { ...aim, seats: twice });
    assert.deepEqual(refusalOf(twiceRefused), { kind: 'unit_twice', name: 'Xã Mẫu An' });
    expectOk(await setMembers(context, { ...aim, seats: [lead(units.communeAn)] }));
    const other = { blockId: bloc.id, version: 1, seats: [member(units.communeAn)] };
    assert.deepEqual(refusalOf(await setMembers(context, { ...other, year: 2026 })), {
      kind: 'in_other_block',
      name: 'Xã Mẫu An',
      block: 'Cụm Mẫu',
    });
    expectOk(await setMembers(context, { ...other, year: 2027 }));
  });
});

test('last year’s members are carried over, but not those who ended or sit elsewhere', async () => {
  await withBlocks(async ({ context, cluster, bloc, tx }) => {
    const seats = [lead(units.communeAn), member(units.communeBinh), member(units.wardChi)];
    expectOk(await setMembers(context, { blockId: cluster.id, version: 1, year: 2026, seats }));
    const end = { unitId: units.wardChi, version: 1, on: '2026-12-01', successorIds: [], basis: null };
    expectOk(await dissolveUnit(context, end));
    const elsewhere = [member(units.communeBinh)];
    expectOk(await setMembers(context, { blockId: bloc.id, version: 1, year: 2027, seats: elsewhere }));
    const copied = expectOk(
      await copyMembers(context, { blockId: cluster.id, version: 2, fromYear: 2026, toYear: 2027 }),
    );
    assert.deepEqual([copied.copied, copied.left.toSorted()], [1, ['Phường Mẫu Chi', 'Xã Mẫu Bình']]);
    const detail = await blockDetail(tx, stranger, 'cum-mau', 2027);
    assert.deepEqual(
      detail?.members.map((one) => [one.code, one.part]),
      [['mau-an', 'lead']],
    );
    const again = { blockId: cluster.id, version: 3, fromYear: 2026, toYear: 2027 };
    assert.deepEqual(refusalOf(await copyMembers(context, again)), { kind: 'year_has_members', year: 2027 });
    const empty = { ...again, fromYear: 2020, toYear: 2021 };
    assert.deepEqual(refusalOf(await copyMembers(context, empty)), { kind: 'nothing_to_copy', year: 2020 });
  });
});

test('a unit that had ended before the year cannot be seated in it', async () => {
  await withBlocks(async ({ context, cluster }) => {
    const end = { unitId: units.wardChi, version: 1, on: '2026-12-01', successorIds: [], basis: null };
    expectOk(await dissolveUnit(context, end));
    const seat = (year: number) =>
      setMembers(context, { blockId: cluster.id, version: 1, year, seats: [member(units.wardChi)] });
    assert.deepEqual(refusalOf(await seat(2027)), { kind: 'not_alive_in_year', name: 'Phường Mẫu Chi', year: 2027 });
    expectOk(await seat(2026));
  });
});

test('blocks are shaped by an administrator of the province only; a second hand loses the race', async () => {
  await withBlocks(async ({ tx, context, cluster }) => {
    const before = await recorded(tx);
    for (const actor of [stranger, people.nobody, people.administratorOfAn, people.officerOfDepartment]) {
      const other = contextFor(tx, actor);
      const code = { code: 'khac', name: 'Khác', kind: 'cum' as const };
      const byAdministrators = { kind: 'not_allowed', deed: 'block.create', by: ['administrator'] };
      assert.deepEqual(refusalOf(await createBlock(other, code)), byAdministrators);
      const aim = { blockId: cluster.id, version: 1, year: 2026, seats: [] };
      assert.deepEqual(refusalOf(await setMembers(other, aim)), { ...byAdministrators, deed: 'block.change' });
    }
    assert.deepEqual(await recorded(tx), before);
    const rename = { blockId: cluster.id, version: 1, name: 'Cụm Mẫu Hai', kind: 'cum' as const };
    expectOk(await changeBlock(context, rename));
    assert.deepEqual(refusalOf(await changeBlock(context, { ...rename, name: 'Ba' })), {
      kind: 'lost_race',
      current: 2,
    });
    assert.deepEqual(refusalOf(await changeBlock(context, { ...rename, version: 2 })), { kind: 'unchanged' });
    const taken = await createBlock(context, { code: 'cum-mau', name: 'Cụm', kind: 'cum' });
    assert.deepEqual(refusalOf(taken), { kind: 'block_code_taken', code: 'cum-mau' });
  });
});

test('saving the same list again changes nothing and records nothing', async () => {
  await withBlocks(async ({ tx, context, cluster }) => {
    const aim = { blockId: cluster.id, year: 2026, seats: [lead(units.communeAn), member(units.wardChi)] };
    expectOk(await setMembers(context, { ...aim, version: 1 }));
    const before = await recorded(tx);
    const again = await setMembers(context, { ...aim, version: 2, seats: aim.seats.toReversed() });
    assert.deepEqual(refusalOf(again), { kind: 'unchanged' });
    assert.deepEqual(await recorded(tx), before);
  });
});
