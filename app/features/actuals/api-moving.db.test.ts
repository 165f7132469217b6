import assert from 'node:assert/strict';
import { after, before as first, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { given, insertIndicators, sent, verified } from '../../../tests/values.ts';
import { people, units } from '../../../tests/world.ts';
import type { PersonName } from '../../../tests/world.ts';
import { newId } from '../../platform/id.server.ts';

let desk: Desk;
let api: Served;
let anVerified = '';
let binhSent = '';
const tokens = new Map<PersonName, string>();
const binh = { by: people.officerOfBinh, unitId: units.communeBinh };
const sentByBinh = ['submit', people.officerOfBinh] as const;

first(async () => {
  desk = await openDesk();
  await insertIndicators(desk.database.owner);
  await desk.services.db.transaction().execute(async (tx) => {
    anVerified = await given(tx, { period: '2026-01' }, sent, verified);
    binhSent = await given(tx, { ...binh, period: '2026-03' }, sentByBinh);
  });
  for (const name of ['officerOfBinh', 'nobody', 'appraiser'] as const)
    tokens.set(name, await tokenFor(desk, people[name], 'actuals:read', 'actuals:write'));
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

type Problem = { readonly type: string; readonly errors?: readonly { readonly pointer: string }[] };
const refusedAt = ({ status, json }: Answered) => {
  const { type, errors = [] } = json as Problem;
  return [status, type.split('/').at(-1), errors.map(({ pointer }) => pointer)];
};
const countOf = async () => {
  const counted = desk.services.db.selectFrom('actual').select((eb) => eb.fn.countAll<number>().as('n'));
  return (await counted.executeTakeFirstOrThrow()).n;
};

const correct = (who: PersonName, items: readonly object[], more: object = {}) =>
  api.call('/api/v1/actuals/corrections', { token: tokens.get(who), json: { items, ...more } });
const move = (who: PersonName, json: object) => api.call('/api/v1/actuals/moves', { token: tokens.get(who), json });
const itemsOf = ({ json }: Answered) => (json as { items: readonly Record<string, unknown>[] }).items;
const stagesOf = (answer: Answered) =>
  itemsOf(answer).map(({ stage, version, isCorrection }) => [stage, version, isCorrection]);

/** Mẫu Bình's verified value of a period of its own. */
const binhVerified = (period: string) =>
  desk.services.db.transaction().execute((tx) => given(tx, { ...binh, period }, sentByBinh, verified));

test('a verified value is corrected, sent and verified by programs of two people, and the old one gives way then', async () => {
  const old = await binhVerified('2026-01');
  const id = newId();
  const wrong = { id, corrects: old, value: 99.5, asOfDate: '2026-06-01', reason: 'Cộng thiếu' };
  const sentOff = await correct('officerOfBinh', [wrong], { submit: true });
  assert.deepEqual([sentOff.status, stagesOf(sentOff)], [200, [['submitted', 2, true]]]);
  assert.deepEqual(stagesOf(await correct('officerOfBinh', [wrong], { submit: true })), [['submitted', 2, true]]);
  const own = await move('officerOfBinh', { move: 'verify', items: [{ id, version: 2 }] });
  assert.deepEqual(refusedAt(own), [403, 'not-allowed', ['#/items/0']]);
  const verifiedNow = await move('appraiser', { move: 'verify', items: [{ id, version: 2 }] });
  assert.deepEqual([verifiedNow.status, stagesOf(verifiedNow)], [200, [['verified', 3, true]]]);
  const line = await api.call(`/api/v1/actuals/${old}`, { token: tokens.get('nobody') });
  assert.equal(line.json?.['isSuperseded'], true);
  const again = await correct('officerOfBinh', [{ ...wrong, id: newId() }]);
  assert.deepEqual(refusedAt(again), [409, 'conflict', ['#/items/0']]);
  assert.match(again.headers.get('content-type') ?? '', /^application\/problem\+json/);
});

test('corrections are all kept or none, and each wrong one is named', async () => {
  const old = await binhVerified('2026-02');
  const fine = { corrects: old, value: 1, asOfDate: '2026-06-01', reason: 'Cộng thiếu' };
  const before = await countOf();
  const refused = await correct('officerOfBinh', [
    fine,
    { ...fine, value: -1 },
    { ...fine, reason: ' ' },
    { ...fine, corrects: newId() },
    { ...fine, corrects: anVerified },
  ]);
  assert.equal(await countOf(), before);
  const [status, kind, pointers] = refusedAt(refused);
  assert.deepEqual([status, kind], [422, 'refused']);
  assert.deepEqual(pointers, ['#/items/1/value', '#/items/2', '#/items/3', '#/items/4']);
});

test('a move names the version it saw, needs both scopes, and a return its reason; refused, nothing has moved', async () => {
  const items = [{ id: binhSent, version: 1 }];
  const raced = await move('appraiser', { move: 'return', reason: 'Sai', items });
  assert.deepEqual(refusedAt(raced), [409, 'conflict', ['#/items/0/version']]);
  const seenNow = [{ id: binhSent, version: 2 }];
  assert.deepEqual(refusedAt(await move('appraiser', { move: 'return', items: seenNow })), [
    422,
    'refused',
    ['#/reason'],
  ]);
  assert.equal(refusedAt(await move('nobody', { move: 'verify', items: seenNow }))[0], 404);
  assert.equal(refusedAt(await move('appraiser', { move: 'correct', items: seenNow }))[0], 422);
  const writeOnly = await tokenFor(desk, people.appraiser, 'actuals:write');
  const json = { move: 'verify', items: seenNow };
  assert.equal((await api.call('/api/v1/actuals/moves', { token: writeOnly, json })).status, 403);
  const readOnly = await tokenFor(desk, people.appraiser, 'actuals:read');
  assert.equal((await api.call('/api/v1/actuals/moves', { token: readOnly, json })).status, 403);
  const returned = await move('appraiser', { move: 'return', reason: 'Sai', items: seenNow });
  assert.deepEqual([stagesOf(returned), itemsOf(returned)[0]?.['returnReason']], [[['returned', 3, false]], 'Sai']);
});
