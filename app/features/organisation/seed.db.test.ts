import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { contextFor, insertWorld, recorded, system, units } from '../../../tests/world.ts';
import { inRollback } from '../../../tests/database.ts';
import { stranger } from '../../kernel/actor.ts';
import { permitSystem } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import { unitsToSeed } from './seed.ts';
import type { UnitSeed } from './seed.ts';
import { seedUnits } from './seed.server.ts';
import { listUnitsOn, unitDetail } from './unit-queries.server.ts';

const seed = (code: string, parent: string | null, more: Partial<UnitSeed> = {}): UnitSeed => ({
  code,
  name: `Đơn vị ${code}`,
  shortName: code,
  kind: 'other',
  parent,
  source: 'Văn bản mẫu',
  ...more,
});
const seedAll = async (tx: Transaction<DB>, seeds: readonly UnitSeed[] = merger) =>
  (await seedUnits(contextFor(tx, system), permitSystem('directive.load', system), seeds)).added;
const merger: readonly UnitSeed[] = [
  seed('xa-cu', 'tinh-moi', {
    kind: 'commune',
    communeType: 'xa',
    validFrom: '2025-07-01',
    formerProvince: 'tinh-cu-hai',
  }),
  seed('so-cu', 'tinh-moi', { kind: 'department' }),
  seed('tinh-cu-mot', null, { kind: 'province', validUntil: '2025-07-01' }),
  seed('tinh-cu-hai', null, { kind: 'province', validUntil: '2025-07-01' }),
  seed('tinh-moi', null, { kind: 'province', validFrom: '2025-07-01', predecessors: ['tinh-cu-mot', 'tinh-cu-hai'] }),
];

test('two provinces dissolve into the new one, and the history of both halves stays reachable', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    assert.deepEqual(await seedAll(tx), 5);
    const now = await unitDetail(tx, stranger, 'tinh-moi');
    assert.deepEqual(
      now?.predecessors.map((one) => [one.code, one.on, one.distance]),
      [
        ['tinh-cu-hai', '2025-07-01', 1],
        ['tinh-cu-mot', '2025-07-01', 1],
      ],
    );
    const half = await unitDetail(tx, stranger, 'tinh-cu-hai');
    assert.deepEqual([half?.isActive, half?.successors.map((one) => one.code)], [false, ['tinh-moi']]);
    assert.deepEqual(
      half?.formerMembers.map((one) => one.code),
      ['xa-cu'],
    );
    const commune = await unitDetail(tx, stranger, 'xa-cu');
    assert.deepEqual(
      [commune?.formerProvince?.code, commune?.above.map((one) => one.code)],
      ['tinh-cu-hai', ['tinh-moi']],
    );
  });
});

test('on a day before the merger the halves are there and the new province is not', async () => {
  await inRollback(async (tx) => {
    await seedAll(tx);
    const codes = async (day: string) => (await listUnitsOn(tx, stranger, day)).map((unit) => unit.code).toSorted();
    assert.deepEqual(await codes('2025-06-30'), ['so-cu', 'tinh-cu-hai', 'tinh-cu-mot']);
    assert.deepEqual(await codes('2025-07-01'), ['so-cu', 'tinh-moi', 'xa-cu']);
  });
});

test('the same pack twice changes nothing and records nothing more', async () => {
  await inRollback(async (tx) => {
    await seedAll(tx);
    const before = await recorded(tx);
    assert.deepEqual(await seedAll(tx), 0);
    assert.deepEqual(await recorded(tx), before);
    assert.equal(before.length, 5);
  });
});

test('what is there already is left alone: it belongs to whoever keeps the organisation', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    await seedAll(tx, [seed('mau-an', null, { name: 'Tên khác' }), seed('moi', 'mau-an')]);
    const unit = await unitDetail(tx, stranger, 'mau-an');
    assert.deepEqual([unit?.name, unit?.unit.id], ['Xã Mẫu An', units.communeAn]);
    assert.deepEqual(
      unit?.below.map((one) => one.code),
      ['moi', 'thon-mau'],
    );
  });
});

test('a pack whose parents are nowhere is refused whole, naming them', () => {
  const refused = unitsToSeed(new Map(), [seed('a', 'b'), seed('b', 'a')], () => 'id');
  assert.deepEqual(refused, { ok: false, refusal: { kind: 'seed_without_parent', codes: ['a', 'b'] } });
});
