import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { given, insertIndicators, sent, verified } from '../../../tests/values.ts';
import { people, units } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { takeSnapshot } from './take.server.ts';

let desk: Desk;
let api: Served;
let token: string;
const id = newId();

before(async () => {
  desk = await openDesk();
  await insertIndicators(desk.database.owner);
  await desk.services.db.transaction().execute(async (tx) => {
    await given(tx, { period: '2026-01', value: '7' }, sent, verified);
    await given(tx, { period: '2026-02', value: '424242' }, sent);
  });
  const typed = { 'tieu-de': 'Sơ kết mẫu', 'muc-dich': 'midterm', ngay: '2026-06-15' };
  expectOk(await act(desk.edge(people.appraiser), (context) => takeSnapshot(context, { id, typed })));
  token = await tokenFor(desk, people.nobody, 'snapshots:read');
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

test('the list names what was frozen, one gives it as it was', async () => {
  const list = await api.call('/api/v1/snapshots', { token });
  assert.deepEqual(breaches('get', '/snapshots', list), []);
  const { items } = list.json as { items: readonly Record<string, unknown>[] };
  assert.deepEqual(
    items.map((each) => [each['id'], each['title'], each['purpose'], each['asOf']]),
    [[id, 'Sơ kết mẫu', 'midterm', '2026-06-15']],
  );
  const one = await api.call(`/api/v1/snapshots/${id}`, { token });
  assert.deepEqual(breaches('get', '/snapshots/{id}', one), []);
  assert.deepEqual([one.json?.['isWhole'], one.json?.['digest']], [true, items[0]?.['digest']]);
  assert.doesNotMatch(one.text, /424242/);
});

test('what changes afterwards changes nothing in it, and its tag stays', async () => {
  const before = await api.call(`/api/v1/snapshots/${id}`, { token });
  await desk.services.db.transaction().execute(async (tx) => {
    const binh = { by: people.officerOfBinh, unitId: units.communeBinh, period: '2026-01', value: '8' };
    await given(tx, binh, ['submit', people.officerOfBinh], verified);
  });
  const etag = before.headers.get('etag') ?? '';
  const again = await api.call(`/api/v1/snapshots/${id}`, { token, headers: { 'If-None-Match': etag } });
  assert.equal(again.status, 304);
});

test('they hold figures of single units: not for the public, not without the scope', async () => {
  for (const path of ['/api/v1/snapshots', `/api/v1/snapshots/${id}`]) {
    assert.equal((await api.call(path)).status, 401);
    const other = await tokenFor(desk, people.appraiser, 'actuals:read');
    assert.equal((await api.call(path, { token: other })).status, 403);
  }
  assert.equal((await api.call(`/api/v1/snapshots/${newId()}`, { token })).status, 404);
  assert.equal((await api.call('/api/v1/snapshots/x', { token })).status, 404);
});
