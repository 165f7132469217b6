import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { now, people, units } from '../../../tests/world.ts';
import type { PersonName } from '../../../tests/world.ts';
import { newId } from '../../platform/id.server.ts';

let desk: Desk;
let api: Served;
const tokens = new Map<PersonName, string>();
const holder = newId();

before(async () => {
  desk = await openDesk();
  const row = {
    id: holder,
    kind: 'person',
    name: 'Nguyễn Văn Mẫu',
    unit_id: units.communeAn,
    source: 'thử',
    entered_at: now,
  };
  await desk.database.owner.insertInto('holder').values(row).execute();
  for (const name of ['officerOfAn', 'headOfAn', 'officerOfBinh', 'appraiser'] as const)
    tokens.set(name, await tokenFor(desk, people[name], 'dossiers:read', 'dossiers:write'));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const body = (more: object = {}) => ({
  unit: 'mau-an',
  to: 'tinh-mau',
  kind: 'merit',
  year: 2026,
  title: 'Đề nghị khen thưởng qua API',
  nominees: [{ holder, award: 'bang-khen-tinh', achievement: 'Việc mẫu' }],
  ...more,
});
const send = (who: PersonName, json: unknown, headers: Readonly<Record<string, string>> = {}, path = '') =>
  api.call(`/api/v1/dossiers${path}`, { token: tokens.get(who), json, headers });
const read = (who: PersonName, path = '') => api.call(`/api/v1/dossiers${path}`, { token: tokens.get(who) });
const of = ({ json }: Answered, field: string) => (json as Record<string, unknown>)[field];
const kindOf = ({ status, json }: Answered) => [status, (json as { type?: string }).type?.split('/').at(-1)];

test('a draft is written and read back by its unit only; sent again it is the same; its head hands it in', async () => {
  const key = { 'Idempotency-Key': 'ho-so-2026-1' };
  const first = await send('officerOfAn', body(), key);
  assert.deepEqual(breaches('post', '/dossiers', first), []);
  assert.deepEqual([first.status, of(first, 'stage'), of(first, 'nominees')], [200, 'draft', 1]);
  const again = await send('officerOfAn', body(), key);
  assert.deepEqual([of(again, 'id'), of(again, 'nominees')], [of(first, 'id'), 1]);
  const id = String(of(first, 'id'));
  const one = await read('officerOfAn', `/${id}`);
  assert.deepEqual(breaches('get', '/dossiers/{id}', one), []);
  assert.equal((await read('appraiser', `/${id}`)).status, 404);
  assert.equal((await read('officerOfBinh', `/${id}`)).status, 404);
  const version = Number(of(one, 'version'));
  assert.deepEqual(kindOf(await send('officerOfAn', { version }, {}, `/${id}/submission`)), [403, 'not-allowed']);
  assert.deepEqual(kindOf(await send('headOfAn', { version: version - 1 }, {}, `/${id}/submission`)), [
    409,
    'conflict',
  ]);
  const sent = await send('headOfAn', { version }, {}, `/${id}/submission`);
  assert.deepEqual(breaches('post', '/dossiers/{id}/submission', sent), []);
  assert.equal(of(sent, 'stage'), 'submitted');
  const listed = await read('appraiser', '?stage=submitted&award=bang-khen-tinh');
  assert.deepEqual(breaches('get', '/dossiers', listed), []);
  assert.equal(of(listed, 'total'), 1);
  assert.equal(of(await read('officerOfBinh'), 'total'), 0);
});

test('what is wrong is refused and nothing is kept: another unit, no such unit, an award of another receiver, a hidden holder', async () => {
  assert.deepEqual(kindOf(await send('officerOfBinh', body())), [403, 'not-allowed']);
  assert.deepEqual(kindOf(await send('officerOfAn', body({ to: 'khong-co' }))), [422, 'invalid-body']);
  const unfit = body({ nominees: [{ holder, award: 'giay-khen', achievement: 'x' }] });
  assert.deepEqual(kindOf(await send('officerOfAn', unfit)), [422, 'refused']);
  const hidden = body({ unit: 'mau-binh', nominees: [{ holder, award: 'bang-khen-tinh', achievement: 'x' }] });
  assert.deepEqual(kindOf(await send('officerOfBinh', hidden)), [404, 'not-there']);
  const token = await tokenFor(desk, people.officerOfAn, 'dossiers:write');
  assert.equal((await api.call('/api/v1/dossiers', { token, json: body() })).status, 403);
  assert.equal((await api.call('/api/v1/dossiers', { token })).status, 403);
  assert.equal(of(await read('officerOfAn'), 'total'), 1);
});
