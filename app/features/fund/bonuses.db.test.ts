import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { balance, enter, givenFund, pay, typedEntry } from '../../../tests/funds.ts';
import { givenHolder, givenHonour } from '../../../tests/honours.ts';
import { contextFor, insertWorld, people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { duesIn } from './dues.server.ts';
import { correctEntry, enterEntry } from './entering.server.ts';
import { payBonuses } from './paying.server.ts';
import { takeBackBonus } from './taking-back.server.ts';

type Tx = Transaction<DB>;
const inWorld = <Value>(body: (tx: Tx) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;

/** A person with a title and a form, a collective, a household, one who has died, one of unknown amount. */
async function givenDues(
  tx: Tx,
): Promise<Readonly<Record<'low' | 'title' | 'form' | 'collective' | 'household' | 'dead' | 'odd', string>>> {
  const person = await givenHolder(tx, { name: 'Nguyễn Văn Mẫu' });
  const of = (kind: 'collective' | 'household') => givenHolder(tx, { name: `Mẫu ${kind}`, kind });
  const dead = await givenHolder(tx, { name: 'Trần Thị Mẫu', endedOn: '2026-01-20' });
  const decided = { decidedOn: '2026-02-10', number: '07/QĐ-UBND' };
  const household = await of('household');
  return {
    low: await givenHonour(tx, {
      ...decided,
      holderId: person,
      awardCode: 'chien-si-thi-dua-tinh',
      number: '06/QĐ-UBND',
    }),
    title: await givenHonour(tx, {
      ...decided,
      holderId: person,
      awardCode: 'chien-si-thi-dua-toan-quoc',
      number: '11/QĐ-TTg',
    }),
    form: await givenHonour(tx, { ...decided, holderId: person }),
    collective: await givenHonour(tx, { ...decided, holderId: await of('collective') }),
    household: await givenHonour(tx, { ...decided, holderId: household }),
    dead: await givenHonour(tx, { ...decided, holderId: dead }),
    odd: await givenHonour(tx, {
      ...decided,
      holderId: household,
      awardCode: 'bang-khen-thu-tuong',
      number: '12/QĐ-TTg',
    }),
  };
}

test('what is due follows the law of the day of the decision; several titles of a year, the dead, what is not laid down', async () => {
  await inWorld(async (tx) => {
    const ids = await givenDues(tx);
    await givenFund(tx);
    const dues = await duesIn(tx, { fund: { unitId: units.province, year: 2026 } });
    const told = Object.fromEntries(
      Object.entries(ids).map(([name, id]) => {
        const one = dues.find(({ honourId }) => honourId === id);
        const due = one?.due;
        return [name, [due?.kind === 'amount' ? due.amount : due?.kind, one?.payee]];
      }),
    );
    assert.deepEqual(told, {
      low: ['covered', 'holder'],
      title: [10_530_000, 'holder'],
      form: [3_510_000, 'holder'],
      collective: [7_020_000, 'holder'],
      household: [5_270_000, 'holder'],
      dead: [3_510_000, 'family'],
      odd: ['unknown', 'holder'],
    });
  });
});

test('a list is paid with one line of the ledger; nobody twice, not by another list, not the same list sent again', async () => {
  await inWorld(async (tx) => {
    const ids = await givenDues(tx);
    const fundId = await givenFund(tx);
    expectOk(await enter(tx, fundId));
    const list = [ids.form, ids.collective, ids.dead];
    const id = newId();
    expectOk(await pay(tx, fundId, list, { id }));
    assert.equal(await balance(tx, fundId), 50_000_000 - 3_510_000 - 7_020_000 - 3_510_000);
    assert.equal(expectOk(await pay(tx, fundId, list, { id })).isNew, false);
    assert.deepEqual(refusalOf(await pay(tx, fundId, [ids.form, ids.household])), {
      kind: 'paid_already',
      names: ['Nguyễn Văn Mẫu'],
    });
    const [paid] = await duesIn(tx, { fund: { unitId: units.province, year: 2026 }, honourIds: [ids.dead] });
    assert.deepEqual(
      [paid?.payment?.amount, paid?.payment?.voucher, paid?.payment?.payee],
      [3_510_000, 'PC 01', 'family'],
    );
  });
});

test('a covered title is not paid; what is not known only with an amount and a reason; what is below what is due too', async () => {
  await inWorld(async (tx) => {
    const ids = await givenDues(tx);
    const fundId = await givenFund(tx);
    expectOk(await enter(tx, fundId));
    const problem = async (honourId: string, over: object = {}) => {
      const result = await pay(tx, fundId, [honourId], over);
      return !result.ok && result.refusal.kind === 'pay_wrong' ? result.refusal.problems[0]?.problem : kindOf(result);
    };
    assert.equal(await problem(ids.low), 'covered');
    assert.equal(await problem(ids.odd), 'amount_missing');
    assert.equal(await problem(ids.odd, { amounts: { [ids.odd]: '5.000.000' } }), 'reason_missing');
    assert.equal(await problem(ids.form, { amounts: { [ids.form]: '1.000.000' } }), 'reason_missing');
    assert.equal(await problem(ids.form, { onDate: '2026-06-16' }), 'pay_form');
    assert.equal(kindOf(await pay(tx, fundId, [])), 'nothing_chosen');
    expectOk(await pay(tx, fundId, [ids.odd], { amounts: { [ids.odd]: '5.000.000' }, reason: 'Theo công văn mẫu' }));
    assert.equal(await balance(tx, fundId), 45_000_000);
  });
});

test('a fund pays only what its own level decided, and nothing that was revoked or brought in as history', async () => {
  await inWorld(async (tx) => {
    const an = await givenHolder(tx);
    const base = await givenHonour(tx, { holderId: an, awardCode: 'giay-khen', decidedOn: '2026-03-01' });
    const gone = await givenHonour(tx, {
      holderId: an,
      decidedOn: '2026-03-01',
      number: '2/QĐ',
      revokedOn: '2026-04-01',
    });
    const before = await givenHonour(tx, { holderId: an, decidedOn: '2025-12-31', number: '3/QĐ' });
    const province = await givenFund(tx);
    const commune = await givenFund(tx, 2026, units.communeAn, people.officerOfAn);
    const of = async (unitId: string) =>
      (await duesIn(tx, { fund: { unitId, year: 2026 } })).map(({ honourId }) => honourId);
    assert.deepEqual([await of(units.province), await of(units.communeAn)], [[], [base]]);
    expectOk(await enter(tx, province));
    for (const id of [base, gone, before]) assert.equal(kindOf(await pay(tx, province, [id])), 'not_there');
    const byCommune = contextFor(tx, people.officerOfAn);
    expectOk(await enterEntry(byCommune, { id: newId(), fundId: commune, typed: typedEntry() }));
    const paid = { id: newId(), fundId: commune, honourIds: [base], onDate: '2026-06-10', voucher: 'PC 1' };
    expectOk(await payBonuses(byCommune, paid));
  });
});

test('a struck line makes its bonuses due again; money that comes back is an income and undoes its payment once', async () => {
  await inWorld(async (tx) => {
    const ids = await givenDues(tx);
    const fundId = await givenFund(tx);
    expectOk(await enter(tx, fundId));
    const { id: entryId } = expectOk(await pay(tx, fundId, [ids.form, ids.collective]));
    expectOk(
      await correctEntry(contextFor(tx, people.appraiser), { id: newId(), fundId, entryId, reason: 'Nhầm phiếu' }),
    );
    expectOk(await pay(tx, fundId, [ids.form]));
    const [one] = await duesIn(tx, { fund: { unitId: units.province, year: 2026 }, honourIds: [ids.form] });
    const back = { id: newId(), fundId, paymentId: one?.payment?.id ?? '', onDate: '2026-06-12', voucher: 'PT 1' };
    expectOk(await takeBackBonus(contextFor(tx, people.appraiser), back));
    assert.equal(expectOk(await takeBackBonus(contextFor(tx, people.appraiser), back)).isNew, false);
    const twice = await takeBackBonus(contextFor(tx, people.appraiser), { ...back, id: newId() });
    assert.equal(kindOf(twice), 'back_already');
    assert.equal(await balance(tx, fundId), 50_000_000);
    const away = await correctEntry(contextFor(tx, people.appraiser), {
      id: newId(),
      fundId,
      entryId: back.id,
      reason: 'x',
    });
    assert.deepEqual(refusalOf(away), { kind: 'not_correctable', why: 'returned' });
  });
});
