/** What was known stays known: a snapshot keeps its figure, and the indicator's page still tells what an earlier day knew. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said } from './hands.ts';
import { plantKnown } from './plant.ts';

const indicator = 'KT-13';
const weekAgo = new Date(Date.now() - 7 * 86_400_000);

let scene: Scene;
let value: string;
let snapshot: string;

before(async () => {
  scene = await openScene();
  value = await plantKnown(scene.app, scene.cast, { indicatorCode: indicator, value: '1200', at: weekAgo });
});
after(() => scene.close());

/** The province's figure as the indicator's page tells it. */
const figures = (page: Page) => page.locator('main .facts').innerText();
const frozenRow = (page: Page) => page.locator('tbody tr', { hasText: indicator }).first();

test('the appraiser freezes the figures for a review', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/so-lieu-chot');
    await check(page, 'snapshots-none');
    await page.locator('main').getByRole('link', { name: 'Chốt số liệu' }).click();
    await press(page, 'Chốt số liệu');
    await page.locator('.wrongs a[href="#o-tieu-de"]').waitFor();
    await check(page, 'snapshot-refused');
    await page.getByLabel('Tên').fill('Đánh giá mẫu');
    await page.getByLabel('Mục đích').selectOption({ label: 'Đánh giá hằng năm' });
    await press(page, 'Chốt số liệu');
    assert.equal(await heading(page), 'Đánh giá mẫu');
    snapshot = page.url();
    await said(page, 'Đến nay chưa có số nào khác với lúc chốt.');
    assert.match(await frozenRow(page).innerText(), /1\.200/);
    await check(page, 'snapshot-new');
  });
});

test('a correction is sent and verified', async () => {
  await scene.stage.as('officerOfDepartment', async (page) => {
    await page.goto(`/nhap-so-lieu/${value}`);
    await page.locator('summary', { hasText: 'Đính chính' }).click();
    await page.locator('#o-so').fill('1.350');
    await page.locator('#o-ly-do').fill('Cộng sót một doanh nghiệp');
    await press(page, 'Lưu bản đính chính');
    await press(page, 'Gửi duyệt');
    await said(page, 'Đã gửi duyệt.');
  });
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/viec-cua-toi');
    await page
      .locator('.todo')
      .getByRole('link', { name: /^Duyệt 1 số liệu/ })
      .first()
      .click();
    await page.locator('tbody a', { hasText: indicator }).click();
    await press(page, 'Xác nhận');
    await said(page, 'Đã xác nhận.');
  });
});

test('the snapshot still shows the old figure, and beside it the new', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto(snapshot);
    await said(page, /1 chỉ tiêu nay có số hoặc trạng thái khác lúc chốt/);
    const cells = await frozenRow(page).locator('td').allInnerTexts();
    assert.deepEqual([cells.some((cell) => /1\.200/.test(cell)), /1\.350/.test(cells.at(-1) ?? '')], [true, true]);
    await said(page, 'Nội dung đúng như lúc chốt: mã băm khớp.');
    await check(page, 'snapshot-overtaken');
  });
});

test('the indicator page shows the new figure, and by its own control the old one for the earlier day', async () => {
  await scene.stage.as('auditor', async (page) => {
    await page.goto(`/chi-tieu/${indicator}`);
    assert.match(await figures(page), /1\.350/);
    assert.match(await page.locator('del').first().innerText(), /1\.200/);
    await page.locator('summary', { hasText: 'Xem theo ngày khác' }).click();
    await page.locator('#o-ngay').fill(new Date(weekAgo.getTime() + 2 * 86_400_000).toISOString().slice(0, 10));
    await page
      .locator('form', { has: page.locator('#o-ngay') })
      .locator('button')
      .click();
    await said(page, 'Đang xem theo ngày cũ');
    assert.match(await figures(page), /1\.200/);
    assert.doesNotMatch(await page.locator('main').innerText(), /1\.350/);
    await check(page, 'indicator-as-known');
    await page.getByRole('link', { name: 'Xem như hiện nay' }).click();
    assert.match(await figures(page), /1\.350/);
  });
});
