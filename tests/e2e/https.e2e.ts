/** Behind a reverse proxy with TLS, as docs/operations.md tells: cookies that stay on the line, and a brake on guessing. */
import assert from 'node:assert/strict';
import { request } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import { after, before, test } from 'node:test';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { desk, openStage, signInAs } from './browser.ts';
import { insertCast, password, usernameOf } from './cast.ts';
import { check, englishIn } from './check.ts';
import { spoken } from './reading.ts';
import type { Proxy } from './tls.ts';
import { openProxy } from './tls.ts';

let app: App;
let stage: Stage;
let proxy: Proxy;
let outside: string;

before(async () => {
  proxy = await openProxy(() => app.url);
  outside = `https://localhost:${proxy.port}`;
  app = await openApp({ PUBLIC_URL: outside, TRUST_PROXY: '1' });
  await insertCast(app);
  stage = await openStage(app);
});

after(async () => {
  await stage.close();
  await app.close();
  proxy.close();
});

type Sent = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly text: string };

/** The certificate is nobody's but ours, so it is not asked who vouches for it. */
function post(path: string, form: Readonly<Record<string, string>>, headers = {}): Promise<Sent> {
  const body = new URLSearchParams(form).toString();
  const all = { origin: outside, 'content-type': 'application/x-www-form-urlencoded', ...headers };
  return new Promise((done, failed) => {
    const sent = request(outside + path, { method: 'POST', headers: all, rejectUnauthorized: false }, (answer) => {
      let text = '';
      answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      answer.on('end', () => done({ status: answer.statusCode ?? 0, headers: answer.headers, text }));
    });
    sent.on('error', failed).end(body);
  });
}

test('the session is bound to this host and to the encrypted line, and ends there', async () => {
  // A browser takes no worker from behind a certificate that nobody vouches for.
  const screen = { ...desk, baseURL: outside, ignoreHTTPSErrors: true, serviceWorkers: 'block' as const };
  const story = async (page: Parameters<typeof signInAs>[0]) => {
    await page.goto('/dang-nhap?toi=/tai-khoan');
    await signInAs(page, 'officerOfAn');
    assert.equal(page.url(), `${outside}/tai-khoan`);
    await check(page, 'https-account');
    const cookies = await page.context().cookies();
    const session = cookies.find(({ name }) => name.endsWith('phien'));
    const { name, secure, httpOnly, sameSite, path, domain } = session ?? {};
    const wanted = { secure: true, httpOnly: true, sameSite: 'Lax', path: '/', domain: 'localhost' };
    assert.deepEqual({ name, secure, httpOnly, sameSite, path, domain }, { name: '__Host-phien', ...wanted });
    await page.locator('.account > summary').click();
    await page.locator('.account form button').click();
    await page.waitForURL('**/dang-nhap?da-ra**');
    assert.deepEqual(
      (await page.context().cookies()).filter(({ name: left }) => left.endsWith('phien')),
      [],
    );
  };
  await stage.as('stranger', story, screen);
});

test('browsers are told to stay with https, and a form from the unencrypted address is refused', async () => {
  const form = { username: usernameOf('headOfAn'), password };
  const { status, headers } = await post('/dang-nhap', form);
  assert.equal(status, 302);
  assert.match(String(headers['set-cookie']), /__Host-phien=[\w-]+; .*Secure/);
  assert.match(headers['strict-transport-security'] ?? '', /max-age=\d{7,}/);
  assert.equal((await post('/dang-nhap', form, { origin: outside.replace('https:', 'http:') })).status, 403);
});

test('a flood of sign-ins from one address is told, in Vietnamese, how long to wait; others go on', async () => {
  const from = (address: string) => ({ 'x-test-address': address });
  let last: Sent | undefined;
  for (let n = 0; n < 45 && last?.status !== 429; n += 1) {
    last = await post('/dang-nhap', { username: `ten-${n}`, password: 'sai sai sai' }, from('203.0.113.7'));
  }
  assert.equal(last?.status, 429);
  assert.match(last?.text ?? '', /Đã thử quá nhiều lần\. Vui lòng chờ \d+ phút/);
  assert.equal(englishIn(spoken(last?.text ?? '')), false);
  const wait = Number(last?.headers['retry-after']);
  assert.ok(wait >= 60 && wait <= 600, `Retry-After: ${last?.headers['retry-after']}`);
  const other = await post('/dang-nhap', { username: usernameOf('headOfBinh'), password }, from('203.0.113.8'));
  assert.equal(other.status, 302);
});
