/** What somebody with bad intentions tries first, and what a broken program sends. */
import assert from 'node:assert/strict';
import { request } from 'node:http';
import { after, before, test } from 'node:test';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import { signInByForm } from './browser.ts';
import { codes, insertCast, password, usernameOf } from './cast.ts';
import { englishIn } from './check.ts';
import type { Answer } from './reading.ts';
import { ask, spoken } from './reading.ts';

let app: App;
let officer: string;

before(async () => {
  app = await openApp({ TRUST_PROXY: '1' });
  await insertCast(app);
  officer = await signInByForm(app, 'officerOfAn');
});

after(() => app.close());

const signIn = (username: string, secret: string, headers: Readonly<Record<string, string>> = {}) =>
  ask(app.url, '/dang-nhap', { form: { username, password: secret }, headers });
const sessionIn = ({ headers }: Answer) => headers.getSetCookie().find((cookie) => /^phien=[^;]/.test(cookie));

function inWords(answer: Answer, status: number): void {
  assert.equal(answer.status, status);
  assert.equal(englishIn(spoken(answer.text)), false);
  assert.match(answer.text, /<h1/);
}

test('every answer forbids what is inline, framed, sniffed or from elsewhere', async () => {
  const asset = /href="(\/assets\/[^"]+\.css)"/.exec((await ask(app.url, '/')).text)?.[1] ?? '';
  for (const path of ['/', '/khong-co', '/api/v1/units', '/healthz', '/comfort.js', asset]) {
    const { headers } = await ask(app.url, path);
    const policy = headers.get('content-security-policy') ?? '';
    assert.match(policy, /default-src 'none'/, path);
    assert.match(policy, /frame-ancestors 'none'/, path);
    assert.doesNotMatch(policy, /unsafe|\*|https?:/, path);
    assert.equal(headers.get('x-content-type-options'), 'nosniff', path);
    assert.equal(headers.get('x-powered-by'), null, path);
  }
  assert.match(
    (await ask(app.url, '/viec-cua-toi', { cookie: officer })).headers.get('cache-control') ?? '',
    /no-store/,
  );
});

test('the cookie of a session is out of reach of scripts and of other sites', async () => {
  const cookie = sessionIn(await signIn(usernameOf('headOfBinh'), password)) ?? '';
  assert.match(cookie, /; HttpOnly/);
  assert.match(cookie, /; SameSite=Lax/);
  assert.match(cookie, /; Path=\//);
  assert.doesNotMatch(cookie, /Domain=/);
});

test('a form that does not come from our own page is refused', async () => {
  const foreign = [
    { origin: 'https://xau.example' },
    { origin: 'null' },
    { origin: '', 'sec-fetch-site': 'cross-site' },
    { origin: app.url.replace('http:', 'https:') },
  ];
  for (const headers of foreign) {
    inWords(await signIn(usernameOf('headOfAn'), password, headers), 403);
  }
  assert.equal((await raw('POST', '/dang-xuat', { cookie: officer })).status, 403);
  assert.equal((await ask(app.url, '/tai-khoan', { cookie: officer })).status, 200);
});

test('an unknown name, a wrong password and a locked account answer alike, and five wrong passwords lock', async () => {
  const bare = (answer: Answer, name: string) =>
    `${answer.status} ${answer.headers.getSetCookie().join()} ${answer.text.replaceAll(name, 'TÊN')}`;
  const name = usernameOf('auditor');
  const unknown = bare(await signIn('khong-ai-ca', 'sai sai sai'), 'khong-ai-ca');
  for (let n = 0; n < 5; n += 1) assert.equal(bare(await signIn(name, 'sai sai sai'), name), unknown);
  assert.equal(bare(await signIn(name, password), name), unknown);
});

test('one address cannot go on guessing', async () => {
  const from = { 'x-forwarded-for': '203.0.113.9' };
  const answers = [];
  for (let n = 0; n < 42; n += 1) answers.push(await signIn(`ten-${n}`, 'sai sai sai', from));
  inWords(answers.at(-1) as Answer, 429);
  assert.equal((await ask(app.url, '/')).status, 200);
});

test('signing in leads nowhere else', async () => {
  const places = ['//xau.example', 'https://xau.example/', '/\\xau.example', '/%09/xau.example', 'javascript:alert(1)'];
  for (const place of places) {
    const form = { username: usernameOf('nobody'), password };
    const { status, headers } = await ask(app.url, `/dang-nhap?toi=${encodeURIComponent(place)}`, { form });
    assert.equal(status, 302);
    const to = new URL(headers.get('location') ?? '', app.url);
    assert.equal(to.origin, app.url, place);
  }
});

test('a session planted before sign-in is worth nothing, and one signed out of is gone', async () => {
  const planted = `phien=${'A'.repeat(43)}`;
  const form = { username: usernameOf('officerOfBinh'), password };
  const answer = await ask(app.url, '/dang-nhap', { form, cookie: planted });
  const cookie = sessionIn(answer)?.split(';')[0] ?? '';
  assert.notEqual(cookie, planted);
  assert.equal((await ask(app.url, '/tai-khoan', { cookie: planted })).status, 302);
  assert.equal((await ask(app.url, '/tai-khoan', { cookie })).status, 200);
  await ask(app.url, '/dang-xuat', { cookie, form: {} });
  assert.equal((await ask(app.url, '/tai-khoan', { cookie })).status, 302);
});

test('the API takes no cookie for a token, and no page takes a token for a cookie', async () => {
  const { status, type } = await ask(app.url, '/api/v1/me', { cookie: officer });
  assert.deepEqual([status, type.split(';')[0]], [401, 'application/problem+json']);
  assert.equal((await ask(app.url, '/tai-khoan', { token: officer.split('=')[1] ?? '' })).status, 302);
});

test('a false name of the host is not believed', async () => {
  for (const path of ['/', '/tai-khoan', '/quen-mat-khau', '/api/v1/units', '/khong-co']) {
    const { text } = await raw('GET', path, { host: 'xau.example' });
    assert.doesNotMatch(text, /xau\.example/, path);
  }
});

test('no path leads out of its folder', async () => {
  const paths = [
    '/tep/..%2f..%2f..%2fetc%2fpasswd',
    '/assets/..%2f..%2f..%2fpackage.json',
    '/..%2f..%2fpackage.json',
    '/%2e%2e/%2e%2e/package.json',
    '/assets/../../package.json',
    '/tep/%00',
    '/chi-tieu?q=%00',
    '/%c0%ae%c0%ae/',
    '/%',
    '/chi-tieu/%E0%A4%A',
    `/chi-tieu/${'a'.repeat(5000)}`,
    '/.env',
    '/data-key',
  ];
  for (const path of paths) {
    const { status, text } = await raw('GET', path, { cookie: officer });
    assert.ok(status >= 400 && status < 500, `${status} ${path}`);
    assert.doesNotMatch(text, /root:|"private"|node_modules|\bat \w+ \(/, path);
  }
});

test('methods that nobody uses are refused without a fault', async () => {
  for (const method of ['PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE']) {
    for (const path of ['/', '/tai-khoan', '/nhap-so-lieu', '/api/v1/actuals', '/tep/x']) {
      const { status } = await raw(method, path, { cookie: officer, origin: app.url });
      assert.ok(status < 500, `${status} ${method} ${path}`);
    }
  }
});

const entry = `/nhap-so-lieu?don-vi=${codes.communeAn}&ky=2026`;
const send = (body: string | Buffer, type: string) =>
  raw('POST', entry, { cookie: officer, origin: app.url, 'content-type': type }, body);

test('a body that is too large, broken or mislabelled is refused in words', async () => {
  const urlencoded = 'application/x-www-form-urlencoded';
  inWords(await send(Buffer.alloc(50 * 1024 * 1024, 'a'), urlencoded), 413);
  inWords(await send(Buffer.alloc(3 * 1024 * 1024, 'a'), urlencoded), 413);
  const refusedAs = async (body: string | Buffer, type: string) => {
    const answer = await send(body, type);
    assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} ${type}`);
    assert.equal(englishIn(spoken(answer.text)), false);
  };
  await refusedAs('ky=2026&nguon=%ff%fe', urlencoded);
  await refusedAs('ky=%', urlencoded);
  await refusedAs('{"ky":"2026"}', 'application/json');
  await refusedAs('not multipart', 'multipart/form-data');
  await refusedAs('--x\r\ncut off', 'multipart/form-data; boundary=x');
  await refusedAs(
    Buffer.concat([
      Buffer.from('--x\r\ncontent-disposition: form-data; name="ky"\r\n\r\n'),
      Buffer.from([0xff, 0xfe]),
      Buffer.from('\r\n--x--'),
    ]),
    'multipart/form-data; boundary=x',
  );
  await refusedAs('', urlencoded);
  const chunked = { cookie: officer, origin: app.url, 'content-type': urlencoded, 'transfer-encoding': 'chunked' };
  inWords(await raw('POST', entry, chunked, Buffer.alloc(3 * 1024 * 1024, 'a')), 413);
  const nul = await ask(app.url, '/dang-nhap', { form: { username: 'mau\0', password: 'mau\0' } });
  assert.equal(nul.status, 422);
});

test('decomposed accents are stored composed', async () => {
  const decomposed = 'Báo cáo số 7'.normalize('NFD');
  const fields = { 'don-vi': codes.communeAn, ky: '2026', ma: 'KT-06', 'so-KT-06': '4', ngay: '2026-03-01' };
  const id = '01900000-0000-7000-8000-00000000abcd';
  const form = { ...fields, 'ma-KT-06': id, nguon: decomposed, viec: 'luu' };
  assert.equal((await ask(app.url, entry, { cookie: officer, form })).status, 302);
  const row = await app.db.selectFrom('actual').select('source').where('id', '=', id).executeTakeFirstOrThrow();
  assert.equal(row.source, 'Báo cáo số 7');
  assert.notEqual(row.source, decomposed);
});

/** What `fetch` would not send: any method, any host, any path, bytes as they are. */
function raw(
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body?: string | Buffer,
): Promise<Answer> {
  const { port } = new URL(app.url);
  return new Promise((done, failed) => {
    const sent = request({ host: '127.0.0.1', port, method, path, headers: { host: `localhost:${port}`, ...headers } });
    sent.on('response', (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = `${response.headers.location ?? ''}\n${Buffer.concat(chunks).toString()}`;
        const type = response.headers['content-type'] ?? '';
        done({ status: response.statusCode ?? 0, type, text, headers: new Headers() });
      });
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
