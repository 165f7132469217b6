/** Who answers is named, what is late is reminded of and urged by letter, and due days stand in a calendar; without script too. */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said, wrongs } from './hands.ts';

const ofAn = '/don-doc?xem=tat-ca&don-vi=02647';
const signed = { issuer: 'Sở mẫu', symbol: 'MẪU-TĐ', place: 'Mẫu', office: 'Giám đốc', signer: 'Người Ký Mẫu' };
let scene: Scene;

before(async () => {
  scene = await openScene();
  // The province wants plans early in the year: what is not there is late.
  const setting = { key: 'plan_due', value: '"01-05"', version: 1, updated_at: new Date() };
  await scene.app.db.insertInto('setting').values(setting).execute();
});
after(() => scene.close());

test('the head finds what the unit owes and names who answers for a kind', async () => {
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto('/don-doc?xem=tat-ca');
    await check(page, 'urging-of-unit');
    await page.getByRole('link', { name: /^Phân công người phụ trách/ }).click();
    await check(page, 'urging-naming');
    await page.locator('select[name="nguoi"]').first().selectOption({ index: 2 });
    await press(page, 'Lưu phân công');
    await said(page, 'Đã lưu phân công.');
  });
});

test('the appraiser chooses duties, sees what will be sent, sends, and a second time is told when', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto(ofAn);
    await check(page, 'urging-list');
    await page.locator('input[name="nv"]').first().check();
    await press(page, 'Nhắc các việc đã chọn');
    assert.match(await heading(page), /^Gửi nhắc 1 nhiệm vụ/);
    await check(page, 'urging-confirm');
  });
  const story = async (page: Page) => {
    await page.goto(ofAn);
    await page.locator('input[name="nv"]').first().check();
    await press(page, 'Nhắc các việc đã chọn');
    await press(page, 'Gửi nhắc 1 nhiệm vụ');
    await said(page, 'Đã nhắc 1 nhiệm vụ.');
    await page.goto(ofAn);
    await page.locator('input[name="nv"]').first().check();
    await press(page, 'Nhắc các việc đã chọn');
    await said(page, /đã được nhắc trong hôm nay/);
    assert.equal(await heading(page), 'Không còn nhiệm vụ nào để nhắc');
  };
  await scene.stage.as('appraiser', story, withoutScript);
});

test('a letter is written from what is late, mended where it lacks something, printed, numbered, and read by the unit', async () => {
  await scene.stage.as('appraiser', async (page, context) => {
    await page.goto('/don-doc?xem=qua-han&don-vi=02647');
    await page.locator('input[name="nv"]').first().check();
    await press(page, 'Soạn công văn');
    await check(page, 'letter-new');
    await press(page, 'Soạn công văn');
    await said(page, /Đã soạn công văn/);
    await check(page, 'letter-draft');
    await page.locator('#o-about').fill(' ');
    await page.locator('#o-closing').fill('Đề nghị mẫu');
    await press(page, 'Lưu nháp');
    await wrongs(page).locator('a[href="#o-about"]').waitFor();
    assert.equal(await page.locator('#o-closing').inputValue(), 'Đề nghị mẫu');
    await check(page, 'letter-refused');
    await page.locator('#o-about').fill('đôn đốc mẫu');
    for (const [name, text] of Object.entries(signed)) await page.locator(`#o-${name}`).fill(text);
    await press(page, 'Lưu nháp');
    await said(page, 'Đã lưu nháp.');
    for (const format of ['docx', 'pdf']) {
      const file = await context.request.get(`${page.url().split('?')[0]}/tai/${format}`);
      assert.equal(file.status(), 200);
    }
    await page.locator('summary', { hasText: 'Ghi số và ban hành' }).click();
    await page.locator('#o-number').fill('12');
    await page.locator('#o-signedOn').fill(plainDateIn(new Date()));
    await press(page, 'Ghi số, ngày và ban hành');
    await said(page, /Đã ban hành/);
    await check(page, 'letter-issued');
    await page.goto('/don-doc/cong-van');
    await check(page, 'letters');
  });
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/don-doc/cong-van');
    await page.getByRole('link', { name: 'đôn đốc mẫu' }).click();
    await said(page, 'Đề nghị mẫu');
  });
  await scene.stage.as('officerOfBinh', async (page) => {
    await page.goto('/don-doc/cong-van');
    await said(page, 'Chưa có công văn nào trong phạm vi được xem.');
  });
});

test('a calendar is had by its address without signing in, and not after it was withdrawn', async () => {
  await scene.stage.as('officerOfAn', async (page, context) => {
    await page.goto('/don-doc/lich');
    await check(page, 'calendars');
    await page
      .getByRole('button', { name: /^Tạo địa chỉ lịch/ })
      .first()
      .click();
    const address = await page.locator('main code').innerText();
    await check(page, 'calendar-made');
    const feed = await fetch(address);
    assert.equal(feed.headers.get('content-type'), 'text/calendar; charset=utf-8');
    assert.match(await feed.text(), /^BEGIN:VCALENDAR/);
    await page
      .getByRole('button', { name: /^Thu hồi địa chỉ/ })
      .first()
      .click();
    await said(page, /Đã thu hồi/);
    assert.equal((await context.request.get(address)).status(), 404);
  });
});
