/** Writing where the line is thin: kept, checked, sent once, never as somebody else, and both versions shown. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { check } from './check.ts';
import { codes } from './cast.ts';
import type { Scene } from './hands.ts';
import { openScene, press, said, wrongs } from './hands.ts';
import { plantOffice } from './office.ts';
import type { Line } from './thin-line.ts';
import { openLine } from './thin-line.ts';

let scene: Scene;
let line: Line;
let report: string;

before(async () => {
  scene = await openScene();
  line = await openLine(scene.app.url);
  const { round } = await plantOffice(scene.app, scene.cast);
  report = `/bao-cao/${round}/${codes.communeBinh}`;
});
after(async () => {
  await line.close();
  await scene.close();
});

/** The worker has what it needs, and the page is kept. */
async function ready(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
    if (!navigator.serviceWorker.controller)
      await new Promise((taken) => navigator.serviceWorker.addEventListener('controllerchange', taken));
  });
  await page.reload();
  await page.waitForFunction(async () => (await caches.keys()).some((name) => name.startsWith('trang-')));
}

const state = (page: Page) => page.locator('.kept-said').innerText();
const texts = async () => {
  const rows = await scene.app.db.selectFrom('report_text').select(['position', 'body']).orderBy('position').execute();
  return rows
    .filter(({ body }) => body !== '' && body !== 'Nội dung mẫu')
    .map(({ position, body }) => `${position} ${body}`);
};
const away = (context: BrowserContext, isAway: boolean) => context.setOffline(isAway);

test('a report is opened, written, checked and pressed without a line, and goes once when there is one', async () => {
  await scene.stage.onThinLine('officerOfBinh', async (page, context) => {
    await page.goto(report);
    await ready(page);
    await away(context, true);
    await page.reload();
    await said(page, /Đây là trang lưu lúc/);
    await page.locator('#o-muc-1').fill('Kết quả đề án số 17');
    await press(page, 'Lưu nháp');
    await wrongs(page)
      .getByText(/Có nhắc đến đề án DA-17/)
      .waitFor();
    await page.locator('#o-muc-1').fill('Viết khi không có mạng');
    await press(page, 'Lưu nháp');
    await page.getByText(/Sẽ tự gửi khi có mạng/).waitFor();
    await check(page, 'offline-queued');
    await page.locator('.bar .to-send').click();
    await page.getByText('Chờ có mạng').waitFor();
    await check(page, 'offline-list');
    assert.deepEqual(await texts(), []);
    await away(context, false);
    await said(page, /Đã gửi: /);
    assert.deepEqual(await texts(), ['1 Viết khi không có mạng']);
    console.log(await state(page).catch(() => 'no state'));
  });
});
