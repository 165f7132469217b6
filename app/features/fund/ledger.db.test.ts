import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { inRollback } from '../../../tests/database.ts';
import { balance, enter, givenFund } from '../../../tests/funds.ts';
import { contextFor, insertWorld, people, recorded, units } from '../../../tests/world.ts';
import type { Actor } from '../../kernel/actor.ts';
import { stranger } from '../../kernel/actor.ts';
import { expectOk } from '../../kernel/result.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import { closeFund } from './closing.server.ts';
import { correctEntry } from './entering.server.ts';
import { findFund, listFunds } from './list.server.ts';
import { openFund } from './opening.server.ts';

type Tx = Transaction<DB>;
const inWorld = <Value>(body: (tx: Tx) => Promise<Value>) =>
  inRollback(async (tx) => {
    await insertWorld(tx);
    return body(tx);
  });
const refusalOf = (result: { ok: boolean; refusal?: unknown }) => (result.ok ? null : result.refusal);
const kindOf = (result: { ok: boolean; refusal?: { kind: string } }) => result.refusal?.kind ?? null;

test('a ledger keeps its lines in order with the balance after each; all of it is recorded', async () => {
  await inWorld(async (tx) => {
    const id = await givenFund(tx);
    expectOk(await enter(tx, id, { kind: 'opening', amount: '1.000.000', onDate: '2026-01-01' }));
    expectOk(await enter(tx, id));
    expectOk(await enter(tx, id, { kind: 'organising', amount: '12.000.000', voucher: 'PC 02', onDate: '2026-03-01' }));
    const one = await findFund(tx, people.auditor, id);
    assert.deepEqual(
      one?.lines.map(({ number, kind, balance: after }) => [number, kind, after]),
      [
        [1, 'opening', 1_000_000],
        [2, 'allocation', 51_000_000],
        [3, 'organising', 39_000_000],
      ],
    );
    const { opening, income, organising, balance: left } = one?.fund ?? {};
    assert.deepEqual([opening, income, organising, left], [1_000_000, 50_000_000, 12_000_000, 39_000_000]);
    assert.deepEqual(
      (await recorded(tx)).map(({ kind }) => kind),
      ['fund.opened', 'fund.entered', 'fund.entered', 'fund.entered'],
    );
  });
});

test('the same line twice is one; opened twice is one fund; more than there is cannot be spent', async () => {
  await inWorld(async (tx) => {
    const id = await givenFund(tx);
    assert.equal(await givenFund(tx), id);
    const line = newId();
    expectOk(await enter(tx, id, {}, line));
    assert.equal(expectOk(await enter(tx, id, {}, line)).isNew, false);
    assert.equal(kindOf(await enter(tx, id, { amount: '1.000' }, line)), 'lost_race');
    const spending = { kind: 'items', amount: '50.000.001', voucher: 'PC 3' };
    assert.deepEqual(refusalOf(await enter(tx, id, spending)), {
      kind: 'fund_short',
      balance: 50_000_000,
      amount: 50_000_001,
    });
    assert.equal(await balance(tx, id), 50_000_000);
  });
});

test('a mistake is corrected by one line against it, with a reason, once', async () => {
  await inWorld(async (tx) => {
    const fundId = await givenFund(tx);
    const { id: entryId } = expectOk(await enter(tx, fundId));
    const correct = (reason: string, id = newId()) =>
      correctEntry(contextFor(tx, people.appraiser), { id, fundId, entryId, reason });
    assert.equal(kindOf(await correct(' ')), 'needs');
    const against = newId();
    expectOk(await correct('Ghi nhầm số', against));
    assert.equal(await balance(tx, fundId), 0);
    expectOk(await correct('Ghi nhầm số', against));
    assert.equal(kindOf(await correct('Ghi nhầm số')), 'corrected_already');
    const again = correctEntry(contextFor(tx, people.appraiser), {
      id: newId(),
      fundId,
      entryId: against,
      reason: 'x',
    });
    assert.deepEqual(refusalOf(await again), { kind: 'not_correctable', why: 'is_correction' });
    const lines = (await findFund(tx, people.auditor, fundId))?.lines ?? [];
    assert.deepEqual(
      lines.map(({ amount, corrects, correctedBy }) => [amount, corrects, correctedBy]),
      [
        [50_000_000, null, 2],
        [-50_000_000, 1, null],
      ],
    );
  });
});

test('what would leave less than nothing cannot be corrected away', async () => {
  await inWorld(async (tx) => {
    const fundId = await givenFund(tx);
    const { id: entryId } = expectOk(await enter(tx, fundId));
    expectOk(await enter(tx, fundId, { kind: 'items', amount: '1.000', voucher: 'PC 1' }));
    const gone = await correctEntry(contextFor(tx, people.appraiser), { id: newId(), fundId, entryId, reason: 'x' });
    assert.equal(kindOf(gone), 'fund_short');
  });
});

test('a year is closed after it is over, by another hand, and what is left opens the next', async () => {
  await inWorld(async (tx) => {
    const fundId = await givenFund(tx, 2025);
    expectOk(await enter(tx, fundId, { kind: 'opening', onDate: '2025-01-01' }));
    const version = async () => (await findFund(tx, people.auditor, fundId))?.fund.version ?? 0;
    const close = async (by: Actor, given?: number) =>
      closeFund(contextFor(tx, by), { fundId, version: given ?? (await version()) });
    assert.equal(kindOf(await close(people.appraiser)), 'four_eyes');
    assert.equal(kindOf(await close(people.auditor)), 'not_yours');
    assert.equal(kindOf(await close(people.decidingAuthority, 1)), 'lost_race');
    expectOk(await close(people.decidingAuthority));
    assert.equal(kindOf(await enter(tx, fundId, { onDate: '2025-05-05' })), 'wrong_stage');
    const [next] = await listFunds(tx, people.auditor, { year: 2026 });
    assert.deepEqual([next?.opening, next?.balance, next?.stage], [50_000_000, 50_000_000, 'open']);
    const typedAgain = await enter(tx, next?.id ?? '', { kind: 'opening', onDate: '2026-01-01' });
    assert.deepEqual(refusalOf(typedAgain), { kind: 'opening_there', from: 'line' });
    const running = await closeFund(contextFor(tx, people.decidingAuthority), {
      fundId: next?.id ?? '',
      version: next?.version ?? 0,
    });
    assert.equal(kindOf(running), 'four_eyes');
  });
});

test('years are closed in their order; the running year is not', async () => {
  await inWorld(async (tx) => {
    await givenFund(tx, 2024);
    const [later, running] = [await givenFund(tx, 2025), await givenFund(tx, 2026)];
    const close = (fundId: string) => closeFund(contextFor(tx, people.decidingAuthority), { fundId, version: 1 });
    assert.deepEqual(refusalOf(await close(later)), { kind: 'earlier_open', year: 2024 });
    assert.deepEqual(refusalOf(await close(running)), { kind: 'year_running', year: 2026 });
  });
});

test('of a fund know its keepers, those above and those who look on by office; a neighbour does not, nor does a token', async () => {
  await inWorld(async (tx) => {
    const own = await givenFund(tx, 2026, units.communeAn, people.officerOfAn);
    const seen = async (actor: Actor) => (await listFunds(tx, actor)).map(({ id }) => id);
    for (const actor of [people.officerOfAn, people.headOfAn, people.appraiser, people.auditor])
      assert.deepEqual(await seen(actor), [own]);
    const token = { ...people.appraiser, scopes: ['honours:read'] } as const;
    for (const actor of [people.officerOfBinh, people.nobody, people.administrator, token, stranger])
      assert.deepEqual(await seen(actor), []);
    assert.equal(kindOf(await enter(tx, own, {}, newId(), people.officerOfBinh)), 'not_there');
    assert.equal(kindOf(await enter(tx, own)), 'not_yours');
    const foreign = await openFund(contextFor(tx, people.officerOfBinh), {
      id: newId(),
      unitId: units.communeAn,
      year: 2025,
    });
    assert.equal(kindOf(foreign), 'not_allowed');
  });
});

test('the database itself keeps lines, their order, their year and the balance', async () => {
  await inWorld(async (tx) => {
    const fundId = await givenFund(tx);
    const { id } = expectOk(await enter(tx, fundId));
    const by = people.appraiser.personId;
    const insert = (number: number, kind: string, amount: number, day: string) => sql`
      insert into fund_entry (id, fund_id, number, kind, amount, on_date, what, voucher, entered_by, entered_at)
      values (${newId()}, ${fundId}, ${number}, ${kind}, ${amount}, ${day}, 'x', 'PC', ${by}, now())`;
    for (const [broken, why] of [
      [sql`update fund_entry set amount = 1 where id = ${id}`, /permission denied|append_only/],
      [insert(3, 'allocation', 5, '2026-01-01'), /không liền/],
      [insert(2, 'allocation', 5, '2025-01-01'), /không thuộc năm/],
      [insert(2, 'items', 50_000_001, '2026-01-01'), /vượt số dư/],
      [insert(2, 'allocation', -5, '2026-01-01'), /fund_entry_against/],
    ] as const) {
      await sql`savepoint before_it`.execute(tx);
      await assert.rejects(broken.execute(tx), why);
      await sql`rollback to savepoint before_it`.execute(tx);
    }
  });
});
