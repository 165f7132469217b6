import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { insertSchemes, schemes } from '../../../tests/values.ts';
import { people } from '../../../tests/world.ts';
import type { PersonName } from '../../../tests/world.ts';
import { newId } from '../../platform/id.server.ts';

let desk: Desk;
let api: Served;
const tokens = new Map<PersonName, string>();

before(async () => {
  desk = await openDesk();
  await insertSchemes(desk.database.owner);
  for (const name of ['officerOfAn', 'headOfAn', 'officerOfBinh', 'appraiser'] as const)
    tokens.set(name, await tokenFor(desk, people[name], 'initiatives:read', 'initiatives:write'));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const row = (more: object = {}) => ({
  unit: 'mau-an',
  kind: 'model',
  year: 2026,
  title: 'Mô hình mẫu qua API',
  problem: 'Vấn đề',
  novelty: 'Điểm mới',
  effect: 'Hiệu quả',
  appliedAt: 'Thôn Mẫu',
  authors: [{ name: 'Người Mẫu Tác Giả', share: 100 }],
  effects: [{ what: 'Hộ', unitOfMeasure: 'hộ', before: null, after: 12.5 }],
  ...more,
});
const send = (who: PersonName, json: unknown, headers: Readonly<Record<string, string>> = {}) =>
  api.call('/api/v1/initiatives', { token: tokens.get(who), json, headers });
const read = (who: PersonName, path = '') => api.call(`/api/v1/initiatives${path}`, { token: tokens.get(who) });
const itemsOf = ({ json }: Answered) => (json as { items: readonly Record<string, unknown>[] }).items;
const idsOf = (answer: Answered) => itemsOf(answer).map(({ id }) => id);
const kindOf = ({ status, json }: Answered) => [status, (json as { type?: string }).type?.split('/').at(-1)];

test('a draft is written and read back by its unit only; sent again it is the same', async () => {
  const body = { items: [row({ scheme: schemes.open })] };
  const key = { 'Idempotency-Key': 'sang-kien-2026' };
  const first = await send('officerOfAn', body, key);
  assert.deepEqual(breaches('post', '/initiatives', first), []);
  const [one] = itemsOf(first);
  assert.deepEqual(
    [one?.['stage'], one?.['scheme'], one?.['effects']],
    ['draft', schemes.open, [{ what: 'Hộ', unitOfMeasure: 'hộ', before: null, after: 12.5 }]],
  );
  assert.deepEqual(idsOf(await send('officerOfAn', body, key)), [one?.['id']]);
  const listed = await read('officerOfAn', `?scheme=${schemes.open}&words=mo+hinh`);
  assert.deepEqual(breaches('get', '/initiatives', listed), []);
  assert.deepEqual(idsOf(listed), [one?.['id']]);
  assert.deepEqual(idsOf(await read('officerOfBinh')), []);
  const alone = await read('officerOfAn', `/${String(one?.['id'])}`);
  assert.deepEqual(breaches('get', '/initiatives/{id}', alone), []);
  assert.equal((await read('appraiser', `/${String(one?.['id'])}`)).status, 404);
});

test('a head submits in the same request, an officer does not, and then nothing is kept', async () => {
  const sent = await send('headOfAn', { items: [row({ title: 'Ký gửi qua API' })], submit: true });
  assert.deepEqual(
    itemsOf(sent).map(({ stage }) => stage),
    ['submitted'],
  );
  const refused = await send('officerOfAn', { items: [row({ title: 'Không ký được' })], submit: true });
  assert.deepEqual(kindOf(refused), [403, 'not-allowed']);
  assert.deepEqual(itemsOf(await read('officerOfAn', '?words=khong+ky')), []);
  assert.deepEqual(idsOf(await read('appraiser', '?stage=submitted')), idsOf(sent));
});

test('what is wrong is told by row, state secrets and other units are refused, and nothing is kept', async () => {
  const wrong = await send('officerOfAn', { items: [row(), row({ id: newId(), year: 1900 })] });
  assert.deepEqual(kindOf(wrong), [422, 'invalid-body']);
  const secret = await send('officerOfAn', { items: [row({ scheme: schemes.secret })] });
  assert.deepEqual(kindOf(secret), [422, 'invalid-body']);
  assert.deepEqual(kindOf(await send('officerOfBinh', { items: [row()] })), [403, 'not-allowed']);
  assert.deepEqual(kindOf(await send('officerOfAn', { items: [row({ unit: 'khong-co' })] })), [422, 'invalid-body']);
  const token = await tokenFor(desk, people.officerOfAn, 'actuals:read');
  assert.equal((await api.call('/api/v1/initiatives', { token })).status, 403);
  const { n } = await desk.services.db
    .selectFrom('initiative')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  assert.equal(n, 2);
});
