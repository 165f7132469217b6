/**
 * The disk is full under files and embedded database, on a small disk of its own where this machine lets us have one:
 * what cannot be kept is refused in words and nothing of it is there; with room again everything works without a new start.
 */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { verifyRecord } from '../../app/platform/verify-record.server.ts';
import { readyAgain } from '../durability/product.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import { signInByForm } from './browser.ts';
import { codes, insertCast } from './cast.ts';
import { englishIn } from './check.ts';
import type { Answer } from './reading.ts';
import { ask, spoken } from './reading.ts';

const MEGABYTES = 160;

function smallDisk(folder: string): () => void {
  const options = ['-t', 'tmpfs', '-o', `size=${MEGABYTES}m`, 'tmpfs', folder];
  if (spawnSync('mount', options).status !== 0) throw new Error('mount');
  return () => void spawnSync('umount', ['-l', folder]);
}

function mayMount(): boolean {
  try {
    smallDisk('/mnt')();
    return true;
  } catch {
    return false;
  }
}

if (process.getuid?.() === 0 && mayMount()) {
  let app: App;
  let cookie: string;
  before(async () => {
    app = await openApp({}, { prepare: smallDisk });
    await insertCast(app);
    cookie = await signInByForm(app, 'officerOfAn');
  });
  after(() => app.close('expected'));

  const entry = `/nhap-so-lieu?don-vi=${codes.communeAn}&ky=2026`;
  const ballast = (): string => join(app.dataDir, 'ballast');
  const makeRoom = (): void => rmSync(ballast(), { force: true });

  /** Leaves `left` bytes. */
  function fill(left: number): void {
    writeFileSync(ballast(), '');
    spawnSync('sh', ['-c', 'dd if=/dev/zero of="$1" bs=64k 2>/dev/null', 'sh', ballast()]);
    if (left > 0) spawnSync('truncate', ['-s', `-${left}`, ballast()]);
  }

  function inWords(answer: Answer): void {
    assert.ok(answer.status === 507 || answer.status === 503, `${answer.status}`);
    assert.ok(answer.text.includes('<html lang="vi"'));
    assert.equal(englishIn(spoken(answer.text)), false);
  }

  const formOf = (n: number, code = 'KT-06') => {
    const id = `01900000-0000-7000-8000-${String(n).padStart(12, '0')}`;
    const figures = { 'don-vi': codes.communeAn, ky: '2026', ma: code, [`so-${code}`]: String(n), [`ma-${code}`]: id };
    return { id, form: { ...figures, ngay: '2026-03-01', nguon: `Lần ${n} ${'chữ dài '.repeat(200)}`, viec: 'luu' } };
  };

  test('values typed into a full disk are refused in words, kept in the page, and taken when there is room', async () => {
    fill(0);
    const kept: string[] = [];
    let refused: Answer | undefined;
    let n = 0;
    while (!refused && n < 5_000) {
      n += 1;
      const { id, form } = formOf(n);
      const answer = await ask(app.url, entry, { cookie, form });
      if (answer.status >= 500) refused = answer;
      else if (answer.status === 302) kept.push(id);
    }
    assert.ok(refused, 'the disk never filled');
    inWords(refused);
    assert.ok(refused.text.includes(`Lần ${n} chữ dài`));
    assert.equal((await fetch(`${app.url}/healthz`)).status, 200);
    makeRoom();
    await readyAgain(app.url);
    assert.deepEqual(await valuesIn(app), kept);
    const { id, form } = formOf(n);
    const again = await ask(app.url, entry, { cookie, form });
    assert.ok(again.status < 500, `${again.status}`);
    assert.deepEqual(await valuesIn(app), again.status === 302 ? [...kept, id] : kept);
    assert.equal((await verifyRecord(app.db)).broken, null);
  });

  test('evidence that does not fit is refused in words, leaves no half file, and is taken when there is room', async () => {
    const file = (): FormData => {
      const body = new FormData();
      for (const [name, value] of Object.entries(formOf(7, 'KT-07').form)) body.set(name, value);
      body.set('tep-KT-07', new Blob(['minh chứng '.repeat(200_000)], { type: 'text/plain' }), 'minh-chung.txt');
      return body;
    };
    const send = () =>
      fetch(app.url + entry, {
        method: 'POST',
        redirect: 'manual',
        headers: { cookie, origin: app.url },
        body: file(),
      });
    fill(1_000_000);
    const refused = await send();
    const page = await refused.text();
    assert.equal(refused.status, 422);
    assert.equal(englishIn(spoken(page)), false);
    assert.ok(page.includes('Kho lưu trữ của hệ thống đã đầy'));
    assert.ok(page.includes('Lần 7 chữ dài'));
    assert.deepEqual(filesIn(app), []);
    makeRoom();
    await readyAgain(app.url);
    const taken = await send();
    assert.ok(taken.status < 400, `${taken.status}`);
    assert.equal(filesIn(app).length, 1);
  });
}

async function valuesIn({ db }: App): Promise<readonly string[]> {
  const rows = await db.selectFrom('actual').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

const filesIn = ({ dataDir }: App): readonly string[] =>
  readdirSync(join(dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map(({ name }) => name);
