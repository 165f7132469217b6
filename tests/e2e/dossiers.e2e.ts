/** A dossier written, handed in, looked up by a stranger, returned, mended, handed in again and received, in the browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { phone, withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { handIn, heading, openScene, pdf, press, said, wrongs } from './hands.ts';

const title = 'Về việc đề nghị tặng Bằng khen cho người mẫu';

let scene: Scene;
before(async () => {
  scene = await openScene();
});
after(() => scene.close());

const stageOf = (page: Page) => page.locator('.head-do').innerText();
const open = async (page: Page) => {
  await page.goto('/khen-thuong/ho-so');
  await page.getByRole('link', { name: title }).first().click();
};

test('an officer writes one; what is wrong is named at its field; somebody is entered and proposed in one step', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/khen-thuong/ho-so');
    await check(page, 'dossiers-empty');
    await page.goto('/khen-thuong/ho-so/moi');
    await check(page, 'dossier-new');
    await page.locator('#o-year').fill('26');
    await press(page, 'Lưu hồ sơ');
    await wrongs(page).locator('a[href="#o-title"]').waitFor();
    await wrongs(page).locator('a[href="#o-year"]').waitFor();
    await check(page, 'dossier-new-refused');
    await page.locator('#o-title').fill(title);
    await page.locator('#o-year').fill('2026');
    await press(page, 'Lưu hồ sơ');
    assert.equal(await heading(page), title);
    await page.getByText('Chưa có trong sổ? Ghi mới và thêm vào hồ sơ').click();
    await page.locator('#o-kind').selectOption('person');
    await page.locator('#o-name').fill('Nguyễn Văn Mẫu');
    await page.locator('#o-danh-hieu').selectOption('bang-khen-tinh');
    await page.locator('#o-thanh-tich').fill('Vận động 40 hộ hiến đất làm đường.');
    await press(page, 'Thêm vào hồ sơ');
    await said(page, 'Đã thêm vào hồ sơ.');
    await check(page, 'dossier-draft');
  });
});

test('the report is held against the standard as it is saved, and a paper is attached and a list pasted without script', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await open(page);
    await page.getByRole('link', { name: 'Nguyễn Văn Mẫu' }).click();
    await page.locator('#o-until').fill('2025-01-01');
    await page
      .locator('#o-results')
      .fill('Trong năm đã vận động bốn mươi hộ hiến đất mở đường, góp sáu trăm ngày công.');
    await press(page, 'Lưu và kiểm tra lại');
    await said(page, 'Đã lưu báo cáo.');
    await said(page, /quá 06 tháng/);
    await said(page, 'Đối chiếu tiêu chuẩn');
    await check(page, 'dossier-report');
  });
  const story = async (page: Page) => {
    await open(page);
    await page.getByRole('link', { name: 'Giấy tờ', exact: true }).click();
    await page.locator('#o-loai').selectOption('minutes');
    await page.locator('#o-tep').setInputFiles({ name: 'bien-ban-mau.pdf', mimeType: 'application/pdf', buffer: pdf });
    await press(page, 'Đính kèm');
    await page.getByRole('link', { name: 'bien-ban-mau.pdf' }).waitFor();
    await open(page);
    await page.getByRole('link', { name: 'Dán danh sách nhiều đối tượng' }).click();
    await page.locator('#o-danh-hieu').selectOption('bang-khen-tinh');
    await page.locator('#o-danh-sach').fill('1. Trần Thị Mẫu; Y tá; Trực dịch mẫu\n2. Lê Văn Mẫu; Bảo vệ; Giữ đập mẫu');
    await press(page, 'Xem lại trước khi thêm');
    await page.getByText('Những ai sẽ được thêm').first().waitFor();
    await press(page, 'Thêm 2 đối tượng');
    await page.getByRole('link', { name: 'Lê Văn Mẫu' }).waitFor();
  };
  await scene.stage.as('officerOfAn', story, withoutScript);
  await scene.stage.as('officerOfAn', async (page) => {
    await open(page);
    await page.getByRole('link', { name: 'Giấy tờ', exact: true }).click();
    await check(page, 'dossier-papers');
    await open(page);
    await page.getByRole('link', { name: 'Dán danh sách nhiều đối tượng' }).click();
    await check(page, 'dossier-list');
  });
});

test('the head hands it in; a stranger with the code learns the stage and no name', async () => {
  let code = '';
  await scene.stage.as('headOfAn', async (page) => {
    await open(page);
    await page.getByText(/^Ký gửi khi còn thiếu/).click();
    await press(page, 'Ký gửi hồ sơ');
    await said(page, /Bổ sung, hoặc ghi lý do chưa có/);
    await check(page, 'dossier-lacking');
    await page.locator('#o-ly-do-submit').fill('Bản gốc nộp sau (mẫu)');
    await press(page, 'Ký gửi hồ sơ');
    assert.equal(await stageOf(page), 'Chờ tiếp nhận');
    code = /HS-26-\w{4}-\w{4}/.exec(await page.locator('main').innerText())?.[0] ?? '';
  });
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/khen-thuong/tra-cuu');
    await check(page, 'look-up');
    await page.locator('#o-ma').fill(code.toLowerCase());
    await page.getByRole('button', { name: 'Tra cứu' }).click();
    await page.getByRole('heading', { name: 'Đã gửi, chờ tiếp nhận' }).waitFor();
    assert.doesNotMatch(await page.locator('main').innerText(), /Nguyễn Văn Mẫu|Bằng khen|Mẫu An/);
    await check(page, 'look-up-found');
  });
});

test('the appraiser finds it in their work and returns it on a ground; the unit sees what it changed and hands in again', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/viec-cua-toi');
    await page.locator('.todo').getByRole('link', { name: title }).first().click();
    await page.getByText('Trả lại hồ sơ').first().click();
    await page.locator('#o-ly-do-return').fill('Nêu rõ số liệu.');
    await press(page, 'Trả lại hồ sơ');
    await said(page, /Chọn căn cứ pháp lý/);
    await page.locator('#o-can-cu-return').selectOption('report_form');
    await press(page, 'Trả lại hồ sơ');
    assert.equal(await stageOf(page), 'Đã trả lại đơn vị');
    await check(page, 'dossier-returned');
  });
  await scene.stage.as('officerOfAn', async (page) => {
    await open(page);
    await said(page, 'Nêu rõ số liệu.');
    await page.getByRole('link', { name: 'Nguyễn Văn Mẫu' }).click();
    await page
      .locator('#o-results')
      .fill('Trong năm đã vận động bốn mươi hai hộ hiến đất mở đường, góp sáu trăm ngày công.');
    await press(page, 'Lưu và kiểm tra lại');
    await page.getByRole('link', { name: 'Thay đổi', exact: true }).click();
    assert.match(await page.locator('mark').first().innerText(), /hộ|hai/);
    await check(page, 'dossier-changes');
  });
  await scene.stage.as('headOfAn', async (page) => {
    await open(page);
    await handIn(page);
  });
  await scene.stage.as('appraiser', async (page) => {
    await open(page);
    await said(page, 'Lý do của đơn vị: Bản gốc nộp sau (mẫu)');
    await press(page, 'Tiếp nhận hồ sơ');
    assert.equal(await stageOf(page), 'Đang thẩm định');
    await check(page, 'dossier-appraising');
    await page.goto('/khen-thuong/ho-so');
    await check(page, 'dossiers');
  });
  await scene.stage.as('officerOfBinh', async (page) => {
    await page.goto('/khen-thuong/ho-so');
    await page.getByText('Chưa có hồ sơ nào').first().waitFor();
  });
});

test('from the phone a head hands in a sudden one in one step, with a picture', async () => {
  const story = async (page: Page) => {
    await page.goto('/khen-thuong/ho-so/dot-xuat');
    await check(page, 'dossier-sudden');
    await page.locator('#o-name').fill('Vàng A Mẫu');
    await page.locator('#o-thanh-tich').fill('Cứu ba người khỏi dòng lũ.');
    await page.locator('#o-danh-hieu').selectOption('bang-khen-tinh');
    await page.locator('#o-tep').setInputFiles({ name: 'anh.pdf', mimeType: 'application/pdf', buffer: pdf });
    await press(page, 'Lưu và gửi');
    await page.getByRole('heading', { name: /đột xuất đối với Vàng A Mẫu/ }).waitFor();
    assert.equal(await stageOf(page), 'Chờ tiếp nhận');
  };
  await scene.stage.as('headOfAn', story, phone);
});
