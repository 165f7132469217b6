import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { z } from 'zod';
import { serve } from '../../../tests/api.ts';
import type { Served } from '../../../tests/api.ts';
import { people } from '../../../tests/world.ts';
import { stranger } from '../../kernel/actor.ts';
import type { Actor } from '../../kernel/actor.ts';
import type { Edge } from '../command.server.ts';
import { operation } from './describe.ts';
import { apiListener } from './listener.server.ts';
import { content, csvOf } from './operation.ts';

type Thing = { readonly code: string; readonly value: number };

const things = [
  { code: '=1+1', value: -5 },
  { code: 'Mẫu, "hai"', value: 7 },
];
const common = { tag: 't', summary: 's' } as const;

const operations = [
  operation({
    ...common,
    id: 'things',
    method: 'GET',
    path: '/things',
    auth: 'public',
    query: z.object({ size: z.coerce.number().int().max(9).optional() }),
    answers: {},
    csv: csvOf<Thing>({ code: ({ code }) => code, value: ({ value }) => value }),
    run: async () => content({ items: things }),
  }),
  operation({
    ...common,
    id: 'keep',
    method: 'POST',
    path: '/things',
    auth: 'actuals:write',
    maxBody: 1000,
    body: z.strictObject({ items: z.array(z.strictObject({ name: z.string().min(2), count: z.int() })).max(3) }),
    answers: {},
    run: async ({ actor }, { body }) => content({ by: actor.kind, body }, 201, { Location: '/x' }),
  }),
  operation({
    ...common,
    id: 'me',
    method: 'GET',
    path: '/me',
    auth: 'any_token',
    answers: {},
    run: async () => content(1),
  }),
  operation({
    ...common,
    id: 'broken',
    method: 'GET',
    path: '/broken',
    auth: 'public',
    answers: {},
    run: () => Promise.reject(new Error('secret detail in /srv/app/x.ts')),
  }),
  operation({
    ...common,
    id: 'away',
    method: 'GET',
    path: '/away',
    auth: 'public',
    answers: {},
    run: () => Promise.reject(Object.assign(new Error('gone'), { code: 'ECONNREFUSED' })),
  }),
];

const actors: Readonly<Record<string, Actor>> = {
  writer: { ...people.officerOfAn, scopes: ['actuals:write'] },
  reader: { ...people.officerOfAn, scopes: ['actuals:read'] },
};

let api: Served;
const log = console.error;
before(async () => {
  console.error = () => undefined;
  api = await serve(
    apiListener({
      operations,
      edgeOf: async (_request, token) => {
        const actor = token === undefined ? stranger : actors[token];
        return actor && ({ actor, via: 'api', address: null } as unknown as Edge);
      },
    }),
  );
});
after(async () => {
  console.error = log;
  await api.close();
});

const things1 = '/api/v1/things';
const keep = { items: [{ name: 'Mẫu', count: 1 }] };
const kindOf = (json: Record<string, unknown> | undefined) => String(json?.['type']).replace('/api/problems/', '');

test('content goes out as JSON with its encoding, a tag and leave to be read from anywhere', async () => {
  const { status, headers, json } = await api.call(things1);
  assert.equal(status, 200);
  assert.deepEqual(json, { items: things });
  assert.equal(headers.get('content-type'), 'application/json; charset=utf-8');
  assert.equal(headers.get('access-control-allow-origin'), '*');
  assert.equal(headers.get('cache-control'), 'public, no-cache');
  assert.match(headers.get('etag') ?? '', /^W\/"[\w-]{27}"$/);
});

test('what is asked for by a token is nobody else’s to keep', async () => {
  const { headers } = await api.call(things1, { token: 'reader' });
  assert.equal(headers.get('cache-control'), 'private, no-cache');
  assert.equal(headers.get('vary'), 'Accept, Authorization');
});

test('unchanged content is not sent again; JSON and table have tags of their own', async () => {
  const tag = (await api.call(things1)).headers.get('etag') ?? '';
  const again = await api.call(things1, { headers: { 'If-None-Match': tag } });
  assert.deepEqual([again.status, again.text, again.headers.get('etag')], [304, '', tag]);
  const table = await api.call(things1, { headers: { 'If-None-Match': tag, Accept: 'text/csv' } });
  assert.equal(table.status, 200);
});

test('a table is CSV whose cells no program takes for a formula', async () => {
  const { headers, text } = await api.call(things1, { headers: { Accept: 'text/csv' } });
  assert.equal(headers.get('content-type'), 'text/csv; charset=utf-8; header=present');
  assert.equal(text, 'code,value\r\n\'=1+1,-5\r\n"Mẫu, ""hai""",7\r\n');
});

test('HEAD says what GET would, without the body', async () => {
  const got = await api.call(things1);
  const { status, headers, text } = await api.call(things1, { method: 'HEAD' });
  assert.deepEqual([status, text], [200, '']);
  assert.equal(headers.get('etag'), got.headers.get('etag'));
  assert.equal(Number(headers.get('content-length')), Buffer.byteLength(got.text));
});

test('OPTIONS lets pages of others read, not send, and send no token', async () => {
  const { status, headers } = await api.call(things1, { method: 'OPTIONS' });
  assert.equal(status, 204);
  assert.equal(headers.get('allow'), 'GET, POST, HEAD, OPTIONS');
  assert.equal(headers.get('access-control-allow-methods'), 'GET, HEAD, OPTIONS');
  assert.equal(headers.get('access-control-allow-headers'), 'Accept, If-None-Match');
  const closed = await api.call('/api/v1/me', { method: 'OPTIONS' });
  assert.deepEqual([closed.status, closed.headers.get('access-control-allow-origin')], [204, null]);
});

test('every problem has its kind, its number and Vietnamese words', async () => {
  const rows: readonly (readonly [string, Parameters<Served['call']>[1], number, string])[] = [
    ['/api/v1/nothing', {}, 404, 'not-there'],
    [things1, { method: 'DELETE' }, 405, 'method-not-allowed'],
    [things1, { headers: { Accept: 'application/xml' } }, 406, 'not-acceptable'],
    [`${things1}?size=10`, {}, 400, 'invalid-query'],
    [`${things1}?size=%00`, {}, 400, 'broken-text'],
    ['/api/v1/me', {}, 401, 'unauthorized'],
    [things1, { token: 'nonsense' }, 401, 'unauthorized'],
    [things1, { headers: { Authorization: 'Basic eDp5' } }, 401, 'unauthorized'],
    [things1, { token: 'reader', json: keep }, 403, 'not-scoped'],
    [things1, { token: 'writer', bytes: '{}', headers: { 'Content-Type': 'text/plain' } }, 415, 'unsupported-media'],
    [things1, { token: 'writer', json: keep, headers: { 'Content-Encoding': 'gzip' } }, 415, 'unsupported-media'],
    [things1, { token: 'writer', json: { items: 'x'.repeat(1000) } }, 413, 'too-large'],
    [
      things1,
      { token: 'writer', bytes: '{"items":', headers: { 'Content-Type': 'application/json' } },
      400,
      'malformed-body',
    ],
    [things1, { token: 'writer', json: { items: [{ name: 'a\0b', count: 1 }] } }, 400, 'broken-text'],
    [things1, { token: 'writer', json: {} }, 422, 'invalid-body'],
    ['/api/v1/broken', {}, 500, 'fault'],
    ['/api/v1/away', {}, 503, 'unavailable'],
  ];
  for (const [path, call, status, kind] of rows) {
    const answer = await api.call(path, call);
    const what = `${path} ${JSON.stringify(call)}`;
    assert.equal(answer.status, status, what);
    assert.equal(kindOf(answer.json), kind, what);
    assert.equal(answer.json?.['status'], status, what);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8', what);
    assert.equal(answer.headers.get('cache-control'), 'no-store', what);
    assert.match(`${String(answer.json?.['title'])} ${String(answer.json?.['detail'])}`, /[ạảấầậắặệềốộờợụữứừ]/, what);
  }
});

test('a body in another encoding is refused as such', async () => {
  const bytes = Uint8Array.from([...Buffer.from('{"items":[{"name":"'), 0xc3, 0x28, ...Buffer.from('","count":1}]}')]);
  const answer = await api.call(things1, { token: 'writer', bytes, headers: { 'Content-Type': 'application/json' } });
  assert.deepEqual([answer.status, kindOf(answer.json)], [400, 'broken-text']);
});

test('a refused token is told how to ask, a missing scope which one', async () => {
  const missing = await api.call('/api/v1/me');
  assert.equal(missing.headers.get('www-authenticate'), 'Bearer realm="api"');
  const wrong = await api.call('/api/v1/me', { token: 'nonsense' });
  assert.equal(wrong.headers.get('www-authenticate'), 'Bearer realm="api", error="invalid_token"');
  const scope = await api.call(things1, { token: 'reader', json: keep });
  assert.equal(
    scope.headers.get('www-authenticate'),
    'Bearer realm="api", error="insufficient_scope", scope="actuals:write"',
  );
});

test('each wrong place in a body is pointed at', async () => {
  const { json } = await api.call(things1, {
    token: 'writer',
    json: {
      items: [
        { name: 'Mẫu', count: 1.5 },
        { name: 'x', count: 2, 'a/b~c': 1 },
      ],
      more: 1,
    },
  });
  const { errors } = json as { readonly errors: readonly { readonly pointer: string }[] };
  assert.deepEqual(
    errors.map(({ pointer }) => pointer),
    ['#/items/0/count', '#/items/1/name', '#/items/1', '#'],
  );
});

test('letters are composed, and what was made says where it is', async () => {
  const { status, headers, json } = await api.call(things1, {
    token: 'writer',
    json: { items: [{ name: 'Mẫu'.normalize('NFD'), count: 1 }] },
  });
  assert.deepEqual([status, headers.get('location'), headers.get('cache-control')], [201, '/x', 'no-store']);
  assert.deepEqual(json, { by: 'person', body: keep });
});

test('a fault tells its reference and nothing of itself', async () => {
  const { text, json } = await api.call('/api/v1/broken');
  assert.match(String(json?.['reference']), /^[A-Z2-9]{8}$/);
  assert.doesNotMatch(text, /secret|srv|\.ts|Error/);
});
