import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { given, launched, ofAn, typed } from '../../../tests/movements.ts';
import { approvedByAn, givenPlan, insertGrounds, movements } from '../../../tests/plans.ts';
import { insertIndicators, insertSchemes } from '../../../tests/values.ts';
import { people, units } from '../../../tests/world.ts';

let desk: Desk;
let api: Served;
let token: string;
let carried: string;
let hidden: string;

before(async () => {
  desk = await openDesk();
  await insertIndicators(desk.database.owner);
  await insertSchemes(desk.database.owner);
  await insertGrounds(desk.database.owner);
  const pack = { code: 'mau', version: '1', digest: 'x', title: 'Mẫu', facts: '{}', loaded_at: new Date() };
  await desk.database.owner.insertInto('directive_pack').values(pack).execute();
  await desk.database.owner
    .updateTable('movement')
    .set({ pack_code: 'mau' })
    .where('id', '=', movements.open)
    .execute();
  await desk.services.db.transaction().execute(async (tx) => {
    await givenPlan(tx, {}, ...approvedByAn);
    const receipt = { received_at: new Date(), received_by: people.officerOfAn.personId };
    const seat = tx.updateTable('movement_unit').set(receipt).where('unit_id', '=', units.communeAn);
    await seat.where('movement_id', '=', movements.open).execute();
    const child = { ...ofAn, parentId: movements.open };
    carried = await launched(tx, people.headOfAn, child);
    hidden = await given(tx, people.officerOfAn, { ...ofAn, typed: typed({ name: 'Bản nháp mẫu', scope: [] }) });
  });
  token = await tokenFor(desk, people.nobody, 'movements:read', 'coverage:read');
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const call = (path: string, by: string | undefined) => api.call(`/api/v1${path}`, { token: by });
const itemsOf = ({ json }: Answered) => (json as { items: readonly Record<string, unknown>[] }).items;

test('movements are listed and read as their owner may; a draft of others and what is kept off the system are not there', async () => {
  const listed = await call('/movements', token);
  assert.deepEqual(
    itemsOf(listed).map(({ id, stage, visibility }) => [id, stage, visibility]),
    [
      [movements.open, 'launched', 'internal'],
      [carried, 'launched', 'internal'],
    ],
  );
  assert.deepEqual(breaches('get', '/movements', listed), []);
  const one = await call(`/movements/${carried}`, token);
  assert.deepEqual([one.json?.['parent'], one.json?.['unit']], [movements.open, 'mau-an']);
  assert.deepEqual(breaches('get', '/movements/{id}', one), []);
  for (const id of [hidden, movements.secret]) assert.equal((await call(`/movements/${id}`, token)).status, 404);
});

test('coverage says whether, unit by unit and scheme by scheme', async () => {
  const seen = await call('/coverage/units?year=2026', token);
  assert.deepEqual(
    itemsOf(seen).map(({ unit, planned, carriedOn, kept }) => [unit, planned, carriedOn, kept]),
    [
      ['mau-an', true, true, false],
      ['mau-binh', false, false, false],
    ],
  );
  assert.deepEqual(breaches('get', '/coverage/units', seen), []);
  const schemes = await call('/coverage/schemes?year=2026', token);
  assert.deepEqual(
    itemsOf(schemes).map(({ unit, complete }) => [unit, complete]),
    [['so-mau', false]],
  );
  assert.deepEqual(breaches('get', '/coverage/schemes', schemes), []);
  assert.deepEqual(itemsOf(await call(`/coverage/units?movement=${hidden}`, token)), []);
});

test('a token without the scope is refused, and nobody without one is answered', async () => {
  const other = await tokenFor(desk, people.appraiser, 'actuals:read');
  for (const path of ['/movements', `/movements/${carried}`, '/coverage/units', '/coverage/schemes'])
    assert.deepEqual([(await call(path, other)).status, (await call(path, undefined)).status], [403, 401]);
});
