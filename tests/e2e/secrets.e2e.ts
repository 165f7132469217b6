/**
 * State secrets never enter: words that name a scheme handled off the system are pushed through every form, as a file, by
 * the API and without a session; then they are looked for everywhere. One app, no script.
 */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { sql } from 'kysely';
import { createApiToken } from '../../app/features/identity/tokens/api-tokens.server.ts';
import { scopes } from '../../app/kernel/actor.ts';
import { deedHeaders } from '../../app/kernel/deed.ts';
import { newId } from '../../app/platform/id.server.ts';
import type { Who } from './browser.ts';
import { check } from './check.ts';
import type { WrongForm } from './forms.ts';
import { wrongForms } from './forms.ts';
import type { Scene } from './hands.ts';
import { openScene, press, said, wrongs } from './hands.ts';
import { as } from './plant.ts';
import { ask, inLanes } from './reading.ts';
import { secretBodies } from './secret-bodies.ts';
import { secretFiles } from './secret-files.ts';
import type { Planted } from './planted.ts';
import { plantHidden, plantVerified } from './planted.ts';

const marker = 'zqMat40271';
const sentence = `Kết quả Đề án số 17: ${marker}`;

let scene: Scene;
let planted: Planted;
let forms: Readonly<Record<string, WrongForm>>;

before(async () => {
  scene = await openScene({ TRUST_PROXY: '1' });
  const { app, cast } = scene;
  const verified = await plantVerified(app, cast);
  planted = { ...verified, ...(await plantHidden(app, cast, verified)) };
  forms = wrongForms(cast, planted);
});
after(() => scene.close());

const cookieOf = (who: Who) => scene.stage.cookieOf(who);

type Drawn = {
  readonly action: string;
  readonly fields: Record<string, string>;
  readonly texts: readonly string[];
  readonly files: readonly string[];
};

/** The form of this deed as it is drawn: what it carries, where text can be typed, where a file can be chosen. */
function formIn(html: string, path: string, deed: string | undefined): Drawn | undefined {
  const all = [...html.matchAll(/<form([^>]*method="post"[^>]*)>([\s\S]*?)<\/form>/gi)].map(
    ([, head = '', body = '']) => drawn(head, body, path),
  );
  // A form of passwords alone has nothing that is kept as words.
  if (deed === undefined) return all.find(({ texts, files }) => texts.length + files.length > 0) ?? all[0];
  return all.find(({ fields }) => ['viec', 'do', 'key'].some((name) => fields[name] === deed));
}

function drawn(head: string, body: string, path: string): Drawn {
  const attribute = (tag: string, name: string) => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
  const inputs = [...body.matchAll(/<input([^>]*)>/g)].map(([, tag = '']) => tag);
  const named = (of: readonly string[]) => of.flatMap((tag) => attribute(tag, 'name') ?? []);
  const typeOf = (tag: string) => attribute(tag, 'type') ?? 'text';
  const fields = Object.fromEntries(
    inputs
      .filter((tag) => typeOf(tag) === 'hidden')
      .map((tag) => [attribute(tag, 'name') ?? '', attribute(tag, 'value') ?? '']),
  );
  const areas = [...body.matchAll(/<textarea([^>]*)>/g)].map(([, tag = '']) => tag);
  return {
    action: (attribute(head, 'action') ?? path).replaceAll('&amp;', '&'),
    fields,
    texts: named([
      ...inputs.filter((tag) => ['text', 'search', 'email', 'tel', 'url'].includes(typeOf(tag))),
      ...areas,
    ]),
    files: named(inputs.filter((tag) => typeOf(tag) === 'file')),
  };
}

async function drawnAs(who: Who, { path }: WrongForm, key: string): Promise<Drawn | undefined> {
  const page = await ask(scene.app.url, path, { cookie: await cookieOf(who) });
  return formIn(page.text, path, key.split(' ')[2]);
}

test('every field of every form sends it back with what was typed and why', async () => {
  const amiss: string[] = [];
  let typedInto = 0;
  await inLanes(Object.entries(forms), async ([key, form]) => {
    const found = await drawnAs(form.who, form, key);
    if (!found) return void amiss.push(`${key}: no such form`);
    for (const name of found.texts) {
      typedInto += 1;
      const sent = { ...found.fields, 'ghi-nho': 'Phần khác', [name]: sentence };
      const answer = await ask(scene.app.url, found.action, { cookie: await cookieOf(form.who), form: sent });
      const isTold = answer.text.includes('bảo vệ bí mật nhà nước') && answer.text.includes(marker);
      if (answer.status !== 422 || !isTold) amiss.push(`${key} ${name}: ${answer.status}`);
    }
  });
  assert.deepEqual(amiss, []);
  assert.ok(typedInto > 60, `${typedInto} fields`);
});

/** A table is told by its cell, as an import tells it. */
const placeIn: Readonly<Record<string, string>> = {
  'ket-qua.csv': 'ô A2',
  'ket-qua.xlsx': 'ô A2, trang “Bảng”',
  'ket-qua.pdf': 'trang 1',
};

test('every form that takes a file refuses words inside it and in its name; no file is kept', async () => {
  const files = await secretFiles(marker);
  const stored = () =>
    scene.app.db
      .selectFrom('stored_file')
      .select((eb) => eb.fn.countAll().as('n'))
      .executeTakeFirst();
  const before0 = await stored();
  const amiss: string[] = [];
  const taking = (
    await Promise.all(
      Object.entries(forms).map(async ([key, form]) => ({ key, form, found: await drawnAs(form.who, form, key) })),
    )
  ).filter(({ found }) => (found?.files.length ?? 0) > 0);
  assert.ok(taking.length >= 10, `${taking.length} forms take files`);
  for (const { key, form, found } of taking)
    for (const { name, type, bytes } of files) {
      const body = new FormData();
      for (const [field, value] of Object.entries(found?.fields ?? {})) body.set(field, value);
      body.set(found?.files[0] ?? '', new Blob([Buffer.from(bytes)], { type }), name);
      const headers = { origin: scene.app.url, cookie: await cookieOf(form.who) };
      const answer = await fetch(scene.app.url + (found?.action ?? ''), {
        method: 'POST',
        body,
        headers,
        redirect: 'manual',
      });
      const text = await answer.text();
      const place = placeIn[name] ?? '';
      if (answer.status !== 422 || !text.includes('bảo vệ bí mật nhà nước') || !text.includes(place))
        amiss.push(`${key} ${name}: ${answer.status}`);
    }
  assert.deepEqual(amiss, []);
  assert.deepEqual(await stored(), before0);
});

test('the API refuses it in every text of every body, with a pointer to the place', async () => {
  const { app, cast } = scene;
  const { officerOfBinh } = cast.people;
  const token = await as(app, officerOfBinh, (context) =>
    createApiToken(context, officerOfBinh, { name: 'thu', scopes: [...scopes], days: 30 }),
  );
  const amiss: string[] = [];
  const bodies = secretBodies(sentence);
  await inLanes(bodies, async ({ id, path, pointer, json }) => {
    const { status, text } = await ask(app.url, `/api/v1${path}`, { token, method: 'post', json });
    // A scheme called by its code in a member of its own is no text: there is none that answers to this.
    const isRefused = pointer.endsWith('/scheme')
      ? status >= 400 && status < 500
      : status === 422 && text.includes('problems/names-secret') && text.includes(`"${pointer}"`);
    if (!isRefused) amiss.push(`${id} ${pointer}: ${status} ${text.slice(0, 200)}`);
  });
  assert.deepEqual(amiss, []);
  assert.ok(new Set(bodies.map(({ id }) => id)).size >= 7 && bodies.length > 25, `${bodies.length} places`);
});

test('a deed kept in the browser is refused like any form, and its key is not used up', async () => {
  const { app, cast } = scene;
  const key = newId();
  const path = `/nhap-so-lieu/${planted.draft}`;
  const form = { viec: 'change', nguon: sentence };
  const headers = { 'idempotency-key': key, [deedHeaders.account]: cast.people.officerOfBinh.accountId };
  const answer = await ask(app.url, path, { cookie: await cookieOf('officerOfBinh'), form, headers });
  assert.equal(answer.status, 422);
  assert.ok(answer.text.includes('bảo vệ bí mật nhà nước'));
  assert.deepEqual(await app.db.selectFrom('deed').select('key').where('key', '=', key).execute(), []);
});

test('with no session nothing is parked, and what was typed comes back', async () => {
  const form = { wording: sentence, value: '3' };
  const answer = await ask(scene.app.url, '/dang-ky-chi-tieu/moi', { form });
  assert.equal(answer.status, 422);
  assert.ok(answer.text.includes(marker));
  const parked = () => scene.app.db.selectFrom('parked_form').select('path').execute();
  assert.deepEqual(await parked(), []);
  // What was searched for stands in the address, which is kept in the open.
  await ask(scene.app.url, `/dang-ky-chi-tieu/moi?q=${encodeURIComponent(sentence)}`, {
    form: { wording: 'Chữ thường' },
  });
  assert.deepEqual(await parked(), [{ path: '/dang-ky-chi-tieu/moi' }]);
});

test('mended it goes on; the neutral sentence may stand; the page is fit for everybody', async () => {
  await scene.stage.as('officerOfBinh', async (page) => {
    await page.goto('/phong-trao/moi');
    await page.locator('#o-name').fill(sentence);
    await page.locator('#o-aim').fill('Đề án 17 thực hiện theo quy định về bảo vệ bí mật nhà nước.');
    await press(page, 'Lưu nháp');
    await wrongs(page).locator('a[href="#o-name"]').waitFor();
    await check(page, 'secret-named');
    assert.match(await page.locator('#o-aim').inputValue(), /Đề án 17 thực hiện/);
    await page.locator('#o-name').fill('Phong trào mẫu sau khi sửa');
    await press(page, 'Gửi lại');
    await page.locator('#o-aim').waitFor();
    assert.match(await page.locator('#o-aim').inputValue(), /Đề án 17 thực hiện/);
  });
});

test('of the scheme there is what the directive prints, the law, and no form, figure, file or plan, whoever looks', async () => {
  for (const who of ['stranger', 'appraiser', 'administrator', 'officerOfBinh'] as const) {
    const { status, text } = await ask(scene.app.url, '/de-an/DA-17', { cookie: await cookieOf(who) });
    const main = text.slice(text.indexOf('<main'), text.indexOf('</main>'));
    assert.equal(status, 200);
    assert.match(main, /Luật Bảo vệ bí mật nhà nước số 117\/2025\/QH15/);
    assert.match(main, /Các mục tiêu, chỉ tiêu thực hiện theo Đề án số 17\./);
    assert.doesNotMatch(main, /<(form|input|textarea|select|table|svg)\b/);
    const ways = [...main.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to);
    assert.deepEqual(
      ways.filter((to) => !/^\/(don-vi\/|chi-thi#|de-an$|van-ban-mat$|tro-giup#)/.test(to)),
      [],
      who,
    );
  }
  const cookie = await cookieOf('appraiser');
  for (const way of ['/quan-tri/de-an/DA-17', '/ke-hoach/tien-do?ve=DA-17', '/ke-hoach/moi?ve=DA-17'])
    assert.doesNotMatch((await ask(scene.app.url, way, { cookie })).text, /value="DA-17"/, way);
});

test('it is in no table, no file, no log, no search, no export', async () => {
  const { app } = scene;
  const { rows: tables } = await sql<{ schema: string; name: string }>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`.execute(app.db);
  const met: string[] = [];
  for (const { schema, name } of tables) {
    const { rows } = await sql<{ n: string }>`
      select count(*)::text as n from ${sql.table(`${schema}.${name}`)} t where t::text ilike ${`%${marker}%`}`.execute(
      app.db,
    );
    if (rows[0]?.n !== '0') met.push(`${schema}.${name}`);
  }
  assert.deepEqual(met, []);
  assert.ok(!app.log().includes(marker));
  const folder = join(app.dataDir, 'files');
  const kept = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.deepEqual(
    kept.filter((entry) => readFileSync(join(entry.parentPath, entry.name)).includes(marker)),
    [],
  );
  const cookie = await cookieOf('appraiser');
  const round = planted.round;
  for (const path of [
    '/quan-tri/nhat-ky',
    '/kiem-tra/tai-ve?dang=csv',
    `/ky-bao-cao/${round}`,
    '/dang-ky-chi-tieu',
    '/van-ban-mat',
  ])
    assert.ok(!(await ask(app.url, path, { cookie })).text.includes(marker), path);
});

test('a paper goes into the register by the form, is received, and another unit does not know of it', async () => {
  await scene.stage.as('officerOfBinh', async (page) => {
    await page.goto('/van-ban-mat/moi');
    await check(page, 'secret-paper-new');
    await page.locator('#o-number').fill('đã đạt 80%');
    await press(page, 'Ghi vào sổ');
    await wrongs(page).locator('a[href="#o-number"]').waitFor();
    await page.locator('#o-number').fill('77/BC-UBND');
    await page.locator('#o-date').fill(`${new Date().getFullYear()}-01-05`);
    await page.locator('#o-receiver').selectOption({ label: 'Sở Nội vụ' });
    await press(page, 'Ghi vào sổ');
    await said(page, 'Đã ghi vào sổ.');
    await check(page, 'secret-paper');
  });
  await scene.stage.as('officerOfDepartment', async (page) => {
    await page.goto('/van-ban-mat');
    await check(page, 'secret-papers');
    await page.getByRole('link', { name: '77/BC-UBND' }).click();
    await page.locator('#o-receivedOn').fill(`${new Date().getFullYear()}-01-06`);
    await press(page, 'Ghi nhận đã nhận');
    await said(page, 'Đã ghi nhận việc nhận văn bản.');
  });
  const other = await ask(scene.app.url, '/van-ban-mat', { cookie: await cookieOf('officerOfAn') });
  assert.ok(!other.text.includes('77/BC-UBND'));
  assert.equal(
    (await ask(scene.app.url, `/van-ban-mat/${newId()}`, { cookie: await cookieOf('officerOfAn') })).status,
    404,
  );
});
