/** Duplicates found, merged with a trace, taken back until something new hangs on them; two people stay two. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { contextFor, insertWorld, now, people, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk, refuse } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { createSeal } from '../../platform/seal.server.ts';
import { caseOf } from './case.server.ts';
import { duplicatePairs, keepApart } from './duplicates.server.ts';
import type { TypedHolder } from './holder.ts';
import { createHolder } from './holders.server.ts';
import { enterPastHonour } from './honours.server.ts';
import { listHolders } from './list.server.ts';
import { mergeHolders } from './merging.server.ts';
import { writeNote } from './notes.server.ts';
import { unmergeHolders } from './unmerging.server.ts';

const seal = createSeal(new Uint8Array(32));
const later = new Date(now.getTime() + 60_000);

async function holder(tx: Transaction<DB>, typed: TypedHolder, unitId: string = units.communeAn) {
  const command = { id: newId(), unitId, typed: { kind: 'person', ...typed }, isAnother: true };
  return expectOk(await createHolder(contextFor(tx, people.appraiser), seal, command)).id;
}
async function honour(tx: Transaction<DB>, holderId: string, year: number, number = '1/QĐ-MẪU', at = now) {
  const typed = {
    award: 'lao-dong-tien-tien',
    year: String(year),
    number,
    date: `${year}-12-20`,
    decidedBy: 'Mẫu',
    source: 'Sổ mẫu',
  };
  return expectOk(await enterPastHonour(contextFor(tx, people.appraiser, at), { id: newId(), holderId, typed })).id;
}
const merge = (
  tx: Transaction<DB>,
  keptId: string,
  mergedId: string,
  given: { actor?: Actor; reason?: string; id?: string } = {},
) =>
  mergeHolders(contextFor(tx, given.actor ?? people.appraiser), {
    id: given.id ?? newId(),
    keptId,
    mergedId,
    keptVersion: 1,
    mergedVersion: 1,
    reason: given.reason ?? 'Cùng một người',
  });

test('two rows become one: awards, notes and what was not known move, doubles stay, and it can be taken back', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const kept = await holder(tx, { name: 'Nguyễn Văn Mẫu', birthYear: '1980' });
    const other = await holder(tx, { name: 'Nguyễn Văn Mẫu', identity: '001234567890', gender: 'male' });
    await honour(tx, kept, 2023);
    await honour(tx, other, 2023);
    await honour(tx, other, 2024);
    const year = {
      holderId: other,
      kind: 'year',
      key: '',
      version: 0,
      typed: { year: '2024', level: 'good', source: 'mẫu' },
    } as const;
    expectOk(await writeNote(contextFor(tx, people.appraiser), year));
    const id = newId();
    expectOk(await merge(tx, kept, other, { id }));
    expectOk(await merge(tx, kept, other, { id }));
    assert.deepEqual(
      (await listHolders(tx, people.appraiser, {})).rows.map((row) => [
        row.id,
        row.honours,
        row.gender,
        row.hasIdentity,
      ]),
      [[kept, 2, 'male', true]],
    );
    const asked = { holderId: other, awardCode: 'chien-si-thi-dua-co-so', received: '2026-01-10', year: 2025 };
    assert.deepEqual((await caseOf(tx, asked)).classification, [{ year: 2024, level: 'good' }]);
    const undo = (reason: string) => unmergeHolders(contextFor(tx, people.appraiser), { mergeId: id, reason });
    assert.deepEqual(await undo(''), refuse({ kind: 'reason_missing' }));
    expectOk(await undo('Nhầm'));
    expectOk(await undo('Nhầm'));
    const rows = (await listHolders(tx, people.appraiser, {})).rows.map((row) => [row.id, row.honours, row.gender]);
    assert.deepEqual(rows, [
      [kept, 1, null],
      [other, 2, 'male'],
    ]);
  }));

test('once a new award hangs on the kept row the merge stands', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const [kept, other] = [await holder(tx, { name: 'Mẫu Một' }), await holder(tx, { name: 'Mẫu Một' })];
    const id = newId();
    expectOk(await merge(tx, kept, other, { id }));
    await honour(tx, kept, 2025, '9/QĐ', later);
    const undone = await unmergeHolders(contextFor(tx, people.appraiser), { mergeId: id, reason: 'Nhầm' });
    assert.deepEqual(undone, refuse({ kind: 'too_late_to_unmerge' }));
    const onMerged = { id: newId(), holderId: other, typed: {} };
    assert.deepEqual(
      await enterPastHonour(contextFor(tx, people.appraiser), onMerged),
      refuse({ kind: 'merged', into: kept }),
    );
  }));

test('refused: two numbers, another kind, no reason, an old version, who may not know of one of them', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const one = await holder(tx, { name: 'Mẫu Một', identity: '001234567890' });
    const two = await holder(tx, { name: 'Mẫu Một', identity: '009876543210' });
    const group = await holder(tx, { kind: 'collective', name: 'Mẫu Một' });
    const far = await holder(tx, { name: 'Mẫu Một' }, units.communeBinh);
    assert.deepEqual(await merge(tx, one, two), refuse({ kind: 'two_identities' }));
    assert.deepEqual(await merge(tx, one, group), refuse({ kind: 'not_same_kind' }));
    assert.deepEqual(await merge(tx, one, far, { reason: ' ' }), refuse({ kind: 'reason_missing' }));
    assert.deepEqual(await merge(tx, one, one), refuse({ kind: 'not_there' }));
    assert.deepEqual(await merge(tx, one, far, { actor: people.officerOfAn }), refuse({ kind: 'not_there' }));
    const head = await merge(tx, one, two, { actor: people.headOfAn });
    assert.equal(!head.ok && head.refusal.kind, 'not_allowed');
    await tx.updateTable('holder').set({ version: 2 }).where('id', '=', far).execute();
    assert.deepEqual(await merge(tx, one, far), refuse({ kind: 'lost_race', current: 2 }));
  }));

test('pairs are shown to who knows of both, the surest first, and not again once they are known to be two', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const one = await holder(tx, { name: 'Nguyễn Văn Mẫu', birthYear: '1980' });
    const two = await holder(tx, { name: 'nguyen van mau', birthYear: '1980' }, units.communeBinh);
    await holder(tx, { name: 'Nguyễn Văn Mẫu', birthYear: '1990' });
    const pairs = async (actor: Actor) => {
      const found = await duplicatePairs(tx, actor);
      assert.deepEqual(await duplicatePairs(tx, actor, 0), found);
      return found.map(({ oneId, otherId, because }) => [oneId, otherId, because]);
    };
    assert.deepEqual(await pairs(people.appraiser), [[one, two, 'birth_year']]);
    for (const actor of [people.officerOfAn, people.nobody, stranger]) assert.deepEqual(await pairs(actor), []);
    const apart = (reason: string) => keepApart(contextFor(tx, people.appraiser), { oneId: two, otherId: one, reason });
    assert.deepEqual(await apart(''), refuse({ kind: 'reason_missing' }));
    expectOk(await apart('Hai người ở hai xã'));
    expectOk(await apart('Hai người ở hai xã'));
    assert.deepEqual(await pairs(people.appraiser), []);
  }));

test('among few and along the names of many the same pairs are found, each once by what is surest', () =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    const base = { name: 'Lò Thị Mẫu' };
    const one = await holder(tx, { ...base, birthYear: '1980' });
    const two = await holder(tx, { ...base, birthYear: '1980' });
    const unknown = await holder(tx, base);
    const gone = await holder(tx, { ...base, birthYear: '1980' });
    const [bare, numbered, other] = [
      await holder(tx, { name: 'Mẫu Số' }, units.communeBinh),
      await holder(tx, { name: 'Mẫu Số', identity: '001234567890' }, units.communeBinh),
      await holder(tx, { name: 'Mẫu Số', identity: '001234567891' }, units.communeBinh),
    ];
    await holder(tx, { kind: 'collective', name: 'Mẫu Số' }, units.communeBinh);
    await tx.updateTable('holder').set({ merged_into: one }).where('id', '=', gone).execute();
    const twice = await tx
      .selectFrom('holder')
      .select(['identity_lookup', 'identity_sealed'])
      .where('id', '=', numbered)
      .executeTakeFirst();
    const elsewhere = await holder(tx, { name: 'Mẫu Khác Tên' });
    await tx
      .updateTable('holder')
      .set(twice ?? {})
      .where('id', '=', elsewhere)
      .execute();
    const found = await duplicatePairs(tx, people.appraiser);
    const key = (oneId: string, otherId: string) => [oneId, otherId].toSorted().join(' ');
    assert.deepEqual(
      new Map(found.map(({ oneId, otherId, because }) => [key(oneId, otherId), because])),
      new Map([
        [key(numbered, elsewhere), 'identity'],
        [key(one, two), 'birth_year'],
        [key(one, unknown), 'unit'],
        [key(two, unknown), 'unit'],
        [key(bare, numbered), 'unit'],
        [key(bare, other), 'unit'],
      ]),
    );
    assert.deepEqual(await duplicatePairs(tx, people.appraiser, 0), found);
    assert.equal((await duplicatePairs(tx, people.officerOfAn, 0)).length, 3);
  }));
