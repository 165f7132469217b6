/** What an award put right or struck in the register does to money, statistics, proposals, revocations and decisions issued here. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { givenIssued, openDecisionDesk } from '../../../tests/decisions.ts';
import type { Desk } from '../../../tests/desk.ts';
import { enter, givenFund, pay } from '../../../tests/funds.ts';
import { givenHolder, givenHonour } from '../../../tests/honours.ts';
import { contextFor, insertWorld, now, people, units } from '../../../tests/world.ts';
import { expectOk, refuse } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { duesIn } from '../fund/dues.server.ts';
import { correctEntry } from '../fund/entering.server.ts';
import { correctHonour, strikeHonour } from '../register/correcting.server.ts';
import { findHonour } from '../register/honour-row.server.ts';
import { typedFrom } from '../register/honour.ts';
import type { TypedHonour } from '../register/honour.ts';
import { beginRevocation } from '../revocations/drafting.server.ts';
import { findHonours } from '../revocations/honour-choices.server.ts';
import { honoursAt } from './asked-list.server.ts';

type Tx = Transaction<DB>;
const inWorld = (body: (tx: Tx) => Promise<void>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    await body(tx);
  });
const given = { holderId: '', year: 2025, decidedOn: '2026-02-10', number: '07/QĐ-UBND' };

async function correct(tx: Tx, honourId: string, over: TypedHonour) {
  const one = await findHonour(tx, people.appraiser, honourId);
  if (!one) throw new Error('the award is there');
  const typed = { ...typedFrom(one), ...over };
  return correctHonour(contextFor(tx, people.appraiser), { honourId, version: one.version, reason: 'Ghi nhầm', typed });
}
const strike = async (tx: Tx, honourId: string) => {
  const version = (await findHonour(tx, people.appraiser, honourId))?.version ?? 0;
  return strikeHonour(contextFor(tx, people.appraiser), { honourId, version, reason: 'Ghi nhầm' });
};

test('a bonus that was paid holds the award it was paid for, until the ledger has a line against it', () =>
  inWorld(async (tx) => {
    const honourId = await givenHonour(tx, { ...given, holderId: await givenHolder(tx) });
    const fundId = await givenFund(tx);
    expectOk(await enter(tx, fundId));
    const line = expectOk(await pay(tx, fundId, [honourId]));
    const paid = refuse({ kind: 'honour_paid', voucher: 'PC 01' });
    assert.deepEqual(await strike(tx, honourId), paid);
    assert.deepEqual(await correct(tx, honourId, { award: 'giay-khen' }), paid);
    assert.deepEqual(await correct(tx, honourId, { date: '2026-02-11' }), paid);
    expectOk(await correct(tx, honourId, { number: '08/QĐ-UBND', goldenBook: '12' }));
    const against = { id: newId(), fundId, entryId: line.id, onDate: '2026-06-11', reason: 'Chi nhầm' };
    expectOk(await correctEntry(contextFor(tx, people.appraiser), against));
    expectOk(await correct(tx, honourId, { award: 'giay-khen' }));
    expectOk(await strike(tx, honourId));
  }));

test('struck it is owed nothing, counted in no table, no ground to revoke and no title held in that year', () =>
  inWorld(async (tx) => {
    const honourId = await givenHonour(tx, { ...given, holderId: await givenHolder(tx) });
    await givenFund(tx);
    const seen = async () => ({
      dues: (await duesIn(tx, { fund: { unitId: units.province, year: 2026 } })).length,
      counted: (
        await honoursAt(tx, people.appraiser, {
          url: new URL('http://mau/khen-thuong/thong-ke/danh-sach?tu-nam='),
          now,
          size: 50,
        })
      ).total,
      choices: (await findHonours(tx, people.appraiser, { words: given.number })).length,
    });
    assert.deepEqual(await seen(), { dues: 1, counted: 1, choices: 1 });
    expectOk(await strike(tx, honourId));
    assert.deepEqual(await seen(), { dues: 0, counted: 0, choices: 0 });
    const typed = { ground: 'a', statement: 'Kê khai không đúng.' };
    const begun = await beginRevocation(contextFor(tx, people.officerOfAn), { id: newId(), honourId, typed });
    assert.deepEqual(begun, refuse({ kind: 'not_there' }));
  }));

test('what is being revoked is neither corrected nor struck', () =>
  inWorld(async (tx) => {
    const honourId = await givenHonour(tx, { ...given, holderId: await givenHolder(tx) });
    const typed = { ground: 'a', statement: 'Kê khai không đúng.' };
    expectOk(await beginRevocation(contextFor(tx, people.officerOfAn), { id: newId(), honourId, typed }));
    assert.deepEqual(await strike(tx, honourId), refuse({ kind: 'under_revocation' }));
    assert.deepEqual(await correct(tx, honourId, { number: '1' }), refuse({ kind: 'under_revocation' }));
  }));

let desk: Desk;
before(async () => {
  desk = await openDecisionDesk();
});
after(() => desk.leave());

test('what a decision issued here says is changed by no hand: the refusal says by which decision it stands', async () => {
  await givenIssued(desk);
  const { db } = desk.services;
  const row = await db
    .selectFrom('honour')
    .select(['id', 'version', 'decision_number as number', 'decided_on as on'])
    .where('nominee_id', 'is not', null)
    .executeTakeFirstOrThrow();
  const reason = 'Ghi nhầm';
  const order = { honourId: row.id, version: row.version, reason };
  const here = refuse({ kind: 'decided_here', number: row.number, on: row.on });
  const edge = desk.edge(people.appraiser);
  assert.deepEqual(await act(edge, (context) => correctHonour(context, { ...order, typed: { number: '1' } })), here);
  assert.deepEqual(await act(edge, (context) => strikeHonour(context, order)), here);
  const change = db.updateTable('honour').set({ decision_number: '1' }).where('id', '=', row.id).execute();
  await assert.rejects(change, /không được sửa nội dung/);
});
