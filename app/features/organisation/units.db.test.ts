import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sql } from 'kysely';
import type { Transaction } from 'kysely';
import { contextFor, insertWorld, people, recorded, today, units } from '../../../tests/world.ts';
import { inRollback } from '../../../tests/database.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { carePathOf, pathOf } from './paths.server.ts';
import { refreshTree } from './unit-store.server.ts';
import { changeUnit, correctUnit, createUnit, dissolveUnit, reviveUnit } from './units.server.ts';

const inWorld = <Value>(body: (tx: Transaction<DB>) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    return body(tx);
  });

const newWard = (parentId: string | null) => ({
  code: 'mau-moi',
  name: 'Phường Mẫu Mới',
  shortName: 'Mẫu Mới',
  kind: 'commune' as const,
  communeType: 'phuong' as const,
  officialCode: '90001',
  parentId,
  validFrom: today,
  basis: 'Văn bản mẫu',
});
const rename = { version: 1, from: '2026-07-01', name: 'Xã Mẫu Bình Yên', shortName: 'Mẫu Bình Yên', basis: null };
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const notAllowed = (deed: string) => ({ kind: 'not_allowed', deed, by: ['administrator'] });

test('the tree gives a unit’s path, nearest first', async () => {
  await inWorld(async (tx) => {
    assert.deepEqual(await pathOf(tx, units.village), [units.village, units.communeAn, units.province]);
    assert.deepEqual(await pathOf(tx, '00000000-0000-7000-8000-999999999999'), []);
    assert.deepEqual(await pathOf(tx, 'mã-tự-đặt'), []);
  });
});

test('an administrator above creates a unit: it stands in the tree and in the record', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.administrator);
    const { id } = expectOk(await createUnit(context, newWard(units.province)));
    assert.deepEqual(await pathOf(tx, id), [id, units.province]);
    assert.deepEqual(await recorded(tx), [{ kind: 'unit.created', subject: id, by: people.administrator.personId }]);
  });
});

test('a repeated request to create is refused and leaves one unit', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.administrator);
    expectOk(await createUnit(context, newWard(units.province)));
    const again = await createUnit(context, newWard(units.province));
    assert.deepEqual(refusalOf(again), { kind: 'code_taken', code: 'mau-moi' });
  });
});

const outsiders: readonly (readonly [string, Actor])[] = [
  ['a stranger', stranger],
  ['a person without a role', people.nobody],
  ['an officer', people.officerOfAn],
  ['the administrator of another place', people.administratorOfAn],
];
for (const [who, actor] of outsiders) {
  test(`${who} shapes nothing, and nothing is recorded`, async () => {
    await inWorld(async (tx) => {
      const context = contextFor(tx, actor);
      assert.deepEqual(refusalOf(await createUnit(context, newWard(units.province))), notAllowed('unit.create'));
      const change = { ...rename, unitId: units.communeBinh, parentId: units.province };
      assert.deepEqual(refusalOf(await changeUnit(context, change)), notAllowed('unit.change'));
      const end = { unitId: units.communeBinh, version: 1, on: today, successorIds: [], basis: null };
      assert.deepEqual(refusalOf(await dissolveUnit(context, end)), notAllowed('unit.dissolve'));
      assert.deepEqual(await recorded(tx), []);
    });
  });
}

test('an administrator of a commune shapes what is below it, not the commune itself', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.administratorOfAn);
    const own = { ...rename, unitId: units.communeAn, parentId: units.province };
    assert.deepEqual(refusalOf(await changeUnit(context, own)), notAllowed('unit.change'));
    const village = { ...rename, unitId: units.village, name: 'Thôn Mẫu Hai', parentId: units.communeAn };
    expectOk(await changeUnit(context, village));
    const away = { ...village, version: 2, from: '2026-08-01', parentId: units.communeBinh };
    assert.deepEqual(refusalOf(await changeUnit(context, away)), notAllowed('unit.change'));
  });
});

test('a root is made by the product only, never by a person', async () => {
  await inWorld(async (tx) => {
    const made = await createUnit(contextFor(tx, people.administrator), {
      ...newWard(null),
      communeType: null,
      kind: 'province',
    });
    assert.deepEqual(refusalOf(made), notAllowed('unit.create'));
  });
});

test('a rename from a later day leaves today as it is, and records before and after', async () => {
  await inWorld(async (tx) => {
    const input = { ...rename, unitId: units.communeBinh, parentId: units.province, basis: 'Nghị quyết mẫu' };
    expectOk(await changeUnit(contextFor(tx, people.administrator), input));
    const versions = await tx
      .selectFrom('unit_version')
      .select(['name', 'valid_from', 'valid_until'])
      .where('unit_id', '=', units.communeBinh)
      .orderBy('valid_from')
      .execute();
    assert.deepEqual(versions, [
      { name: 'Xã Mẫu Bình', valid_from: '2025-07-01', valid_until: '2026-07-01' },
      { name: 'Xã Mẫu Bình Yên', valid_from: '2026-07-01', valid_until: null },
    ]);
    const entry = await tx.selectFrom('record_entry').selectAll().executeTakeFirstOrThrow();
    const { before, after } = entry as unknown as Record<'before' | 'after', { versions: { name: string }[] }>;
    assert.deepEqual([before.versions.length, after.versions.at(-1)?.name], [1, 'Xã Mẫu Bình Yên']);
    assert.equal(entry.reason, 'Nghị quyết mẫu');
  });
});

test('who changes what somebody else has changed since is told the version there is', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.administrator);
    const input = { ...rename, unitId: units.communeBinh, parentId: units.province };
    expectOk(await changeUnit(context, input));
    const late = await changeUnit(context, { ...input, name: 'Xã Khác' });
    assert.deepEqual(refusalOf(late), { kind: 'lost_race', current: 2 });
  });
});

test('a unit that is not there is not there', async () => {
  await inWorld(async (tx) => {
    const input = { ...rename, unitId: '00000000-0000-7000-8000-999999999999', parentId: units.province };
    assert.deepEqual(refusalOf(await changeUnit(contextFor(tx, people.administrator), input)), { kind: 'not_there' });
  });
});

test('moving a commune’s village takes its whole subtree along', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.administrator);
    const group = { ...newWard(units.village), code: 'to-mau', kind: 'subordinate' as const, communeType: null };
    const { id } = expectOk(await createUnit(context, group));
    const move = { ...rename, from: today, unitId: units.village, parentId: units.communeBinh };
    expectOk(await changeUnit(context, move));
    assert.deepEqual(await pathOf(tx, id), [id, units.village, units.communeBinh, units.province]);
  });
});

test('a commune ended by mistake is there again, without successors, and the record says why', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.administrator);
    const aim = { unitId: units.communeBinh };
    const end = { ...aim, version: 1, on: today, successorIds: [units.wardChi], basis: 'Nhầm' };
    expectOk(await dissolveUnit(context, end));
    assert.deepEqual(await pathOf(tx, units.communeBinh), [units.communeBinh, units.province]);
    const back = { ...aim, version: 2, reason: 'Nhập nhầm đơn vị' };
    assert.deepEqual(
      refusalOf(await reviveUnit(contextFor(tx, people.administratorOfAn), back)),
      notAllowed('unit.revive'),
    );
    assert.deepEqual(refusalOf(await reviveUnit(context, { ...back, version: 1 })), { kind: 'lost_race', current: 2 });
    expectOk(await reviveUnit(context, back));
    const unit = await tx.selectFrom('unit_now').selectAll().where('id', '=', units.communeBinh).executeTakeFirst();
    assert.deepEqual([unit?.is_active, unit?.valid_until, unit?.name], [true, null, 'Xã Mẫu Bình']);
    assert.deepEqual(await tx.selectFrom('unit_succession').selectAll().execute(), []);
    const entry = await tx
      .selectFrom('record_entry')
      .select(['reason', 'before'])
      .where('kind', '=', 'unit.revived')
      .executeTakeFirstOrThrow();
    const { successorIds } = entry.before as unknown as { readonly successorIds: readonly string[] };
    assert.deepEqual([entry.reason, successorIds], ['Nhập nhầm đơn vị', [units.wardChi]]);
  });
});

test('two communes merge: both end, both lead to the new one, and their history stays in its care', async () => {
  await inWorld(async (tx) => {
    const context = contextFor(tx, people.administrator);
    const merged = expectOk(await createUnit(context, newWard(units.province)));
    for (const unitId of [units.communeBinh, units.wardChi]) {
      const end = { unitId, version: 1, on: today, successorIds: [merged.id], basis: 'Nghị quyết mẫu' };
      expectOk(await dissolveUnit(context, end));
    }
    const rows = await tx.selectFrom('unit_succession').selectAll().orderBy('predecessor_id').execute();
    assert.deepEqual(
      rows.map((row) => [row.predecessor_id, row.successor_id, row.on_date]),
      [
        [units.communeBinh, merged.id, today],
        [units.wardChi, merged.id, today],
      ],
    );
    assert.deepEqual(await carePathOf(tx, units.wardChi), [units.wardChi, units.province, merged.id]);
    const again = { unitId: units.wardChi, version: 1, on: today, successorIds: [], basis: null };
    assert.deepEqual(refusalOf(await dissolveUnit(context, again)), { kind: 'lost_race', current: 2 });
  });
});

test('a commune with a village below it does not end', async () => {
  await inWorld(async (tx) => {
    const end = { unitId: units.communeAn, version: 1, on: today, successorIds: [], basis: null };
    const result = await dissolveUnit(contextFor(tx, people.administrator), end);
    assert.deepEqual(refusalOf(result), { kind: 'has_subordinates', names: ['Thôn Mẫu'] });
  });
});

test('a correction keeps its reason and opens no new period', async () => {
  await inWorld(async (tx) => {
    const mended = await correctUnit(contextFor(tx, people.administrator), {
      unitId: units.wardChi,
      version: 1,
      periodFrom: '2025-07-01',
      name: 'Phường Mẫu Chi Lăng',
      shortName: 'Mẫu Chi Lăng',
      parentId: units.province,
      kind: 'commune',
      communeType: 'phuong',
      officialCode: null,
      validFrom: '2025-07-01',
      takesPart: true,
      reason: 'Nhập thiếu chữ',
    });
    expectOk(mended);
    const row = await tx.selectFrom('unit_now').selectAll().where('id', '=', units.wardChi).executeTakeFirstOrThrow();
    assert.deepEqual([row.name, row.version], ['Phường Mẫu Chi Lăng', 2]);
    const entry = await tx.selectFrom('record_entry').select(['kind', 'reason']).executeTakeFirstOrThrow();
    assert.deepEqual(entry, { kind: 'unit.changed', reason: 'Nhập thiếu chữ' });
  });
});

test('a move dated ahead moves the tree when its day has come and the night’s refresh has run', async () => {
  await inWorld(async (tx) => {
    const move = {
      ...rename,
      from: '2026-07-01',
      unitId: units.village,
      name: 'Thôn Mẫu',
      parentId: units.communeBinh,
    };
    expectOk(await changeUnit(contextFor(tx, people.administrator), move));
    assert.deepEqual(await pathOf(tx, units.village), [units.village, units.communeAn, units.province]);
    await sql`select set_config('thidua.today', '2026-07-01', true)`.execute(tx);
    await refreshTree(tx);
    assert.deepEqual(await pathOf(tx, units.village), [units.village, units.communeBinh, units.province]);
  });
});
