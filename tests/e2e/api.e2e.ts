/** The API on the running product, as a program and its operator meet it: from the account page to a refused token. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage } from './browser.ts';
import { codes, insertCast } from './cast.ts';
import { check } from './check.ts';

let app: App;
let stage: Stage;

before(async () => {
  app = await openApp();
  await insertCast(app);
  stage = await openStage(app);
});

after(async () => {
  await stage.close();
  await app.close();
});

type Items = { readonly items: readonly Record<string, unknown>[] };

const call = (path: string, init: RequestInit = {}) => fetch(`${app.url}${path}`, init);
const itemsOf = async (path: string) => ((await (await call(`/api/v1${path}`)).json()) as Items).items;

test('without signing in: 37 indicators, 17 schemes, 99 communes', async () => {
  const [indicators, schemes, communes] = await Promise.all([
    itemsOf('/indicators'),
    itemsOf('/schemes'),
    itemsOf('/units?kind=commune'),
  ]);
  assert.deepEqual([indicators.length, schemes.length, communes.length], [37, 17, 99]);
  assert.deepEqual([...new Set(communes.map(({ parent }) => parent))], [codes.province]);
  assert.ok(indicators.every(({ status, latest }) => status === 'no_data' && latest === null));
});

test('the wire: compressed, tagged, a table when asked, security headers, the description', async () => {
  const first = await call('/api/v1/indicators', { headers: { 'Accept-Encoding': 'br' } });
  assert.equal(first.headers.get('content-encoding'), 'br');
  assert.equal(first.headers.get('x-content-type-options'), 'nosniff');
  assert.equal(first.headers.get('access-control-allow-origin'), '*');
  await first.text();
  const tag = first.headers.get('etag') ?? '';
  const again = await call('/api/v1/indicators', { headers: { 'If-None-Match': tag } });
  assert.equal(again.status, 304);
  const table = await call('/api/v1/indicators', { headers: { Accept: 'text/csv' } });
  assert.match(table.headers.get('content-type') ?? '', /^text\/csv; charset=utf-8/);
  const lines = (await table.text()).trim().split('\r\n');
  assert.ok(lines[0]?.startsWith('code,name,'));
  assert.equal(lines.filter((line) => /^(KT|XH|MT)-\d\d,/.test(line)).length, 37);
  const description = (await (await call('/api/v1/openapi.json')).json()) as { readonly openapi: string };
  assert.equal(description.openapi, '3.1.0');
});

test('what cannot be is a problem in Vietnamese whose type leads to a page', async () => {
  for (const [path, status] of [
    ['/api/v1/nothing', 404],
    ['/api/v1/indicators?knownOn=x', 400],
    ['/api/v1/actuals', 401],
  ] as const) {
    const answer = await call(path);
    assert.equal(answer.status, status);
    assert.equal(answer.headers.get('content-type'), 'application/problem+json; charset=utf-8');
    const { type } = (await answer.json()) as { readonly type: string };
    assert.equal((await call(type)).status, 200);
  }
  assert.equal((await call('/api/problems/none')).status, 404);
});

test('a body of 50 MB is refused with a problem, whether or not it says its size', async () => {
  const announced = await call('/api/v1/actuals', { method: 'POST', body: 'x'.repeat(50 * 1024 * 1024) });
  assert.equal(announced.status, 413);
  assert.equal(announced.headers.get('content-type'), 'application/problem+json; charset=utf-8');
  const token = await tokenByPage('Gửi quá lớn');
  const status = await new Promise((done, failed) => {
    const headers = { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json' };
    const sent = request(`${app.url}/api/v1/actuals`, { method: 'POST', headers }, (answer) => {
      answer.resume();
      done(answer.statusCode);
      sent.destroy();
    });
    sent.on('error', failed);
    const chunk = ' '.repeat(1024 * 1024);
    for (let n = 0; n < 12; n += 1) sent.write(chunk);
  });
  assert.equal(status, 413);
});

/** Made on the account page by the commune's officer; the page shows it once. */
async function tokenByPage(name: string): Promise<string> {
  let token = '';
  await stage.as('officerOfAn', async (page) => {
    await page.goto('/tai-khoan/khoa-api');
    await page.locator('input[name=name]').fill(name);
    for (const scope of ['actuals:read', 'actuals:write', 'pledges:read', 'pledges:write']) {
      await page.locator(`input[value="${scope}"]`).check();
    }
    await page.getByRole('button', { name: 'Tạo khóa' }).click();
    token = (await page.locator('main code').first().innerText()).trim();
  });
  return token;
}

test('from the account page to a value sent, read back, and a revoked token', async () => {
  const token = await tokenByPage('Phần mềm báo cáo');
  const as = (path: string, init: RequestInit = {}) =>
    call(path, {
      ...init,
      headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/json', 'Idempotency-Key': 'lan-gui-1' },
    });
  const year = new Date().getFullYear();
  const row = {
    indicator: 'KT-06',
    unit: codes.communeAn,
    period: String(year),
    value: 1234.5,
    asOfDate: `${year}-01-01`,
  };
  const body = JSON.stringify({ items: [row], submit: true });
  const sent = await as('/api/v1/actuals', { method: 'POST', body });
  const kept = (await sent.json()) as Items;
  assert.deepEqual([sent.status, kept.items[0]?.['stage'], kept.items[0]?.['value']], [200, 'submitted', 1234.5]);
  assert.deepEqual(await (await as('/api/v1/actuals', { method: 'POST', body })).json(), kept);
  assert.deepEqual(((await (await as('/api/v1/actuals')).json()) as Items).items, kept.items);
  const me = (await (await as('/api/v1/me')).json()) as { readonly unit: string };
  assert.equal(me.unit, codes.communeAn);
  await stage.as('officerOfAn', async (page) => {
    await page.goto('/tai-khoan/khoa-api');
    await page.getByRole('row', { name: 'Phần mềm báo cáo' }).getByRole('button').click();
    await page.waitForLoadState();
  });
  const refused = await as('/api/v1/actuals', { method: 'POST', body });
  assert.equal(refused.status, 401);
  assert.match(refused.headers.get('www-authenticate') ?? '', /invalid_token/);
});

test('a session of the browser counts for nothing in the API', async () => {
  const cookie = await stage.cookieOf('appraiser');
  assert.equal((await call('/api/v1/actuals', { headers: { Cookie: cookie } })).status, 401);
});

test('the page about the API lists what there is, and its problems have pages', async () => {
  await stage.as('stranger', async (page) => {
    await page.goto('/api');
    await check(page, 'api');
    assert.ok(await page.getByText('GET /api/v1/indicators', { exact: true }).isVisible());
    await page.goto('/api/problems/not-there');
    await check(page, 'api-problem');
  });
});
