/** A pledge made, returned, mended and accepted, and a target assigned and assigned again, in the browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { codes } from './cast.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said, wrongs } from './hands.ts';

const wording = 'Doanh thu du lịch đạt 950 tỷ đồng';

let scene: Scene;

before(async () => (scene = await openScene()));
after(() => scene.close());

const stageOf = (page: Page) => page.locator('.head-do').innerText();

test('an officer pledges from the list of work; what is missing is named at its field', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/viec-cua-toi');
    await page
      .locator('.todo')
      .getByRole('link', { name: /^Đăng ký chỉ tiêu thi đua năm/ })
      .first()
      .click();
    await check(page, 'pledge-new');
    await page.locator('#o-ve').selectOption('KT-10');
    await page.locator('#o-wording').fill(wording);
    await page.locator('#o-value').fill('chín trăm rưỡi');
    await press(page, 'Lưu nháp');
    await wrongs(page).locator('a[href="#o-value"]').waitFor();
    assert.equal(await page.locator('#o-value').inputValue(), 'chín trăm rưỡi');
    assert.equal(await page.locator('#o-wording').inputValue(), wording);
    assert.equal(await page.locator('#o-ve').inputValue(), 'KT-10');
    await check(page, 'pledge-refused');
    await page.locator('#o-value').fill('950');
    await press(page, 'Lưu nháp');
    assert.equal(await heading(page), wording);
    assert.equal(await stageOf(page), 'Bản nháp');
    await check(page, 'pledge-draft');
    await press(page, 'Gửi đăng ký');
    assert.equal(await stageOf(page), 'Chờ tiếp nhận');
    assert.equal(await page.getByRole('button', { name: 'Tiếp nhận', exact: true }).count(), 0);
  });
});

async function openWaiting(page: Page): Promise<void> {
  await page.goto('/viec-cua-toi');
  await page
    .locator('.todo')
    .getByRole('link', { name: /^Tiếp nhận 1 đăng ký/ })
    .first()
    .click();
  await page.getByRole('link', { name: wording }).click();
}

test('the appraiser returns it with a reason, which the unit finds among its work', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await openWaiting(page);
    await check(page, 'pledge-to-decide');
    await press(page, 'Trả lại');
    await wrongs(page).locator('a[href="#o-ly-do"]').waitFor();
    await page.locator('#o-ly-do').fill('Ghi rõ nguồn theo dõi');
    await press(page, 'Trả lại');
    assert.equal(await stageOf(page), 'Bị trả lại');
  });
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/viec-cua-toi');
    await said(page, /Ghi rõ nguồn theo dõi/);
    await check(page, 'work-with-returned-pledge');
    await page
      .locator('.todo')
      .getByRole('link', { name: /^Sửa đăng ký bị trả lại/ })
      .first()
      .click();
    await check(page, 'pledge-returned');
    await page.locator('#o-value').fill('965,5');
    await press(page, 'Lưu thay đổi');
    await said(page, 'Đã lưu nháp. Đăng ký chưa được gửi.');
    await press(page, 'Gửi đăng ký');
    assert.equal(await stageOf(page), 'Chờ tiếp nhận');
  });
});

test('it is accepted, counted for the unit, and can only be adjusted from then on', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await openWaiting(page);
    await press(page, 'Tiếp nhận');
    assert.equal(await stageOf(page), 'Đã tiếp nhận');
    await page.goto('/dang-ky-chi-tieu');
    await said(page, /1 trên \d+ cơ quan, đơn vị, địa phương đã đăng ký/);
    await check(page, 'pledges');
    const file = await page.request.get('/dang-ky-chi-tieu/tai.csv?buoc=accepted');
    assert.match(await file.text(), new RegExp(`${wording}.*Đã tiếp nhận`));
  });
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/dang-ky-chi-tieu');
    await page.getByRole('link', { name: wording }).click();
    assert.match(await page.locator('main').innerText(), /965,5/);
    assert.equal(await page.getByRole('button', { name: 'Lưu thay đổi' }).count(), 0);
    await page.locator('summary', { hasText: 'Điều chỉnh đăng ký' }).click();
    await check(page, 'pledge-accepted');
  });
});

test('the appraiser assigns a target; assigning again says what it replaces', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/giao-chi-tieu');
    await check(page, 'targets-none');
    await page.locator('main').getByRole('link', { name: 'Giao chỉ tiêu', exact: true }).first().click();
    await press(page, 'Giao chỉ tiêu');
    await wrongs(page).locator('a[href="#o-chi-tieu"]').waitFor();
    await page.locator('#o-chi-tieu').selectOption('KT-10');
    await page.locator('#o-don-vi').selectOption(codes.communeAn);
    await page.locator('#o-value').fill('1.2.3');
    await press(page, 'Giao chỉ tiêu');
    await wrongs(page).locator('a[href="#o-value"]').waitFor();
    await wrongs(page).locator('a[href="#o-basis"]').waitFor();
    assert.equal(await page.locator('#o-value').inputValue(), '1.2.3');
    await check(page, 'target-refused');
    await page.locator('#o-value').fill('950');
    await page.locator('#o-basis').fill('Quyết định mẫu số 1');
    await press(page, 'Giao chỉ tiêu');
    await said(page, 'Đã giao chỉ tiêu.');
    await check(page, 'targets');
    await page.getByRole('link', { name: /^Giao lại/ }).click();
    await said(page, /Đơn vị đã được giao mức 950 tỷ đồng/);
    await page.locator('#o-value').fill('970');
    await page.locator('#o-basis').fill('Quyết định mẫu số 2');
    await check(page, 'target-again');
    await press(page, 'Giao chỉ tiêu');
    assert.match(await page.locator('tbody').innerText(), /970/);
  });
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto(`/don-vi/${codes.communeAn}`);
    await check(page, 'unit-with-target');
    assert.match(await page.locator('main').innerText(), /970/);
  });
});
