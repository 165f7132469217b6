/** Every screen with figures lets one choose the day, says which one is looked at, and leads back to today. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays, plainDateIn } from '../../app/kernel/calendar.ts';
import { uiText } from '../../app/ui/text.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage, Who } from './browser.ts';
import { openStage } from './browser.ts';
import { codes, insertCast } from './cast.ts';
import { check } from './check.ts';
import { ask } from './reading.ts';

let app: App;
let stage: Stage;
let commune = '';
const yesterday = addDays(plainDateIn(new Date()), -1);

before(async () => {
  app = await openApp({ TRUST_PROXY: '1' });
  await insertCast(app);
  stage = await openStage(app);
  const one = app.db
    .selectFrom('unit')
    .select('code')
    .where('kind', '=', 'commune')
    .where('official_code', 'is not', null);
  commune = (await one.orderBy('code').executeTakeFirstOrThrow()).code;
});

after(async () => {
  await stage.close();
  await app.close();
});

const open = () => [
  '/tong-quan',
  '/chi-tieu',
  '/chi-tieu/KT-10',
  '/chi-tieu/KT-10/gia-tri',
  '/de-an',
  '/de-an/DA-07',
  '/don-vi',
  '/don-vi?xem=luoi',
  `/don-vi/${commune}`,
];
const inside = ['/giao-chi-tieu', '/dang-ky-chi-tieu'];

async function read(who: Who, path: string, day?: string): Promise<string> {
  const asked = day === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}ngay=${day}`;
  const { status, text } = await ask(app.url, asked, { cookie: await stage.cookieOf(who) });
  assert.equal(status, 200, asked);
  return text;
}

for (const who of ['appraiser', 'stranger'] as const) {
  test(`each page that ${who} sees can be seen as known on a day, and says so`, async () => {
    for (const path of who === 'stranger' ? open() : [...open(), ...inside]) {
      assert.match(await read(who, path), /name="ngay"/, path);
      const past = await read(who, path, yesterday);
      assert.ok(past.includes(uiText.pastTitle) && past.includes(uiText.past(yesterday)), path);
      assert.ok(past.includes(uiText.backToNow), path);
      assert.ok((await read(who, path, 'hom-qua')).includes(uiText.dayWrong('hom-qua')), path);
    }
  });
}

test('the day is chosen without script, and goes along to the next page', async () => {
  await stage.as('appraiser', async (page) => {
    await page.goto(`/don-vi/${commune}`);
    await page.getByText(uiText.otherDay).click();
    await page.locator('input[name="ngay"]').fill(yesterday);
    await page.locator('input[name="ngay"]').press('Enter');
    await page.getByText(uiText.pastTitle).waitFor();
    await check(page, 'unit-on-a-day');
    await page.locator('nav a[href^="/don-vi?ngay="]').first().click();
    await page.getByText(uiText.pastTitle).waitFor();
  });
});

test('a unit that was not there on the day is shown as it is, and that is said', async () => {
  const said = await read('appraiser', `/don-vi/${codes.communeBinh}`, '2000-01-01');
  assert.match(said, /ngày đó chưa có đơn vị này/);
});
