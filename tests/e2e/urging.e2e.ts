/** A head names who answers, the appraiser finds what is late, reminds, and is told when that was done; without script too. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said } from './hands.ts';

const ofAn = '/don-doc?xem=tat-ca&don-vi=02647';
let scene: Scene;

before(async () => (scene = await openScene()));
after(() => scene.close());

test('the head finds what the unit owes and names who answers for a kind', async () => {
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto('/don-doc?xem=tat-ca');
    await check(page, 'urging-of-unit');
    await page.getByRole('link', { name: /^Phân công người phụ trách/ }).click();
    await check(page, 'urging-naming');
    await page.locator('select[name="nguoi"]').first().selectOption({ index: 2 });
    await page.getByRole('button', { name: /^Lưu phân công ?: Gửi báo cáo$/ }).click();
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
