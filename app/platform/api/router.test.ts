import assert from 'node:assert/strict';
import { test } from 'node:test';
import { operation } from './describe.ts';
import { content } from './operation.ts';
import type { Method } from './operation.ts';
import { route } from './router.ts';

const made = (method: Method, path: string) =>
  operation({
    id: `${method} ${path}`,
    method,
    path,
    tag: 't',
    summary: 's',
    auth: path === '/closed' ? 'any_token' : 'public',
    answers: {},
    run: async () => content(null),
  });
const operations = [
  made('GET', '/things'),
  made('POST', '/things'),
  made('GET', '/things/{code}'),
  made('GET', '/closed'),
];

const found = (method: string, path: string) => {
  const answer = route(operations, method, path);
  return answer.kind === 'operation' ? [answer.operation.id, answer.params] : answer;
};

test('an address and a method name one operation, with the parts of the address decoded', () => {
  assert.deepEqual(found('GET', '/things'), ['GET /things', {}]);
  assert.deepEqual(found('POST', '/things'), ['POST /things', {}]);
  assert.deepEqual(found('GET', '/things/m%E1%BA%ABu'), ['GET /things/{code}', { code: 'mẫu' }]);
});

test('HEAD is answered by GET', () => {
  assert.deepEqual(found('HEAD', '/things'), ['GET /things', {}]);
});

test('a known address with another method says which it has, and whether all may read it', () => {
  const both = { kind: 'wrong_method', allowed: ['GET', 'POST', 'HEAD', 'OPTIONS'], isPublic: true };
  assert.deepEqual(found('DELETE', '/things'), both);
  const closed = { kind: 'wrong_method', allowed: ['GET', 'HEAD', 'OPTIONS'], isPublic: false };
  assert.deepEqual(found('POST', '/closed'), closed);
});

test('anything else is nothing: longer, empty parts, broken escapes, a zero', () => {
  for (const path of ['', '/', '/things/', '/things/a/b', '/Things', '/things/%', '/things/a%00b', '/things//']) {
    assert.deepEqual(found('GET', path), { kind: 'nothing' }, path);
  }
});
