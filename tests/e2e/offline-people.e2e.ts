/** Whose work it is: kept over a lost session, sent by its owner alone, out of reach of whoever comes next, gone at sign-out. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { BrowserContext, Page } from 'playwright-core';
import { heard, isKept, keptOnMachine, ready, reportNow, shelvesOf } from './away.ts';
import { signInAs } from './browser.ts';
import { codes } from './cast.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { openScene, press, said } from './hands.ts';
import { plantOffice } from './office.ts';
import type { PersonName } from '../world.ts';

let scene: Scene;
let report: string;

before(async () => {
  scene = await openScene();
  const { round } = await plantOffice(scene.app, scene.cast);
  report = `/bao-cao/${round}/${codes.communeBinh}`;
});
after(() => scene.close());

const write = (page: Page, text: string, at = 1) => page.locator(`#o-muc-${at}`).fill(text);
const now = async () => (await reportNow(scene.app, report)).texts;

async function comesIn(page: Page, who: PersonName, to = '/viec-cua-toi'): Promise<void> {
  await page.goto(`/dang-nhap?toi=${encodeURIComponent(to)}`);
  await signInAs(page, who);
}

test('the session has ended when the line is back: asked to sign in, and then it goes by itself', async () => {
  await scene.stage.onThinLine('stranger', async (page, context) => {
    await comesIn(page, 'officerOfBinh');
    await page.goto(report);
    await ready(page);
    await context.setOffline(true);
    await write(page, 'Phiên đã hết');
    await press(page, 'Lưu nháp');
    await heard(page, /Sẽ tự gửi khi có mạng/);
    await context.clearCookies();
    await context.setOffline(false);
    await heard(page, /Phiên làm việc đã hết/);
    await check(page, 'offline-sign-in');
    assert.deepEqual(await now(), []);
    await page.locator('.kept-said a').click();
    await signInAs(page, 'officerOfBinh');
    await said(page, 'Đã lưu nháp. Báo cáo chưa được gửi.');
    assert.deepEqual(await now(), ['1 Phiên đã hết']);
    assert.equal((await shelvesOf(page)).rows, 0);
  });
});

test('another person at the same machine neither reads nor sends it; its owner finds it again', async () => {
  await scene.stage.onThinLine('stranger', async (page, context) => {
    await comesIn(page, 'officerOfBinh');
    await page.goto(report);
    await ready(page);
    await context.setOffline(true);
    await write(page, 'Chỉ của chuyên viên', 4);
    await press(page, 'Lưu nháp');
    await heard(page, /Sẽ tự gửi khi có mạng/);
    await write(page, 'Còn đang viết dở', 6);
    await keptOnMachine(page);
    await context.clearCookies();
    await page.goto('about:blank');
    await context.setOffline(false);
    await comesIn(page, 'headOfBinh', report);
    await said(page, 'Soạn báo cáo');
    assert.deepEqual(
      [await page.locator('#o-muc-4').inputValue(), await page.locator('#o-muc-6').inputValue()],
      ['', ''],
    );
    await page.goto('/cho-gui');
    await said(page, /nội dung của người khác/);
    await check(page, 'offline-others');
    const { rows, text, caches } = await shelvesOf(page);
    assert.ok(rows > 0);
    assert.doesNotMatch(text, /Chỉ của chuyên viên|Còn đang viết dở/);
    assert.ok(!caches.includes(scene.cast.people.officerOfBinh.accountId));
    assert.deepEqual(await now(), ['1 Phiên đã hết']);
    await leaves(page);
    await page.getByLabel('Tên đăng nhập').waitFor();
    await comesIn(page, 'officerOfBinh');
    await said(page, /Đã gửi: /);
    assert.deepEqual(await now(), ['1 Phiên đã hết', '4 Chỉ của chuyên viên']);
    await page.goto(report);
    await said(page, /Đã khôi phục nội dung/);
    assert.equal(await page.locator('#o-muc-6').inputValue(), 'Còn đang viết dở');
  });
});

async function leaves(page: Page): Promise<void> {
  await page.locator('.account > summary').click();
  await page.getByRole('button', { name: 'Đăng xuất', exact: true }).click();
}

test('a deed is never done as somebody else, not even by a page that is still open', async () => {
  await scene.stage.onThinLine('stranger', async (page, context) => {
    await comesIn(page, 'officerOfBinh');
    await page.goto(report);
    await ready(page);
    const other = await context.newPage();
    await context.clearCookies();
    await comesIn(other, 'headOfBinh');
    await write(page, 'Không gửi thay', 7);
    await press(page, 'Lưu nháp');
    await heard(page, /Trình duyệt đang đăng nhập bằng tài khoản khác/);
    assert.ok(!(await now()).join().includes('Không gửi thay'));
  });
});

test('signing out asks before it clears what was not sent, and then nothing is left on the machine', async () => {
  await scene.stage.onThinLine('stranger', async (page, context) => {
    await comesIn(page, 'officerOfBinh');
    await queueOnly(page, context);
    await leaves(page);
    await page.getByText(/Đăng xuất sẽ xóa những nội dung đó/).waitFor();
    await page.getByRole('button', { name: 'Ở lại' }).click();
    assert.ok((await shelvesOf(page)).rows > 0);
    await leaves(page);
    await page.getByRole('button', { name: 'Đăng xuất và xóa' }).click();
    await page.getByLabel('Tên đăng nhập').waitFor();
    const left = await shelvesOf(page);
    assert.deepEqual([left.rows, left.caches.includes('/bao-cao/')], [0, false]);
    await context.setOffline(true);
    await page.goto(report).catch(() => undefined);
    assert.equal(await page.getByText('Soạn báo cáo').count(), 0);
  });
});

test('signing out without a line clears the machine, and says that the session goes on until there is one', async () => {
  await scene.stage.onThinLine('stranger', async (page, context) => {
    await comesIn(page, 'officerOfBinh');
    await page.goto(report);
    await ready(page);
    await context.setOffline(true);
    await write(page, 'Bỏ khi không có mạng', 8);
    await keptOnMachine(page);
    // The browser believes that there is a line again; it leads nowhere.
    await page.route('**/dang-xuat', (route) => route.abort());
    await context.setOffline(false);
    await leaves(page);
    await page.getByRole('button', { name: 'Đăng xuất và xóa' }).click();
    await said(page, /Chưa liên lạc được với hệ thống nên phiên làm việc chưa kết thúc/);
    const left = await shelvesOf(page);
    assert.deepEqual([left.rows, left.caches.includes('/bao-cao/')], [0, false]);
    await check(page, 'offline-left');
    await page.unroute('**/dang-xuat');
    await page.goto('/viec-cua-toi');
    await leaves(page);
    await page.getByLabel('Tên đăng nhập').waitFor();
    await page.goto(report);
    await page.getByLabel('Tên đăng nhập').waitFor();
  });
});

/** Something that waits, with the line there: the product does not answer to it. */
async function queueOnly(page: Page, context: BrowserContext): Promise<void> {
  await page.goto(report);
  await ready(page);
  await isKept(page, report);
  await context.setOffline(true);
  await write(page, 'Sẽ bỏ khi đăng xuất', 8);
  await press(page, 'Lưu nháp');
  await heard(page, /Sẽ tự gửi khi có mạng/);
  await page.route(report, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
  await context.setOffline(false);
}
