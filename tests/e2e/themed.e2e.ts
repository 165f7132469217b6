/** From the directive's movement to its own ranking: criteria of its years, mid-term and conclusion from the ready ones, a judgement, and its door, in the browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { phone, withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { openScene, press, said } from './hands.ts';
import { plantOffice } from './office.ts';

let scene: Scene;
before(async () => {
  scene = await openScene();
  await plantOffice(scene.app, scene.cast);
});
after(() => scene.close());

const door = 'Tiêu chí, chấm điểm và xếp hạng của phong trào (hằng năm, sơ kết, tổng kết)';

/** The way a person goes: the list of movements, the directive's, its ranking. */
async function toRanking(page: Page) {
  await page.goto('/phong-trao');
  await page
    .locator('main')
    .getByRole('link', { name: /chuyên đề/ })
    .first()
    .click();
  await page.getByRole('link', { name: door }).click();
}

type Begun = { readonly review: string; readonly year: string; readonly from: string };

async function begin(page: Page, { review, year, from }: Begun) {
  await toRanking(page);
  await page.getByRole('link', { name: 'Lập bộ tiêu chí cho phong trào' }).click();
  assert.notEqual(await page.locator('#o-movement').inputValue(), '', 'the movement is chosen already');
  await page.locator('#o-review').selectOption({ label: review });
  await page.locator('#o-year').fill(year);
  await page.locator('#o-title').fill(`Bộ tiêu chí mẫu, ${review} ${year}`);
  await page.locator('#o-from').selectOption({ label: from });
  await press(page, 'Lập dự thảo');
  await said(page, 'Đã lập dự thảo.');
  await said(page, /Đây là bản gợi ý của hệ thống/);
}

const year = 'Bản gợi ý: phong trào chuyên đề, đánh giá hằng năm';
const review = 'Bản gợi ý: phong trào chuyên đề, sơ kết hoặc tổng kết';

test('a movement without criteria says so at its ranking; each review is begun from the ready set made for it', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await toRanking(page);
    await said(page, /Chưa có bộ tiêu chí nào của phong trào/);
    await check(page, 'themed-none');
    await begin(page, { review: 'Hằng năm', year: '2027', from: year });
    await begin(page, { review: 'Sơ kết', year: '2028', from: review });
    await said(page, 'Còn 1 chỗ cần sửa trước khi ban hành');
    await check(page, 'themed-set');
    await begin(page, { review: 'Tổng kết', year: '2030', from: review });
  });
});

test('the mid-term set is published and judged; whoever is signed in comes from the movement to its judgement, without script too', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await toRanking(page);
    await page.getByRole('link', { name: 'Bộ tiêu chí mẫu, Sơ kết 2028' }).click();
    const set = new URL(page.url()).pathname;
    await page.goto(`${set}/muc?ma=I.3`);
    await page.locator('#o-expert').selectOption({ index: 1 });
    await press(page, 'Ghi');
    await said(page, 'Đã ghi tiêu chí.');
    await page.goto(`${set}/ban-hanh`);
    await page.locator('#o-number').fill('12/HD-HĐTĐKT');
    await page.locator('#o-date').fill(`${new Date().getFullYear()}-01-02`);
    await press(page, 'Ban hành');
    await said(page, /Đã ban hành/);
    await page.goto('/cham-diem/moi');
    await page.locator('[name="set"]').selectOption({ label: await optionOf(page, 'Sơ kết 2028') });
    await page.locator('[name="title"]').fill('Chấm điểm sơ kết phong trào (mẫu)');
    await press(page, 'Lập đợt chấm điểm');
    await page.getByRole('button', { name: 'Mở chấm điểm' }).waitFor();
  });
  const come = async (page: Page) => {
    await toRanking(page);
    const row = page.locator('tr', { hasText: 'Sơ kết 2028' });
    await row.getByRole('link', { name: 'Xem đợt chấm' }).click();
    await page.locator('h1', { hasText: 'Chấm điểm sơ kết phong trào (mẫu)' }).waitFor();
  };
  await scene.stage.as('appraiser', come, withoutScript);
  await scene.stage.as(
    'appraiser',
    async (page) => {
      await toRanking(page);
      await check(page, 'themed-sets');
    },
    phone,
  );
});

async function optionOf(page: Page, words: string): Promise<string> {
  return (await page.locator('[name="set"] option', { hasText: words }).innerText()).trim();
}
