/** Awards put right and struck: who may, what stands in the way, both versions in the record, and that a struck one counts nowhere. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenHolder, givenHonour } from '../../../tests/honours.ts';
import { contextFor, insertWorld, people, recorded } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk, refuse } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { caseOf } from './case.server.ts';
import { correctHonour, strikeHonour, unstrikeHonour } from './correcting.server.ts';
import { findHonour } from './honour-row.server.ts';
import { listHonours } from './honours-list.server.ts';
import { enterPastHonour } from './honours.server.ts';
import { listHolders } from './list.server.ts';

type Tx = Transaction<DB>;
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const typed = {
  award: 'lao-dong-tien-tien',
  year: '2024',
  kind: 'merit',
  number: '12/QĐ-MẪU',
  date: '2024-12-20',
  decidedBy: 'Chủ tịch UBND xã Mẫu An',
  source: 'Sổ cũ',
};

async function givenTitle(tx: Tx, over: object = {}) {
  const holderId = await givenHolder(tx);
  const command = { id: newId(), holderId, typed: { ...typed, ...over } };
  const { id } = expectOk(await enterPastHonour(contextFor(tx, people.appraiser), command));
  return { holderId, id };
}
type Correction = { readonly version?: number; readonly reason?: string; readonly [field: string]: unknown };
const correct = (
  tx: Tx,
  honourId: string,
  { version = 1, reason = 'Ghi nhầm', ...over }: Correction,
  by: Actor = people.officerOfAn,
) => correctHonour(contextFor(tx, by), { honourId, version, reason, typed: { ...typed, ...over } });
const strike = (tx: Tx, honourId: string, by: Actor = people.officerOfAn, version = 1, reason = 'Ghi nhầm người') =>
  strikeHonour(contextFor(tx, by), { honourId, version, reason });

test('the unit that may enter an award puts it right with a reason; the record has both versions', () =>
  inWorld(async (tx) => {
    const { id, holderId } = await givenTitle(tx);
    const done = expectOk(await correct(tx, id, { number: '21/QĐ-MẪU', year: '2023', date: '2023-12-20' }));
    assert.deepEqual(done, { id, holderId, version: 2 });
    const entry = await tx
      .selectFrom('record_entry')
      .select(['reason', 'before', 'after', 'actor_id as by'])
      .where('kind', '=', 'honour.corrected')
      .executeTakeFirstOrThrow();
    const [before, after] = [entry.before, entry.after] as unknown as Record<string, unknown>[];
    assert.deepEqual(
      [
        entry.reason,
        entry.by,
        before?.['decision_number'],
        after?.['decision_number'],
        before?.['year'],
        after?.['year'],
      ],
      ['Ghi nhầm', people.officerOfAn.personId, '12/QĐ-MẪU', '21/QĐ-MẪU', 2024, 2023],
    );
    assert.deepEqual(await correct(tx, id, { number: '22/QĐ-MẪU' }), refuse({ kind: 'lost_race', current: 2 }));
  }));

test('who may not enter it may not correct or strike it; whom it does not concern learns nothing of it', () =>
  inWorld(async (tx) => {
    const { id } = await givenTitle(tx);
    for (const by of [people.officerOfBinh, people.nobody, people.administrator, stranger]) {
      assert.deepEqual(await correct(tx, id, { number: '1' }, by), refuse({ kind: 'not_there' }));
      assert.deepEqual(await strike(tx, id, by), refuse({ kind: 'not_there' }));
      assert.equal(await findHonour(tx, by, id), undefined);
    }
    const auditor = await correct(tx, id, { number: '1' }, people.auditor);
    assert.equal(!auditor.ok && auditor.refusal.kind, 'not_allowed');
    assert.equal((await findHonour(tx, people.auditor, id))?.mayCorrect, false);
    const above = await correct(tx, id, { award: 'bang-khen-tinh' });
    assert.deepEqual(above, refuse({ kind: 'not_allowed', deed: 'honour.correct_above', by: ['appraiser'] }));
    expectOk(await correct(tx, id, { award: 'bang-khen-tinh' }, people.appraiser));
    const down = await strike(tx, id, people.officerOfAn, 2);
    assert.equal(!down.ok && down.refusal.kind, 'not_allowed');
  }));

test('a correction without reason, without change, wrong in a field or into a double is refused', () =>
  inWorld(async (tx) => {
    const { id, holderId } = await givenTitle(tx);
    const other = { id: newId(), holderId, typed: { ...typed, year: '2023', date: '2023-12-20', number: '9/QĐ-MẪU' } };
    expectOk(await enterPastHonour(contextFor(tx, people.officerOfAn), other));
    assert.deepEqual(await correct(tx, id, { number: '2', reason: ' ' }), refuse({ kind: 'reason_missing' }));
    assert.deepEqual(await correct(tx, id, {}), refuse({ kind: 'nothing_changed' }));
    const double = await correct(tx, id, { year: '2023' });
    assert.equal(!double.ok && double.refusal.kind === 'honour_double' && double.refusal.held.id, other.id);
    const wrong = await correct(tx, id, { date: '2024-13-01', source: '', award: 'gia-dinh-van-hoa' });
    assert.deepEqual(
      wrong,
      refuse({
        kind: 'honour_wrong',
        problems: [
          { field: 'source', problem: 'missing' },
          { field: 'award', problem: 'not_for_kind' },
          { field: 'date', problem: 'not_a_day' },
        ],
      }),
    );
  }));

test('a struck award stays to be seen and counts nowhere; it can be entered anew, or brought back when nothing took its place', () =>
  inWorld(async (tx) => {
    const { id, holderId } = await givenTitle(tx);
    const asked = { holderId, awardCode: 'chien-si-thi-dua-co-so', received: '2026-01-10', year: 2025 };
    const counts = async () => ({
      listed: (await listHonours(tx, people.officerOfAn, {})).total,
      struck: (await listHonours(tx, people.officerOfAn, { isStruck: true })).rows.map((row) => row.struckReason),
      held: (await listHolders(tx, people.officerOfAn, { ids: [holderId] })).rows.map(({ honours, latest }) => [
        honours,
        latest,
      ]),
      facts: (await caseOf(tx, asked)).awards,
    });
    assert.deepEqual((await counts()).held, [[1, 2024]]);
    assert.deepEqual(await strike(tx, id, people.officerOfAn, 1, ' '), refuse({ kind: 'reason_missing' }));
    expectOk(await strike(tx, id));
    expectOk(await strike(tx, id));
    assert.deepEqual(await counts(), { listed: 0, struck: ['Ghi nhầm người'], held: [[0, null]], facts: null });
    assert.deepEqual(await correct(tx, id, { version: 2, number: '3' }), refuse({ kind: 'honour_struck' }));
    const again = { id: newId(), holderId, typed };
    expectOk(await enterPastHonour(contextFor(tx, people.officerOfAn), again));
    const back = (version: number) =>
      unstrikeHonour(contextFor(tx, people.officerOfAn), { honourId: id, version, reason: 'Gạch nhầm' });
    const double = await back(2);
    assert.equal(!double.ok && double.refusal.kind, 'honour_double');
    expectOk(await strike(tx, again.id));
    assert.deepEqual(await back(1), refuse({ kind: 'lost_race', current: 2 }));
    expectOk(await back(2));
    assert.deepEqual((await counts()).held, [[1, 2024]]);
    assert.deepEqual(
      (await recorded(tx)).map(({ kind }) => kind),
      ['honour.entered', 'honour.struck', 'honour.entered', 'honour.struck', 'honour.unstruck'],
    );
  }));

test('what was revoked, and the database itself, keep what they say', () =>
  inWorld(async (tx) => {
    const holderId = await givenHolder(tx);
    const id = await givenHonour(tx, { holderId, awardCode: 'giay-khen', year: 2024, revokedOn: '2025-06-01' });
    const revoked = await strike(tx, id);
    assert.equal(!revoked.ok && revoked.refusal.kind, 'revoked_already');
    const struck = await givenTitle(tx);
    expectOk(await strike(tx, struck.id));
    await assert.rejects(
      tx.updateTable('honour').set({ year: 2020 }).where('id', '=', struck.id).execute(),
      /đã gạch bỏ/,
    );
  }));
