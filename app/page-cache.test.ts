import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, test } from 'node:test';
import { pageCache } from './page-cache.server.ts';

const world = { stamp: 'one', renders: 0 };
const cache = pageCache({
  paths: ['/tong-quan', '/rieng'],
  headers: { 'X-Content-Type-Options': 'nosniff' },
  stamp: async () => world.stamp,
  render: async (path) => {
    world.renders += 1;
    return path === '/rieng' ? undefined : `<p>${path} ${world.stamp}</p>`;
  },
});
const server = createServer((request, response) => {
  const path = (request.url ?? '').split('?', 1)[0] ?? '';
  if (cache.answerNow(request, response, path)) return;
  void cache.answer(request, response, path).then((done) => done || response.writeHead(200).end('not kept'));
});
server.listen(0);
await once(server, 'listening');
after(() => server.close());
const at = (path: string) => `http://localhost:${(server.address() as AddressInfo).port}${path}`;
const ask = (path: string, headers: Record<string, string> = {}) => fetch(at(path), { headers });

test('a public page is rendered once and served with the same bytes and tag', async () => {
  const first = await ask('/tong-quan');
  const second = await ask('/tong-quan');
  assert.equal(await first.text(), '<p>/tong-quan one</p>');
  assert.equal(await second.text(), '<p>/tong-quan one</p>');
  assert.equal(first.headers.get('etag'), second.headers.get('etag'));
  assert.equal(second.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(world.renders, 1);
});

test('whoever knows the tag gets no body', async () => {
  const tag = (await ask('/tong-quan')).headers.get('etag') ?? '';
  const again = await ask('/tong-quan', { 'if-none-match': tag });
  assert.equal(again.status, 304);
  assert.equal(await again.text(), '');
});

test('a request with any cookie, with credentials, with a query or of another method is left to the pages', async () => {
  assert.equal(await (await ask('/tong-quan', { cookie: 'phien=x' })).text(), 'not kept');
  assert.equal(await (await ask('/tong-quan', { authorization: 'Bearer x' })).text(), 'not kept');
  assert.equal(await (await ask('/tong-quan?ngay=2026-01-01')).text(), 'not kept');
  assert.equal(await (await fetch(at('/tong-quan'), { method: 'POST' })).text(), 'not kept');
});

test('a page that is not to be kept is not, and no other path is', async () => {
  assert.equal(await (await ask('/rieng')).text(), 'not kept');
  assert.equal(await (await ask('/viec-cua-toi')).text(), 'not kept');
});

test('when something moved the page is rendered anew', async () => {
  const before = (await ask('/tong-quan')).headers.get('etag');
  world.stamp = 'two';
  await new Promise((done) => setTimeout(done, 300));
  const later = await ask('/tong-quan');
  assert.equal(await later.text(), '<p>/tong-quan two</p>');
  assert.notEqual(later.headers.get('etag'), before);
});
