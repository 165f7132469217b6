import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { indicators, insertIndicators, insertSchemes, schemes } from '../../../tests/values.ts';
import { people } from '../../../tests/world.ts';
import type { PersonName } from '../../../tests/world.ts';
import { expectOk } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { movePledges } from './moving.server.ts';

let desk: Desk;
let api: Served;
const tokens = new Map<PersonName, string>();
const accepted = newId();

before(async () => {
  desk = await openDesk();
  await insertIndicators(desk.database.owner);
  await insertSchemes(desk.database.owner);
  for (const name of ['officerOfAn', 'officerOfBinh', 'nobody', 'appraiser'] as const) {
    tokens.set(name, await tokenFor(desk, people[name], 'pledges:read', 'pledges:write'));
  }
  api = await serveApi(desk);
  const one = row({ id: accepted, unit: 'mau-binh', year: 2025 });
  assert.equal((await send('officerOfBinh', { items: [one], submit: true })).status, 200);
  const chosen = [{ id: accepted, version: 2 }];
  expectOk(await act(desk.edge(people.appraiser), (context) => movePledges(context, { move: 'accept', chosen })));
});
after(async () => {
  await api.close();
  await desk.leave();
});

const row = (more: object = {}) => ({
  unit: 'mau-an',
  year: 2026,
  indicator: indicators.amount,
  wording: 'Phấn đấu thu đạt',
  value: 1200,
  ...more,
});
const send = (who: PersonName, json: unknown, headers: Readonly<Record<string, string>> = {}) =>
  api.call('/api/v1/pledges', { token: tokens.get(who), json, headers });
const read = (who: PersonName, query = '') => api.call(`/api/v1/pledges${query}`, { token: tokens.get(who) });
const itemsOf = ({ json }: Answered) => (json as { items: readonly Record<string, unknown>[] }).items;
const refusedAt = ({ status, json }: Answered) => {
  const { type, errors } = json as { type: string; errors?: readonly { pointer: string }[] };
  return [status, type.split('/').at(-1), (errors ?? []).map(({ pointer }) => pointer)];
};
const countOf = async () => {
  const counted = desk.services.db.selectFrom('pledge').select((eb) => eb.fn.countAll<number>().as('n'));
  return (await counted.executeTakeFirstOrThrow()).n;
};

test('a pledge is registered and sent in one go; sent again it is the same', async () => {
  const body = {
    items: [row(), row({ indicator: undefined, scheme: schemes.open, wording: 'Làm mẫu', value: undefined })],
    submit: true,
  };
  const key = { 'Idempotency-Key': 'dang-ky-2026' };
  const first = await send('officerOfAn', body, key);
  assert.deepEqual(breaches('post', '/pledges', first), []);
  assert.deepEqual(
    itemsOf(first).map(({ stage, value, unitOfMeasure }) => [stage, value, unitOfMeasure]),
    [
      ['submitted', 1200, 'tỷ đồng'],
      ['submitted', null, null],
    ],
  );
  const before = await countOf();
  assert.deepEqual((await send('officerOfAn', body, key)).json, first.json);
  assert.equal(await countOf(), before);
  assert.deepEqual(refusedAt(await send('officerOfAn', { items: [row()] })), [409, 'conflict', ['#/items/0']]);
});

test('each reads what is theirs to know, and no more', async () => {
  const seen = async (who: PersonName) => {
    const list = await read(who);
    assert.deepEqual(breaches('get', '/pledges', list), []);
    assert.equal(list.json?.['total'], itemsOf(list).length);
    return [...new Set(itemsOf(list).map(({ unit, stage }) => `${String(unit)} ${String(stage)}`))].toSorted();
  };
  assert.deepEqual(await seen('nobody'), ['mau-binh accepted']);
  assert.deepEqual(await seen('officerOfBinh'), ['mau-binh accepted']);
  assert.deepEqual(await seen('officerOfAn'), ['mau-an submitted', 'mau-binh accepted']);
  assert.deepEqual(await seen('appraiser'), ['mau-an submitted', 'mau-binh accepted']);
  assert.deepEqual(
    itemsOf(await read('appraiser', '?year=2025')).map(({ id }) => id),
    [accepted],
  );
  assert.equal((await read('appraiser', '?unit=mau')).status, 400);
});

test('what is wrong is named place by place, and nothing is kept', async () => {
  const before = await countOf();
  const rows: readonly (readonly [object, number, string, string])[] = [
    [row({ year: 2027, wording: ' ' }), 422, 'invalid-body', '#/items/0/wording'],
    [row({ year: 2027, value: -3 }), 422, 'invalid-body', '#/items/0/value'],
    [row({ year: 1999 }), 422, 'invalid-body', '#/items/0/year'],
    [row({ year: 2027, indicator: 'KT-00' }), 422, 'invalid-body', '#/items/0'],
    [row({ year: 2027, unit: 'mau' }), 422, 'invalid-body', '#/items/0/unit'],
    [row({ year: 2027, unit: 'mau-binh' }), 403, 'not-allowed', '#/items/0'],
  ];
  for (const [item, status, kind, pointer] of rows) {
    const later = { indicator: indicators.share, wording: 'Tỉ lệ', value: 90, year: 2028 };
    const answer = await send('officerOfAn', { items: [item, row(later)] });
    assert.deepEqual(refusedAt(answer), [status, kind, [pointer]], JSON.stringify(item));
  }
  assert.equal(await countOf(), before);
});

test('a scheme under the rules on state secrets takes nothing, whatever the door', async () => {
  const secret = row({ indicator: undefined, scheme: schemes.secret, value: undefined });
  assert.deepEqual(refusedAt(await send('officerOfAn', { items: [secret] })), [422, 'refused', ['#/items/0/scheme']]);
});

test('without a token, or with one for something else, nothing is told or kept', async () => {
  assert.equal((await api.call('/api/v1/pledges')).status, 401);
  assert.equal((await api.call('/api/v1/pledges', { json: { items: [row()] } })).status, 401);
  const token = await tokenFor(desk, people.officerOfAn, 'actuals:read', 'actuals:write', 'snapshots:read');
  assert.equal((await api.call('/api/v1/pledges', { token })).status, 403);
  assert.equal((await api.call('/api/v1/pledges', { token, json: { items: [row({ year: 2029 })] } })).status, 403);
});
