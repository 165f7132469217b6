import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { serveApi, tokenFor } from '../../../tests/api.ts';
import type { Answered, Served } from '../../../tests/api.ts';
import { breaches } from '../../../tests/contract.ts';
import { openDesk } from '../../../tests/desk.ts';
import type { Desk } from '../../../tests/desk.ts';
import { given, indicators, insertIndicators, sent, verified } from '../../../tests/values.ts';
import { now, people, units } from '../../../tests/world.ts';
import type { PersonName } from '../../../tests/world.ts';
import { tokenHash } from '../identity/session/token.server.ts';
import { newId } from '../../platform/id.server.ts';
import { actualOperations } from './api.server.ts';

let desk: Desk;
let api: Served;
const tokens = new Map<PersonName, string>();
const ids: Record<string, string> = {};

before(async () => {
  desk = await openDesk();
  await insertIndicators(desk.database.owner);
  const binh = { by: people.officerOfBinh, unitId: units.communeBinh };
  const sentByBinh = ['submit', people.officerOfBinh] as const;
  await desk.services.db.transaction().execute(async (tx) => {
    ids['an verified'] = await given(tx, { period: '2026-01', value: '11' }, sent, verified);
    ids['an draft'] = await given(tx, { period: '2026-02', value: '22' });
    ids['binh verified'] = await given(tx, { ...binh, period: '2026-01', value: '33' }, sentByBinh, verified);
    ids['binh draft'] = await given(tx, { ...binh, period: '2026-02', value: '44' });
    ids['binh sent'] = await given(tx, { ...binh, period: '2026-03', value: '55' }, sentByBinh);
  });
  for (const name of ['officerOfAn', 'officerOfBinh', 'nobody', 'appraiser'] as const) {
    tokens.set(name, await tokenFor(desk, people[name], 'actuals:read', 'actuals:write'));
  }
  api = await serveApi(desk);
});
after(async () => {
  await api.close();
  await desk.leave();
});

const read = (who: PersonName, query = '', accept = 'application/json') =>
  api.call(`/api/v1/actuals${query}`, { token: tokens.get(who), headers: { Accept: accept } });
const namesOf = new Map<string, string>();
const named = ({ json }: Answered) => {
  for (const [name, id] of Object.entries(ids)) namesOf.set(id, name);
  return (json as { items: readonly { id: string }[] }).items.map(({ id }) => namesOf.get(id) ?? id).toSorted();
};

const row = (more: object = {}) => ({
  indicator: indicators.amount,
  unit: 'mau-an',
  period: '2026-04',
  value: 12.5,
  asOfDate: '2026-06-01',
  ...more,
});
const send = (who: PersonName, json: unknown, headers: Readonly<Record<string, string>> = {}) =>
  api.call('/api/v1/actuals', { token: tokens.get(who), json, headers });
type Problem = {
  readonly type: string;
  readonly errors: readonly { readonly pointer: string; readonly detail: string }[];
};
const refusedAt = ({ status, json }: Answered) => {
  const { type, errors } = json as Problem;
  return [status, type.split('/').at(-1), (errors ?? []).map(({ pointer }) => pointer)];
};
const countOf = async () => {
  const counted = desk.services.db.selectFrom('actual').select((eb) => eb.fn.countAll<number>().as('n'));
  return (await counted.executeTakeFirstOrThrow()).n;
};
const heldBack = async (call: () => Promise<Answered>) => {
  const before = await countOf();
  const answer = await call();
  assert.equal(await countOf(), before);
  return answer;
};

const seen: readonly (readonly [PersonName, readonly string[]])[] = [
  ['nobody', ['an verified', 'binh verified']],
  ['officerOfAn', ['an draft', 'an verified', 'binh verified']],
  ['officerOfBinh', ['an verified', 'binh draft', 'binh sent', 'binh verified']],
  ['appraiser', ['an draft', 'an verified', 'binh draft', 'binh sent', 'binh verified']],
];
for (const [who, wanted] of seen) {
  test(`${who} reads exactly what is theirs to know, in lists, tables, pages and one by one`, async () => {
    const list = await read(who);
    assert.deepEqual(breaches('get', '/actuals', list), []);
    assert.deepEqual(named(list), wanted);
    const table = await read(who, '', 'text/csv');
    assert.equal(table.text.trim().split('\r\n').length, wanted.length + 1);
    const one = await read(who, '?limit=1');
    const { next } = one.json as { next: string | null };
    const rest = await read(who, `?cursor=${String(next)}`);
    assert.deepEqual([...named(one), ...named(rest)].toSorted(), wanted);
    for (const [name, id] of Object.entries(ids)) {
      const answer = await read(who, `/${id}`);
      assert.equal(answer.status, wanted.includes(name) ? 200 : 404, name);
      assert.deepEqual(breaches('get', '/actuals/{id}', answer), []);
    }
  });
}

test('a list can be narrowed, and a page says where the next begins', async () => {
  assert.deepEqual(named(await read('appraiser', '?unit=mau-binh&stage=submitted,entered')), [
    'binh draft',
    'binh sent',
  ]);
  assert.deepEqual(named(await read('appraiser', '?period=2026-01')), ['an verified', 'binh verified']);
  assert.deepEqual(named(await read('appraiser', '?knownOn=2026-06-14')), []);
  assert.deepEqual(named(await read('appraiser', '?ngay=2026-06-15')), ['an verified', 'binh verified']);
  const { headers } = await read('appraiser', '?limit=2&unit=mau-binh');
  assert.match(headers.get('link') ?? '', /^<\?unit=mau-binh&limit=2&cursor=[\w-]+>; rel="next"$/);
  for (const wrong of ['unit=mau', 'stage=finished', 'cursor=x', 'limit=0', 'limit=5001', 'knownOn=2026-06-16']) {
    assert.equal((await read('appraiser', `?${wrong}`)).status, 400, wrong);
  }
});

test('without a token, or with one for something else, nothing is told', async () => {
  for (const { method, path } of actualOperations) {
    const place = `/api/v1${path.replace('{id}', ids['an verified'] ?? '')}`;
    const body = method === 'POST' ? { json: { items: [row()] } } : {};
    assert.equal((await heldBack(() => api.call(place, body))).status, 401, path);
    const pledging = await tokenFor(desk, people.officerOfAn, 'pledges:write', 'pledges:read', 'snapshots:read');
    assert.equal((await heldBack(() => api.call(place, { ...body, token: pledging }))).status, 403, path);
  }
});

test('a revoked or expired token opens nothing', async () => {
  const change = async (person: PersonName, what: { revoked_at: Date } | { expires_at: Date }) => {
    const token = await tokenFor(desk, people[person], 'actuals:read');
    const ask = async () => (await api.call('/api/v1/actuals', { token })).status;
    const before = await ask();
    const ofToken = desk.services.db.updateTable('api_token').set(what).where('token_hash', '=', tokenHash(token));
    await ofToken.execute();
    return [before, await ask()];
  };
  assert.deepEqual(await change('officerOfAn', { revoked_at: now }), [200, 401]);
  assert.deepEqual(await change('nobody', { expires_at: now }), [200, 401]);
});

test('values are entered and sent in one go, exactly as given, and recorded as done through the API', async () => {
  const id = newId();
  const answer = await send('officerOfAn', {
    items: [row({ id }), row({ period: '2026-05', value: '1234.5' })],
    submit: true,
  });
  assert.deepEqual(breaches('post', '/actuals', answer), []);
  const { items } = answer.json as { items: readonly { id: string; value: number; stage: string }[] };
  assert.deepEqual(
    items.map(({ value, stage }) => [value, stage]),
    [
      [12.5, 'submitted'],
      [1234.5, 'submitted'],
    ],
  );
  assert.equal(items[0]?.id, id);
  const entries = desk.services.db.selectFrom('record_entry').select(['kind', 'via', 'actor_id', 'address']);
  const recorded = await entries.where('subject_id', '=', id).orderBy('kind').execute();
  const by = { via: 'api', actor_id: people.officerOfAn.personId, address: '192.0.2.250' };
  assert.deepEqual(recorded, [
    { kind: 'actual.entered', ...by },
    { kind: 'actual.moved', ...by },
  ]);
});

test('sent again it is the same: by ids of one’s own, or by one key for all', async () => {
  const items = [row({ period: '2025-11' })];
  const own = { items: [row({ id: newId(), period: '2026-06', asOfDate: '2026-06-02' })], submit: true };
  const first = await send('officerOfAn', own);
  assert.equal(first.status, 200);
  const again = await heldBack(() => send('officerOfAn', own));
  assert.deepEqual(again.json, first.json);
  const key = { 'Idempotency-Key': 'thang-1-nam-2025' };
  const made = await send('officerOfAn', { items }, key);
  assert.deepEqual((await heldBack(() => send('officerOfAn', { items }, key))).json, made.json);
  const other = await heldBack(() => send('officerOfAn', { items: [row({ period: '2025-11', value: 13 })] }, key));
  assert.deepEqual(refusedAt(other), [409, 'conflict', ['#/items/0']]);
  assert.equal((await send('officerOfAn', { items }, { 'Idempotency-Key': 'short' })).status, 400);
});

test('sent twice at once, in whatever order, it is one', async () => {
  const items = ['2025-08', '2025-09', '2025-10', '2025-11'].map((period) =>
    row({ unit: 'thon-mau', period, id: newId() }),
  );
  const before = await countOf();
  const both = await Promise.all([
    send('officerOfAn', { items, submit: true }),
    send('officerOfAn', { items: items.toReversed(), submit: true }),
  ]);
  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  );
  assert.equal(await countOf(), before + items.length);
  const [one, other] = both.map(({ json }) => (json as { items: readonly unknown[] }).items);
  assert.deepEqual(other?.toReversed(), one);
});

test('one wrong row and nothing is kept; each wrong place is named', async () => {
  const items = [
    row({ period: '2025-07' }),
    row({ period: '2025-10', value: -1 }),
    row({ period: '2025-99' }),
    row({ indicator: 'KT-00', period: '2025-10' }),
    row({ period: '2026-07' }),
    row({ asOfDate: '2026-07-01' }),
    row({ indicator: indicators.share, period: '2025-Q3', value: undefined, numerator: 9, denominator: 8 }),
  ];
  const answer = await heldBack(() => send('officerOfAn', { items }));
  const wrong = ['1/value', '2/period', '3/indicator', '4/period', '5/asOfDate', '6/numerator'];
  assert.deepEqual(refusedAt(answer), [422, 'invalid-body', wrong.map((place) => `#/items/${place}`)]);
  assert.deepEqual(breaches('post', '/actuals', answer), []);
});

test('who may not enter is refused, row by row', async () => {
  const items = [row({ period: '2025-12' }), row({ unit: 'mau-binh', period: '2025-12' })];
  assert.deepEqual(refusedAt(await heldBack(() => send('officerOfAn', { items }))), [
    403,
    'not-allowed',
    ['#/items/1'],
  ]);
  assert.deepEqual(refusedAt(await heldBack(() => send('nobody', { items }))), [
    403,
    'not-allowed',
    ['#/items/0', '#/items/1'],
  ]);
});

test('a figure that stands in the way is named', async () => {
  const items = [row({ period: '2026-01' }), row({ period: '2026-02' })];
  const answer = await heldBack(() => send('officerOfAn', { items }));
  assert.deepEqual(refusedAt(answer), [409, 'conflict', ['#/items/0', '#/items/1']]);
  const { errors } = answer.json as Problem;
  assert.match(errors[0]?.detail ?? '', new RegExp(ids['an verified'] ?? 'x'));
});

test('evidence that an indicator demands is missed before anything is sent', async () => {
  const proven = { indicator: indicators.proven, period: '2025', value: 5 };
  const answer = await heldBack(() => send('officerOfAn', { items: [row(proven)], submit: true }));
  assert.deepEqual(refusedAt(answer), [422, 'refused', ['#/items/0']]);
  assert.equal((await send('officerOfAn', { items: [row(proven)] })).status, 200);
});

test('what cannot be a row is refused before it is looked at', async () => {
  const rows: readonly (readonly [unknown, string])[] = [
    [{ items: [] }, '#/items'],
    [{ items: [row({ unit: 'mau' })] }, '#/items/0/unit'],
    [{ items: [row({ value: '1.234,5' })] }, '#/items/0/value'],
    [{ items: [row({ asOfDate: '01/06/2026' })] }, '#/items/0/asOfDate'],
    [{ items: [row({ verified: true })] }, '#/items/0'],
    [{ items: [row({ id: 'x' })] }, '#/items/0/id'],
    [{ items: [row({ value: null })] }, '#/items/0/value'],
  ];
  for (const [json, pointer] of rows) {
    assert.deepEqual(
      refusedAt(await send('officerOfAn', json)),
      [422, 'invalid-body', [pointer]],
      JSON.stringify(json),
    );
  }
  const id = newId();
  const twice = { items: [row({ id, period: '2025-06' }), row({ id, period: '2025-07' })] };
  assert.deepEqual(refusedAt(await send('officerOfAn', twice)), [422, 'invalid-body', ['#/items/1/id']]);
});

test('the same unit, indicator and period twice in one sending is refused at the second', async () => {
  const items = [row({ period: '2025-08', value: 1 }), row({ period: '2025-08', value: 2 })];
  const answer = await heldBack(() => send('officerOfAn', { items }));
  const [status, , places] = refusedAt(answer);
  assert.deepEqual([status, (places as readonly string[]).length], [409, 1]);
});

test('a token that may only write enters drafts, but does not send what it may not see', async () => {
  const token = await tokenFor(desk, people.officerOfAn, 'actuals:write');
  const body = { items: [row({ period: '2025-09' })] };
  const submitted = await heldBack(() => api.call('/api/v1/actuals', { token, json: { ...body, submit: true } }));
  assert.equal(submitted.status, 403);
  assert.equal((await api.call('/api/v1/actuals', { token, json: body })).status, 200);
});

test('who the token acts as is told, without administration', async () => {
  const token = await tokenFor(desk, people.administrator, 'actuals:read');
  const answer = await api.call('/api/v1/me', { token });
  assert.deepEqual(breaches('get', '/me', answer), []);
  assert.deepEqual(
    [answer.json?.['unit'], answer.json?.['roles'], answer.json?.['scopes']],
    ['so-mau', [], ['actuals:read']],
  );
  assert.equal((await api.call('/api/v1/me')).status, 401);
  const officer = await api.call('/api/v1/me', { token: tokens.get('officerOfAn') });
  assert.deepEqual(officer.json?.['roles'], [{ role: 'officer', unit: 'mau-an', isLent: false }]);
});
