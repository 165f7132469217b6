/**
 * The database goes away under the running app and comes back: meanwhile every page says so in Vietnamese with a
 * number to quote, /readyz says no and /healthz yes; afterwards everything works without a new start, and what was sent in between is there once.
 */
import assert from 'node:assert/strict';
import { chmodSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import type { AddressInfo, Socket } from 'node:net';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as pause } from 'node:timers/promises';
import { createDatabase, type Database } from '../../app/platform/db.server.ts';
import { asSuperuser, joinEmbedded, startEmbedded } from '../../app/platform/postgres.server.ts';
import { openApp } from './app.ts';
import { signInByForm } from './browser.ts';
import { codes, insertCast } from './cast.ts';
import { englishIn } from './check.ts';
import { ask, spoken } from './reading.ts';
import { serverPid } from '../durability/embedded.ts';
import { end, freePort, readyAgain, startProduct } from '../durability/product.ts';
import { findMissing, prepare, send } from '../durability/reporting.ts';

const folders: string[] = [];
after(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

function makeFolder(): string {
  const folder = mkdtempSync('/tmp/thidua-e2e-gone-');
  chmodSync(folder, 0o711); // the server may run as another user
  folders.push(folder);
  return folder;
}

type Base = { readonly url: () => Promise<string>; readonly goes: () => Promise<void>; readonly returns: () => void };

async function story(port: number, base: Base): Promise<void> {
  const asked = (path: string) => fetch(`http://127.0.0.1:${port}${path}`, { redirect: 'manual' });
  const values = await withDatabase(base, prepare);
  const [first, second] = [values.next().value, values.next().value];
  assert.ok(first && second);
  assert.ok(await send(port, first));
  assert.equal((await asked('/readyz')).status, 200);

  await base.goes();
  assert.equal((await asked('/readyz')).status, 503);
  assert.equal((await asked('/healthz')).status, 200);
  for (const path of ['/chi-tieu/KT-01', '/dang-nhap', '/tong-quan']) {
    const answer = await asked(path);
    const page = await answer.text();
    if (answer.status === 200) assert.doesNotMatch(page, /Số tham chiếu/); // kept from before, or needs no database
    else assertClear(answer.status, page, path);
  }
  assertClear(500, await (await asked('/don-vi')).text(), '/don-vi');
  assert.equal(await send(port, second), false);

  base.returns();
  await readyAgain(`http://127.0.0.1:${port}`);
  assert.equal((await asked('/don-vi')).status, 200);
  assert.equal((await asked('/tong-quan')).status, 200);
  assert.ok(await send(port, second));
  assert.deepEqual(await withDatabase(base, (db) => findMissing(db, [first.id, second.id])), []);
}

/** The embedded database of this folder, killed and unable to start. */
function putAway(dataDir: string) {
  const cluster = join(dataDir, 'postgres', 'cluster');
  return {
    away: async () => {
      const pid = serverPid(dataDir);
      renameSync(cluster, `${cluster}.away`);
      process.kill(pid, 'SIGKILL');
      await pause(300);
    },
    back: () => renameSync(`${cluster}.away`, cluster),
  };
}

function assertClear(status: number, page: string, path: string): void {
  assert.ok(status >= 500, `${path}: ${status}`);
  assert.match(page, /<html lang="vi"/, path);
  assert.match(page, /<code>[A-Z2-9]{8}<\/code>/, `${path}: a number to quote`);
  assert.doesNotMatch(page, /Error|ECONN|postgres|\bat \//, `${path}: no trace, no English`);
}

async function withDatabase<Value>(base: Base, body: (db: Database) => Promise<Value>): Promise<Value> {
  const db = createDatabase(await base.url(), { max: 1 });
  try {
    return await body(db);
  } finally {
    await db.destroy();
  }
}

test('a server that cannot be reached for a while', async () => {
  const server = await startEmbedded({ dataDir: makeFolder(), say: () => undefined });
  const line = await openLine(decodeURIComponent(new URL(server.ownerUrl).hostname));
  const direct = asSuperuser(server.ownerUrl);
  const DATABASE_URL = `postgresql://postgres@127.0.0.1:${line.port}/thidua?sslmode=disable`;
  const port = await freePort();
  const app = await startProduct(makeFolder(), port, { DATABASE_URL });
  try {
    await story(port, { url: async () => direct, goes: async () => line.cut(), returns: line.mend });
  } finally {
    await end(app);
    line.close();
    await server.stop();
  }
});

test('the embedded database, killed and unable to start for a while', async () => {
  const dataDir = makeFolder();
  const port = await freePort();
  const app = await startProduct(dataDir, port);
  const { away, back } = putAway(dataDir);
  try {
    await story(port, { url: async () => (await joinEmbedded({ dataDir })).ownerUrl, goes: away, returns: back });
  } finally {
    await end(app);
  }
});

test('what was typed into a form meanwhile is shown, and sent again it is kept once', async (t) => {
  const app = await openApp();
  t.after(() => app.close('expected'));
  await insertCast(app);
  const cookie = await signInByForm(app, 'officerOfAn');
  const entry = `/nhap-so-lieu?don-vi=${codes.communeAn}&ky=2026`;
  const id = '01900000-0000-7000-8000-0000000000d6';
  const typed = { 'so-KT-06': '4,5', 'ma-KT-06': id, ngay: '2026-03-01', nguon: 'Báo cáo "số 7" <nháp>\ndòng hai' };
  const form = { 'don-vi': codes.communeAn, ky: '2026', ma: 'KT-06', viec: 'luu', ...typed };

  const { away, back } = putAway(app.dataDir);
  await away();
  const answer = await ask(app.url, entry, { cookie, form });
  assert.equal(answer.status, 503);
  assertClear(answer.status, answer.text, entry);
  assert.match(answer.text, /<h1>Chưa kết nối được cơ sở dữ liệu<\/h1>/);
  assert.match(answer.text, /Báo cáo &quot;số 7&quot; &lt;nháp&gt;/);
  const kept = keptForm(answer.text);
  assert.equal(kept.action, entry);
  assert.deepEqual(kept.fields, form);
  for (const path of [entry, '/viec-cua-toi', '/don-vi/tai-ve', '/tep/khong-co']) {
    const { status, text } = await ask(app.url, path, { cookie, accept: 'text/html' });
    assertClear(status, text, path);
    assert.equal(englishIn(spoken(text)), false, path);
  }
  const secret = await ask(app.url, '/dang-nhap', {
    cookie,
    form: { username: 'mau-1', password: 'bí mật không lặp lại' },
  });
  assertClear(secret.status, secret.text, '/dang-nhap');
  assert.doesNotMatch(secret.text, /bí mật không lặp lại/);

  back();
  await readyAgain(app.url);
  assert.equal((await ask(app.url, kept.action, { cookie, form: kept.fields })).status, 302);
  await ask(app.url, kept.action, { cookie, form: kept.fields });
  const rows = await app.db.selectFrom('actual').select(['id', 'value', 'source']).execute();
  assert.deepEqual(rows, [{ id, value: '4.5', source: typed.nguon }]);
});

/** The one form of the page, as a browser would send it. */
function keptForm(html: string): { readonly action: string; readonly fields: Readonly<Record<string, string>> } {
  const plain = (text = '') =>
    text.replaceAll('&quot;', '"').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&');
  const attribute = (tag: string, name: string) => plain(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1]);
  const [, head = '', body = ''] = /<form([^>]*method="post"[^>]*)>([\s\S]*?)<\/form>/.exec(html) ?? [];
  const inputs = [...body.matchAll(/<input[^>]*type="hidden"[^>]*>/g)].map(([tag]) => tag);
  const fields = Object.fromEntries(inputs.map((tag) => [attribute(tag, 'name'), attribute(tag, 'value')]));
  return { action: attribute(head, 'action'), fields };
}

/** A wire to the server's socket that can be cut. */
async function openLine(sockets: string) {
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const far = connect(join(sockets, '.s.PGSQL.5432'));
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => undefined);
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
      one.pipe(other);
    }
    return undefined;
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const cut = (): void => {
    isCut = true;
    for (const socket of open) socket.destroy();
  };
  const close = (): void => {
    cut();
    server.close();
  };
  return { port: (server.address() as AddressInfo).port, cut, mend: () => void (isCut = false), close };
}
