import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { given, insertGrounds, planFor, typedTask } from '../../../tests/plans.ts';
import { insertSchemes } from '../../../tests/values.ts';
import { contextFor, people } from '../../../tests/world.ts';
import type { PersonName } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { newId } from '../../platform/id.server.ts';
import { enterPlan } from './drafting.server.ts';
import { saveTask } from './tasks.server.ts';

let desk: Desk;
let api: Served;
const tokens = new Map<string, string>();
const [approved, draft, taskId] = [newId(), newId(), newId()];

before(async () => {
  desk = await openDesk();
  await insertSchemes(desk.database.owner);
  await insertGrounds(desk.database.owner);
  for (const name of ['officerOfAn', 'officerOfBinh', 'nobody'] as const)
    tokens.set(name, await tokenFor(desk, people[name], 'plans:read', 'plans:write'));
  tokens.set('writer', await tokenFor(desk, people.officerOfAn, 'plans:write'));
  tokens.set('pledger', await tokenFor(desk, people.officerOfAn, 'pledges:read'));
  await desk.database.owner.transaction().execute(async (tx) => {
    const by = contextFor(tx, people.officerOfAn);
    expectOk(await enterPlan(by, planFor({ id: approved })));
    const typed = typedTask({ joinUnits: ['mau-binh'] });
    expectOk(await saveTask(by, { planId: approved, taskId, version: null, typed }));
    await given(tx, approved);
    expectOk(await enterPlan(by, planFor({ id: draft })));
  });
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const at = '/api/v1/plans';
const get = (who: PersonName | 'writer' | 'pledger', path = '') => api.call(`${at}${path}`, { token: tokens.get(who) });
const report = (who: PersonName | 'writer', json: object, headers: Readonly<Record<string, string>> = {}) =>
  api.call(`${at}/${approved}/tasks/${taskId}/progress`, { token: tokens.get(who), json, headers });
const itemsOf = ({ json }: Answered) => (json as { items: readonly Record<string, unknown>[] }).items;
const body = { percent: 40, asOf: '2026-06-10' };

test('a token reads what its person may: approved plans everybody with one, drafts those inside, with their tasks', async () => {
  const read = await get('nobody');
  assert.deepEqual(
    itemsOf(read).map(({ id, inForce, percent }) => [id, inForce, percent]),
    [[approved, true, 0]],
  );
  assert.deepEqual(breaches('get', '/plans', read), []);
  assert.equal(itemsOf(await get('officerOfAn')).length, 2);
  const one = await get('nobody', `/${approved}`);
  assert.equal(one.status, 200);
  assert.deepEqual(breaches('get', '/plans/{id}', one), []);
  assert.equal((await get('nobody', `/${draft}`)).status, 404);
  assert.equal((await get('pledger')).status, 403);
  assert.deepEqual(itemsOf(await get('officerOfAn', '?knownOn=2026-06-14')), []);
  assert.equal((await get('nobody', '?unit=khong-co')).status, 400);
});

test('progress is reported for the whole and for a part; sent again it is one; what is wrong is named', async () => {
  const first = await report('officerOfAn', body, { 'idempotency-key': 'lan-thu-nhat' });
  assert.equal(first.status, 200);
  assert.deepEqual(breaches('post', '/plans/{id}/tasks/{taskId}/progress', first), []);
  assert.equal((await report('officerOfAn', body, { 'idempotency-key': 'lan-thu-nhat' })).status, 200);
  desk.wait(1);
  assert.equal((await report('officerOfBinh', { ...body, percent: 70, part: 'mau-binh' })).status, 200);
  assert.equal((await report('officerOfBinh', body)).status, 403);
  assert.equal((await report('officerOfAn', { ...body, asOf: '2099-01-01' })).status, 422);
  assert.equal((await report('officerOfAn', { ...body, percent: 101 })).status, 422);
  assert.equal((await report('writer', body)).status, 403);
  const told = (answer: Answered) => itemsOf(answer).map(({ part, percent }) => [part, percent]);
  const progress = await get('officerOfAn', `/${approved}/tasks/${taskId}/progress`);
  assert.deepEqual(breaches('get', '/plans/{id}/tasks/{taskId}/progress', progress), []);
  assert.deepEqual(told(progress), [
    ['mau-binh', 70],
    [null, 40],
  ]);
  assert.deepEqual(told(await get('officerOfBinh', `/${approved}/tasks/${taskId}/progress`)), [['mau-binh', 70]]);
  assert.deepEqual(told(await get('nobody', `/${approved}/tasks/${taskId}/progress`)), []);
});
