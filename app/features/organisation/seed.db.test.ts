import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contextFor, insertWorld, recorded, system, units } from '../../../tests/world.ts';
import { inRollback } from '../../../tests/database.ts';
import { stranger } from '../../kernel/actor.ts';
import { changesOfSeed } from './seed.ts';
import type { UnitSeed } from './seed.ts';
import { seedUnits } from './seed.server.ts';
import { unitDetail, unitsOn } from './unit-queries.server.ts';

const seed = (code: string, parent: string | null, more: Partial<UnitSeed> = {}): UnitSeed => ({
  code,
  name: `Đơn vị ${code}`,
  shortName: code,
  kind: 'other',
  parent,
  source: 'Văn bản mẫu',
  ...more,
});
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
    assert.deepEqual(await seedUnits(contextFor(tx, system), merger), { created: 5, changed: 0 });
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
    await seedUnits(contextFor(tx, system), merger);
    const codes = async (day: string) => (await unitsOn(tx, stranger, day)).map((unit) => unit.code).toSorted();
    assert.deepEqual(await codes('2025-06-30'), ['so-cu', 'tinh-cu-hai', 'tinh-cu-mot']);
    assert.deepEqual(await codes('2025-07-01'), ['so-cu', 'tinh-moi', 'xa-cu']);
  });
});

test('the same pack twice changes nothing and records nothing more', async () => {
  await inRollback(async (tx) => {
    const context = contextFor(tx, system);
    await seedUnits(context, merger);
    const before = await recorded(tx);
    assert.deepEqual(await seedUnits(context, merger), { created: 0, changed: 0 });
    assert.deepEqual(await recorded(tx), before);
    assert.equal(before.length, 5);
  });
});

test('a pack corrects what it says otherwise, and leaves what it does not speak of', async () => {
  await inRollback(async (tx) => {
    await insertWorld(tx);
    const context = contextFor(tx, system);
    await seedUnits(context, merger);
    const renamed = merger.map((one) =>
      one.code === 'so-cu' ? { ...one, name: 'Sở Đổi Tên', officialCode: 'S1' } : one,
    );
    assert.deepEqual(await seedUnits(context, renamed), { created: 0, changed: 1 });
    const unit = await unitDetail(tx, stranger, 'so-cu');
    assert.deepEqual([unit?.name, unit?.unit.officialCode, unit?.unit.versions.length], ['Sở Đổi Tên', 'S1', 1]);
    assert.equal((await unitDetail(tx, stranger, 'mau-an'))?.unit.id, units.communeAn);
  });
});

test('a pack whose parents are nowhere is refused whole, naming them', () => {
  const refused = changesOfSeed(new Map(), [seed('a', 'b'), seed('b', 'a')], () => 'id');
  assert.deepEqual(refused, { ok: false, refusal: { kind: 'seed_without_parent', codes: ['a', 'b'] } });
});
