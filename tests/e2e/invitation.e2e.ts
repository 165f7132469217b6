/** An administrator brings somebody in; whoever is invited sets a password and finds their own work. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { password } from './cast.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said, wrongs } from './hands.ts';

let scene: Scene;
let first = '';
let second = '';

before(async () => (scene = await openScene()));
after(() => scene.close());

const linkShown = (page: Page) => page.locator('main code').innerText();

test('an administrator creates a person, gives a role for the unit, and gets a link to hand over', async () => {
  await scene.stage.as('administrator', async (page) => {
    await page.goto('/quan-tri/nguoi-dung');
    await page.getByRole('link', { name: 'Thêm người dùng', exact: true }).click();
    await check(page, 'person-new');
    await page.getByLabel('Họ và tên').fill('Người Mẫu Mới');
    await page.getByLabel('Đơn vị', { exact: true }).selectOption({ label: 'Phường Sa Pa' });
    await page.getByLabel('Tên đăng nhập').fill('Người Mới');
    await press(page, 'Lưu');
    await wrongs(page).locator('a[href="#o-username"]').waitFor();
    assert.equal(await page.getByLabel('Họ và tên').inputValue(), 'Người Mẫu Mới');
    await check(page, 'person-new-refused');
    await page.getByLabel('Tên đăng nhập').fill('nguoi.moi');
    await press(page, 'Lưu');
    first = await linkShown(page);
    await check(page, 'person-made');
    await page.getByRole('link', { name: 'Giao vai trò cho Người Mẫu Mới' }).click();
    await giveRole(page);
    await press(page, 'Tạo đường dẫn đặt mật khẩu');
    second = await linkShown(page);
    assert.notEqual(second, first);
    await check(page, 'person-link');
  });
});

async function giveRole(page: Page): Promise<void> {
  await press(page, 'Giao vai trò');
  await wrongs(page).locator('a[href="#o-role"]').waitFor();
  await check(page, 'person-role-refused');
  await page.locator('#o-role').selectOption({ label: 'chuyên viên đầu mối' });
  await page.locator('#o-unitId').selectOption({ label: 'Phường Sa Pa' });
  await page.locator('#o-basis').fill('Văn bản mẫu');
  await press(page, 'Giao vai trò');
  await page.locator('tbody tr', { hasText: 'chuyên viên đầu mối' }).waitFor();
  await check(page, 'person-with-role');
}

test('the older link no longer works once a newer one was made', async () => {
  await scene.stage.as('stranger', async (page) => {
    assert.equal((await page.goto(first))?.status(), 404);
  });
});

test('the invited opens the link, sets a password and stands in the product with their own work', async () => {
  await scene.stage.as('stranger', async (page) => {
    await page.goto(second);
    await check(page, 'invitation');
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(password);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(`${password} khác`);
    await press(page, 'Đặt mật khẩu và đăng nhập');
    await wrongs(page).locator('a[href="#o-again"]').waitFor();
    await check(page, 'invitation-refused');
    await page.getByLabel('Mật khẩu mới', { exact: true }).fill(password);
    await page.getByLabel('Nhập lại mật khẩu mới').fill(password);
    await press(page, 'Đặt mật khẩu và đăng nhập');
    await page.locator('.account > summary').waitFor();
    await seeOwnWork(page);
  });
  await scene.stage.as('stranger', async (page) => {
    assert.equal((await page.goto(second))?.status(), 404);
  });
});

test('afterwards they sign in with name and password', async () => {
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/viec-cua-toi');
    await page.getByLabel('Tên đăng nhập').fill('nguoi.moi');
    await page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await press(page, 'Đăng nhập');
    await page.waitForURL('**/viec-cua-toi');
    await seeOwnWork(page);
  });
});

async function seeOwnWork(page: Page): Promise<void> {
  await page.goto('/viec-cua-toi');
  assert.match(await heading(page), /việc đang chờ/);
  await said(page, /Đăng ký chỉ tiêu thi đua năm/);
  await check(page, 'own-work');
  await page
    .locator('main .todo')
    .getByRole('link', { name: /^Đăng ký chỉ tiêu thi đua năm/ })
    .first()
    .click();
  assert.equal(await page.locator('#o-don-vi').inputValue(), '03006');
  assert.equal((await page.request.get('/quan-tri/nguoi-dung')).status(), 404);
}
