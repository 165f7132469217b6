/** Two at once, in transactions that commit: nobody is paid twice, no line takes the place of another, nothing is spent twice. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { TestDatabase } from '../../../tests/database.ts';
import { freshDatabase } from '../../../tests/database.ts';
import { enter, givenFund, pay, typedEntry } from '../../../tests/funds.ts';
import { givenHolder, givenHonour } from '../../../tests/honours.ts';
import { contextFor, frozen, insertWorld, people } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { createDatabase } from '../../platform/db.server.ts';
import type { Database } from '../../platform/db.server.ts';
import { newId } from '../../platform/id.server.ts';
import { enterEntry } from './entering.server.ts';
import { findFund } from './list.server.ts';

let base: TestDatabase;
let db: Database;
before(async () => {
  base = await freshDatabase();
  db = createDatabase(frozen(base.appUrl));
  await db.transaction().execute(insertWorld);
});
after(async () => {
  await db.destroy();
  await base.drop();
});

const kinds = (results: readonly { readonly ok: boolean; readonly refusal?: { readonly kind: string } }[]) =>
  results.map(({ refusal }) => refusal?.kind ?? 'ok').toSorted();

test('one honour on two lists at once is paid once; two lines at once follow each other', async () => {
  const [fundId, honourId] = await db.transaction().execute(async (tx) => {
    const fund = await givenFund(tx);
    expectOk(await enter(tx, fund));
    const holderId = await givenHolder(tx);
    return [fund, await givenHonour(tx, { holderId, decidedOn: '2026-02-10' })] as const;
  });
  const paying = () => db.transaction().execute((tx) => pay(tx, fundId, [honourId]));
  assert.deepEqual(kinds(await Promise.all([paying(), paying()])), ['ok', 'paid_already']);
  const entering = () =>
    db
      .transaction()
      .execute((tx) => enterEntry(contextFor(tx, people.appraiser), { id: newId(), fundId, typed: typedEntry() }));
  assert.deepEqual(kinds(await Promise.all([entering(), entering(), entering()])), ['ok', 'ok', 'ok']);
  const one = await findFund(db, people.auditor, fundId);
  assert.deepEqual(
    [one?.lines.map(({ number }) => number), one?.fund.balance],
    [[1, 2, 3, 4, 5], 200_000_000 - 3_510_000],
  );
});

test('what is left is spent once, by however many at the same moment', async () => {
  const fundId = await db.transaction().execute(async (tx) => {
    const fund = await givenFund(tx, 2025);
    expectOk(await enter(tx, fund, { onDate: '2025-01-15', amount: '10.000.000' }));
    return fund;
  });
  const typed = typedEntry({ kind: 'items', amount: '6.000.000', voucher: 'PC', onDate: '2025-02-01' });
  const spending = () =>
    db.transaction().execute((tx) => enterEntry(contextFor(tx, people.appraiser), { id: newId(), fundId, typed }));
  assert.deepEqual(kinds(await Promise.all([spending(), spending()])), ['fund_short', 'ok']);
});
