/**
 * A member of the council declares to be related to a nominee and walks on: of that item neither votes, counts, outcome, messages, minutes nor
 * published ballots tell anything, and no vote is taken. A member beside them is told all of it, so that the words looked for are the right ones.
 */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { chromium } from 'playwright-core';
import { takeAttendance } from '../../app/features/council/moving.server.ts';
import { listDossiers, planSession } from '../../app/features/council/planning.server.ts';
import { castVotes } from '../../app/features/council/voting.server.ts';
import { hashPassword } from '../../app/features/identity/password/password-hash.server.ts';
import type { Person } from '../../app/kernel/actor.ts';
import { newId } from '../../app/platform/id.server.ts';
import { givenCouncil, members, secretary } from '../council.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import { desk } from './browser.ts';
import type { Cast } from './cast.ts';
import { insertCast, password } from './cast.ts';
import { check } from './check.ts';
import { signedIn } from './council-hands.ts';
import { press, said } from './hands.ts';
import { as } from './plant.ts';
import { ask } from './reading.ts';

const [chair = secretary, related = secretary, ...others] = members;
const near = 'Người Mẫu Liên Quan';
/** Of the item they are related to: how it ended, and whose choice was which. */
const counted = 'Đồng ý 5, không đồng ý 1, không ý kiến 0';

let app: App;
let browser: Browser;
let cast: Cast;
let session: string;
let dossierId: string;

before(async () => {
  app = await openApp();
  cast = await insertCast(app);
  const nominated = [
    { name: near, award: 'bang-khen-tinh' },
    { name: 'Trần Thị Mẫu', award: 'bang-khen-tinh' },
  ];
  const where = { units: cast.units, passwordHash: await hashPassword(password) };
  const given = await givenCouncil(app.db, nominated, where);
  dossierId = given.dossierId;
  const id = newId();
  const when = { manner: 'meeting', plannedOn: plainDateIn(new Date()), plannedTime: '8 giờ 00', place: 'Phòng mẫu' };
  const fields = { sessionTitle: 'Phiên họp mẫu', ...when };
  await as(app, atProvince(secretary), (context) => planSession(context, { id, councilId: given.councilId, fields }));
  await as(app, atProvince(secretary), (context) => listDossiers(context, { id, dossierIds: [dossierId] }));
  session = `/khen-thuong/hoi-dong/phien/${id}`;
  browser = await chromium.launch({ executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium' });
});
after(async () => {
  await browser.close();
  await app.close();
});

const atProvince = (one: Person): Person => ({
  ...one,
  holdings: one.holdings.map((held) => ({ ...held, unitId: cast.units.province })),
});
const inBrowser = (who: Person, story: (page: Page) => Promise<void>) =>
  signedIn({ browser, url: app.url, who, screen: desk }, story);
const id = () => session.split('/').at(-1) ?? '';

test('a member declares to be related: what is missing is said at its field, what was typed stays, and the item is closed to them', async () => {
  await inBrowser(secretary, async (page) => {
    await page.goto(session);
    await press(page, 'Triệu tập');
    await said(page, 'Đã triệu tập');
  });
  await inBrowser(related, async (page) => {
    await page.goto(session);
    await page.getByRole('link', { name: 'Khai có liên quan' }).click();
    await page.locator('#o-reason').fill('Em ruột (mẫu)');
    await press(page, 'Khai có liên quan');
    await page.locator('.wrongs a[href="#o-items"]').waitFor();
    assert.equal(await page.locator('#o-reason').inputValue(), 'Em ruột (mẫu)');
    await check(page, 'council-declare-refused');
    await page.locator('#o-items').selectOption({ index: 1 });
    await press(page, 'Khai có liên quan');
    await said(page, 'Đã ghi nhận. Ông/bà không tham gia biểu quyết mục này');
    await said(page, /tự khai có liên quan/);
  });
});

test('the item is opened: they are not told, it is on no sheet of theirs, and a vote that is sent all the same is refused', async () => {
  const states = members.map(({ personId }) => ({ personId, state: 'present' }) as const);
  await as(app, atProvince(secretary), (context) => takeAttendance(context, { id: id(), states }));
  await inBrowser(secretary, async (page) => {
    await page.goto(session);
    await press(page, 'Khai mạc');
    await page.getByRole('button', { name: /^Mở biểu quyết mục này\s*: 1\./ }).click();
    await said(page, 'Đã mở biểu quyết');
  });
  await inBrowser(chair, async (page) => {
    await page.goto(`${session}/bieu-quyet`);
    await said(page, near);
    await untilTold(page, 'Có mục chờ biểu quyết');
  });
  const [poll] = await app.db.selectFrom('council_poll').select('id').execute();
  await inBrowser(related, async (page) => {
    await page.goto('/tin-nhan');
    assert.equal(await page.getByText('Có mục chờ biểu quyết').count(), 0);
    await page.goto('/viec-cua-toi');
    assert.doesNotMatch(await page.locator('main').innerText(), /Biểu quyết/);
    await page.goto(`${session}/bieu-quyet`);
    assert.equal(await page.locator('fieldset.ballot').count(), 0);
    await check(page, 'council-vote-related');
    const sent = await page.request.post(`${session}/bieu-quyet`, {
      form: { [`phieu-${poll?.id ?? ''}`]: 'for' },
      headers: { origin: app.url },
    });
    assert.equal(sent.status() >= 400 && sent.status() < 500, true);
    assert.match(await sent.text(), /có liên quan đến đối tượng của mục này nên không biểu quyết/);
  });
});

async function untilTold(page: Page, words: string): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    await page.goto('/tin-nhan');
    if ((await page.getByText(words).count()) > 0) return;
    await page.waitForTimeout(500);
  }
  assert.fail(`nobody was told: ${words}`);
}

test('both items are counted and the session is concluded: no page, file or list tells them of their own item', async () => {
  await inBrowser(secretary, async (page) => {
    await page.goto(session);
    await page
      .getByRole('button', { name: /^Mở biểu quyết( mục này)?/ })
      .first()
      .click();
    await said(page, 'Đã mở biểu quyết');
  });
  const polls = await app.db
    .selectFrom('council_poll')
    .innerJoin('council_item', 'council_item.id', 'council_poll.item_id')
    .select(['council_poll.id', 'council_item.position'])
    .orderBy('council_item.position')
    .execute();
  const [own = '', rest = ''] = polls.map((one) => one.id);
  const vote = (who: Person, choices: readonly (readonly [string, 'for' | 'against'])[]) =>
    as(app, atProvince(who), (context) => castVotes(context, { id: id(), choices: new Map(choices) }));
  for (const [at, who] of [chair, ...others].entries())
    await vote(who, [
      [own, at === 0 ? 'against' : 'for'],
      [rest, 'for'],
    ]);
  await vote(related, [[rest, 'for']]);
  await inBrowser(secretary, async (page) => {
    await page.goto(session);
    await press(page, 'Kiểm phiếu và công bố 2 mục');
    await said(page, counted);
    await press(page, 'Bế mạc');
    await press(page, 'Chốt biên bản và kết thúc phiên');
    await said(page, 'Mã băm SHA-256');
  });
  const told = await walked(chair);
  for (const [path, text] of await walked(related)) {
    assert.doesNotMatch(text, new RegExp(`${counted}|${own}`), path);
    if (files.some((each) => path.endsWith(each))) assert.equal(text.includes(near), false, path);
  }
  for (const path of [session, `${session}/kiem-lai`]) assert.equal(told.get(path)?.includes(counted), true, path);
  for (const each of files) assert.equal(told.get(session + each)?.includes(near), true, each);
});

/** What of the item is written down. */
const files = ['/kiem-lai', '/danh-sach-phieu.json', '/bien-ban/hop/docx', '/bien-ban/kiem-phieu/docx'];

/** Every page on which the item stands or is told of, as text. */
async function walked(who: Person): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  await inBrowser(who, async (page) => {
    const cookie = (await page.context().cookies()).map(({ name, value }) => `${name}=${value}`).join('; ');
    const dossier = `/khen-thuong/ho-so/${dossierId}`;
    const pages = [session, `${session}/bieu-quyet`, ...files.map((each) => session + each)];
    const beside = [dossier, `${dossier}/hoi-dong`, `${dossier}/quyet-dinh`, '/tin-nhan', '/viec-cua-toi'];
    for (const path of [...pages, ...beside, '/khen-thuong/hoi-dong', '/khen-thuong/ho-so'])
      found.set(path, (await ask(app.url, path, { cookie })).text);
  });
  return found;
}
