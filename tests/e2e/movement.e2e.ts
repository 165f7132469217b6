/** A movement from its draft to its conclusion, and carried on below, in the browser; the directive's is there already. */
import { addDays, plainDateIn } from '../../app/kernel/calendar.ts';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said, wrongs } from './hands.ts';

const name = 'Thi đua mẫu làm đường trong 60 ngày';
const carried = 'Thi đua mẫu làm đường trong xã';
const day = (offset: number) => addDays(plainDateIn(new Date()), offset);

let scene: Scene;

before(async () => (scene = await openScene()));
after(() => scene.close());

const stageOf = (page: Page) => page.locator('.head-do').innerText();
const todo = (page: Page, title: RegExp) => page.locator('.todo').getByRole('link', { name: title }).first();

test('the movement of the directive waits for every unit from the start, and a unit receives it', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/viec-cua-toi');
    await todo(page, /^Tiếp nhận phong trào: Phong trào thi đua chuyên đề/).click();
    await said(page, /Chưa biết số và ngày/);
    await said(page, /100% cơ quan, đơn vị, địa phương ban hành kế hoạch/);
    await check(page, 'movement-of-directive');
    await page
      .locator('main')
      .getByRole('button', { name: /^Tiếp nhận cho/ })
      .click();
    await said(page, 'Đã tiếp nhận phong trào.');
    await check(page, 'movement-received');
    await page.goto('/phong-trao');
    await said(page, /^1\/1\d\d$/);
    await check(page, 'movements');
    await page.getByRole('link', { name: /^1\/1\d\d$/ }).click();
    await said(page, 'Đã tiếp nhận (1 đơn vị)');
  });
});

test('Sở Nội vụ drafts a short movement for the province; what is wrong is named and what was typed kept', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/phong-trao');
    await page.getByRole('link', { name: 'Soạn phong trào mới' }).click();
    await page.locator('#o-name').fill(name);
    await page.locator('#o-first').fill(day(0));
    await page.locator('#o-last').fill(day(-1));
    await page.locator('#o-aim').fill('Làm xong đường mẫu');
    await page.getByLabel('Xã, phường, đặc khu').check();
    await press(page, 'Lưu nháp');
    for (const field of ['kind', 'last', 'goals']) await wrongs(page).locator(`a[href="#o-${field}"]`).waitFor();
    assert.equal(await page.locator('#o-aim').inputValue(), 'Làm xong đường mẫu');
    assert.equal(await page.getByLabel('Xã, phường, đặc khu').isChecked(), true);
    await check(page, 'movement-refused');
    await page.getByLabel('Chuyên đề').check();
    await page.locator('#o-last').fill(day(60));
    await page.locator('#o-goals').fill('Làm 5 km đường\nKhông để ai bị thương');
    await press(page, 'Lưu nháp');
    assert.equal(await heading(page), name);
    assert.equal(await stageOf(page), 'Bản nháp');
    await said(page, /Phong trào sẽ gửi tới 99 đơn vị/);
    await page.getByText('Xem 99 đơn vị sẽ nhận phong trào').click();
    assert.equal(await page.locator('details li a[href^="/don-vi/"]').count(), 99);
    await check(page, 'movement-draft');
    await press(page, 'Phát động');
    await wrongs(page).locator('a[href="#o-number"]').waitFor();
    await page.locator('#o-number').fill('12/KH-UBND');
    await page.locator('#o-date').fill(day(-1));
    await press(page, 'Phát động');
    assert.equal(await stageOf(page), 'Đang thực hiện');
    await said(page, /Số 12\/KH-UBND/);
    await said(page, 'Đơn vị thực hiện: 99 đơn vị trong phạm vi');
    await page.getByRole('link', { name: /^Xem 99 đơn vị: Chưa tiếp nhận/ }).click();
    await said(page, 'Chưa tiếp nhận (99 đơn vị)');
    await check(page, 'movement-launched');
  });
});

test('a commune receives it and carries it on with what stands above filled in', async () => {
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto('/viec-cua-toi');
    await todo(page, new RegExp(`^Tiếp nhận phong trào: ${name}`)).click();
    await page
      .locator('main')
      .getByRole('button', { name: /^Tiếp nhận cho/ })
      .click();
    await page.getByRole('link', { name: /^Phát động tiếp trong/ }).click();
    assert.equal(await page.locator('#o-goals').inputValue(), 'Làm 5 km đường\nKhông để ai bị thương');
    await check(page, 'movement-carry-on');
    await page.locator('#o-name').fill(carried);
    await page.locator('#o-last').fill(day(90));
    await press(page, 'Lưu nháp');
    await wrongs(page).locator('a[href="#o-last"]').waitFor();
    await page.locator('#o-last').fill(day(30));
    await press(page, 'Lưu nháp');
    await page.locator('#o-number').fill('3/KH-UBND');
    await page.locator('#o-date').fill(day(0));
    await press(page, 'Phát động');
    assert.equal(await stageOf(page), 'Đang thực hiện');
    await page.locator('.pairs').getByRole('link', { name }).click();
    await page.getByRole('link', { name: carried }).waitFor();
    await check(page, 'movement-carried-on');
  });
});

test('it is reviewed, closed early with a reason, and concluded', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/phong-trao');
    await page.getByRole('link', { name, exact: true }).click();
    await page.locator('#o-reviewKind').selectOption('mid_term');
    await page.locator('#o-heldOn').fill(day(0));
    await page.locator('#o-conclusion').fill('Đã làm một nửa');
    await press(page, 'Ghi kết quả đánh giá');
    await said(page, 'Đã làm một nửa');
    await press(page, 'Kết thúc phong trào');
    await wrongs(page).locator('a[href="#o-reason"]').waitFor();
    await page.locator('#o-reason').fill('Xong trước hạn');
    await press(page, 'Kết thúc phong trào');
    assert.equal(await stageOf(page), 'Đã kết thúc, chờ tổng kết');
    await check(page, 'movement-closed');
    await page.locator('#o-heldOn').fill(day(0));
    await page.locator('#o-conclusion').fill('Hoàn thành 5 km');
    await press(page, 'Ghi kết luận tổng kết');
    assert.equal(await stageOf(page), 'Đã tổng kết');
    await said(page, 'Hoàn thành 5 km');
    await check(page, 'movement-concluded');
  });
});

test('a movement under the rules on state secrets takes a number, a day and receipts, and not a word', async () => {
  const title = 'Phong trào thực hiện theo quy định về bảo vệ bí mật nhà nước';
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/phong-trao/moi');
    await said(page, /Đánh dấu không xóa được những gì đã lưu trước đó/);
    await page.getByLabel('Thuộc bí mật nhà nước').check();
    await page.locator('#o-aim').fill('Chữ zqkhong được giữ');
    await page.getByLabel('Chuyên đề').check();
    await page.locator('#o-first').fill(day(0));
    await page.locator('#o-last').fill(day(20));
    await page.getByLabel('Xã, phường, đặc khu').check();
    await press(page, 'Lưu nháp');
    await wrongs(page).locator('a[href="#o-aim"]').waitFor();
    await check(page, 'movement-secret-refused');
    await page.locator('#o-aim').fill('');
    await press(page, 'Lưu nháp');
    assert.equal(await heading(page), title);
    await page.locator('#o-number').fill('9/KH-UBND');
    await page.locator('#o-date').fill(day(-1));
    await press(page, 'Phát động');
    await said(page, 'Thực hiện ngoài hệ thống');
    assert.equal(
      await page
        .locator('main')
        .getByRole('link', { name: /kế hoạch/i })
        .count(),
      0,
    );
    assert.equal(await page.locator('main input[type=file]').count(), 0);
    await check(page, 'movement-secret');
  });
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto('/phong-trao');
    await page.getByRole('link', { name: title }).first().click();
    await page
      .locator('main')
      .getByRole('button', { name: /^Tiếp nhận cho/ })
      .click();
    await said(page, 'Đã tiếp nhận phong trào.');
    await page.goto('/van-ban-mat/moi');
    await page.locator('#o-about').selectOption({ label: 'Phong trào thực hiện ngoài hệ thống' });
    await page.goto(`/tim-kiem?q=${encodeURIComponent('bảo vệ bí mật')}`);
    assert.equal(await page.locator('main a[href^="/phong-trao/"]').count(), 0);
  });
});
