/** Committed, for a decision is issued in several transactions. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openDecisionDesk, givenDraft, givenIssued } from '../../../tests/decisions.ts';
import type { Desk } from '../../../tests/desk.ts';
import { givenHolder, givenHonour } from '../../../tests/honours.ts';
import { publicStatistics } from './public.server.ts';

let desk: Desk;
before(async () => {
  desk = await openDecisionDesk();
});
after(() => desk.leave());
const seen = () => publicStatistics(desk.services.db, desk.services.clock());

test('what was only entered in the register, or stands in a draft, is no sum for a stranger', async () => {
  await desk.services.db.transaction().execute(async (tx) => {
    const holderId = await givenHolder(tx, { name: 'Lê Văn Mẫu Kín' });
    await givenHonour(tx, { holderId, number: '07/QĐ-KIN' });
  });
  await givenDraft(desk);
  const { total, tables, years, decisions } = await seen();
  assert.deepEqual([total, years, decisions], [0, [], []]);
  for (const { table } of tables) assert.deepEqual([table.total, table.rows], [0, []]);
});

test('an issued decision is summed over the province, with a link to it and no name, until it is revoked', async () => {
  const id = await givenIssued(desk, [{ name: 'Nguyễn Văn Mẫu Một' }, { name: 'Tổ Mẫu Hai', kind: 'collective' }]);
  const { total, tables, decisions, years, ...rest } = await seen();
  assert.equal(total, 2);
  for (const { table } of tables) assert.equal(table.total, 2);
  assert.deepEqual(tables.find(({ row }) => row === 'holder')?.table.rowSums, { person: 1, collective: 1 });
  assert.deepEqual(
    decisions.map((each) => each.id),
    [id],
  );
  assert.doesNotMatch(JSON.stringify({ tables, years, rest }), /Mẫu|QĐ|[0-9a-f]{8}-/);
  const revoked = { revoked_on: '2026-12-01', revoked_by_number: '99/QĐ-MAU' };
  await desk.services.db.updateTable('honour').set(revoked).where('nominee_id', 'is not', null).execute();
  assert.equal((await seen()).total, 0);
});
