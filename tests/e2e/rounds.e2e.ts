/** A quarter's round opened, a report written, presented, signed, returned, mended and received, in the browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, pdf, press, said, wrongs } from './hands.ts';

const name = 'Báo cáo quý mẫu';
const required = [1, 10, 11, 12, 13, 4, 6, 7, 8];

let scene: Scene;

before(async () => (scene = await openScene()));
after(() => scene.close());

const stageOf = (page: Page) => page.locator('.head-do').innerText();
const mine = async (page: Page, link: RegExp) => {
  await page.goto('/viec-cua-toi');
  await page.locator('.todo').getByRole('link', { name: link }).first().click();
};

/** A Saturday at least three weeks away. */
function saturday(): string {
  const day = new Date(Date.now() + 21 * 86_400_000);
  day.setUTCDate(day.getUTCDate() + ((6 - day.getUTCDay() + 7) % 7));
  return day.toISOString().slice(0, 10);
}

test('the appraiser opens a round; a due day on a Saturday moves and says so; one unit is exempted', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/ky-bao-cao');
    await check(page, 'rounds-none');
    await page.locator('main').getByRole('link', { name: 'Lập kỳ báo cáo' }).first().click();
    await check(page, 'round-new');
    await page.locator('#o-ten').fill(name);
    await press(page, 'Lập kỳ báo cáo');
    await wrongs(page).locator('a[href="#o-ky"]').waitFor();
    assert.equal(await page.locator('#o-ten').inputValue(), name);
    await check(page, 'round-refused');
    await page.locator('#o-ky').selectOption({ index: 1 });
    await page.locator('#o-han').fill(saturday());
    await press(page, 'Lập kỳ báo cáo');
    assert.equal(await heading(page), name);
    await said(page, /trúng ngày nghỉ, nên chuyển sang ngày làm việc tiếp theo/);
    await said(page, /mẫu mặc định của hệ thống/);
    await check(page, 'round-draft');
    await press(page, 'Mở kỳ báo cáo');
    assert.equal(await stageOf(page), 'Đang nhận báo cáo');
    await page.locator('summary', { hasText: 'Miễn báo cáo cho một đơn vị' }).click();
    await page.locator('#o-don-vi-exempt').selectOption({ index: 3 });
    await page.locator('#o-ly-do-exempt').fill('Đơn vị mẫu mới thành lập');
    await press(page, 'Miễn báo cáo');
    await said(page, 'Lý do: Đơn vị mẫu mới thành lập');
    await check(page, 'round-open');
  });
});

test('the officer writes from the list of work, without script; what must be there is asked for before it is presented', async () => {
  const story = async (page: Page) => {
    await mine(page, /^Viết báo cáo: Báo cáo quý mẫu/);
    for (const at of required.slice(1)) await page.locator(`#o-muc-${at}`).fill(`Nội dung mục ${at}`);
    await press(page, 'Lưu và trình thủ trưởng');
    await wrongs(page).locator('a[href="#o-muc-1"]').waitFor();
    assert.equal(await page.locator('#o-muc-8').inputValue(), 'Nội dung mục 8');
    await page.locator('#o-muc-1').fill('Kết quả đề án số 17');
    await press(page, 'Lưu nháp');
    await said(page, /Có nhắc đến đề án DA-17/);
    await page.locator('#o-muc-1').fill('Đã ban hành kế hoạch');
    await press(page, 'Lưu và trình thủ trưởng');
    assert.equal(await stageOf(page), 'Chờ thủ trưởng ký');
  };
  await scene.stage.as('officerOfAn', story, withoutScript);
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/ky-bao-cao');
    await page.getByRole('link', { name }).click();
    await check(page, 'round-of-unit');
    await page.locator('table').last().locator('tbody a').first().click();
    assert.equal(await page.getByRole('button', { name: 'Lưu, ký và gửi' }).count(), 0);
    await check(page, 'report-presented');
  });
});

test('the head signs, the appraiser returns it with a reason, and the unit finds it among its work', async () => {
  await scene.stage.as('headOfAn', async (page) => {
    await mine(page, /^Ký gửi báo cáo/);
    await press(page, 'Lưu, ký và gửi');
    assert.equal(await stageOf(page), 'Đã gửi');
    await said(page, 'Đã ban hành kế hoạch');
    await check(page, 'report-signed');
  });
  await scene.stage.as('appraiser', async (page) => {
    await mine(page, /^Tiếp nhận 1 báo cáo/);
    await page.locator('table').last().locator('tbody a').first().click();
    await check(page, 'report-to-decide');
    await press(page, 'Trả lại');
    await wrongs(page).locator('a[href="#o-ly-do"]').waitFor();
    await page.locator('#o-ly-do').fill('Bổ sung mô hình');
    await press(page, 'Trả lại');
    await said(page, 'Bổ sung mô hình');
  });
  await scene.stage.as('officerOfAn', async (page) => {
    await mine(page, /^Sửa báo cáo bị trả lại/);
    await said(page, 'Bổ sung mô hình');
    await check(page, 'report-returned');
    await page.locator('#o-muc-6').fill('Mô hình mẫu');
    await press(page, 'Lưu nháp');
    await said(page, 'Đã lưu nháp. Báo cáo chưa được gửi.');
  });
});

test('of two who edit at once the second chooses between both, and the report is received', async () => {
  await scene.stage.as('headOfAn', async (page, context) => {
    await mine(page, /^Sửa báo cáo bị trả lại/);
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('#o-muc-9').fill('Bản của người khác');
    await press(other, 'Lưu nháp');
    await said(other, 'Đã lưu nháp. Báo cáo chưa được gửi.');
    await page.locator('#o-muc-9').fill('Bản của tôi');
    await press(page, 'Lưu, ký và gửi');
    await said(page, 'Bản của người khác');
    await check(page, 'report-raced');
    await page.getByLabel('Dùng nội dung của tôi').check();
    await press(page, 'Lưu, ký và gửi');
    assert.equal(await stageOf(page), 'Đã gửi');
    await said(page, 'Bản của tôi');
  });
  await scene.stage.as('appraiser', async (page) => {
    await mine(page, /^Tiếp nhận 1 báo cáo/);
    await page.locator('table').last().locator('tbody a').first().click();
    await press(page, 'Tiếp nhận');
    assert.equal(await stageOf(page), 'Đã tiếp nhận');
    await page.goto('/ky-bao-cao');
    await check(page, 'rounds');
    await page.getByRole('link', { name }).click();
    await said(page, /Đã tiếp nhận/);
    await check(page, 'round-received');
  });
});

test('a newer edition of the form is made and published; the open round is put off and moves to it', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/mau-bao-cao');
    await page.locator('tbody a').first().click();
    await press(page, 'Lập bản mới');
    await page.getByRole('link', { name: 'Thêm mục' }).click();
    await page.locator('#o-tieu-de').fill('Mục mẫu mới');
    await press(page, 'Lưu mục');
    await said(page, 'Đã lưu mục.');
    const act = (name: RegExp) => page.getByRole('button', { name }).click();
    await act(/^Lên.*Mục mẫu mới$/);
    await said(page, 'Đã đổi thứ tự các mục.');
    await act(/^Bỏ mục.*Nhiệm vụ trọng tâm kỳ tới$/);
    await said(page, 'Đã bỏ mục khỏi bản đang soạn.');
    const headings = await page.locator('tbody b').allInnerTexts();
    assert.match(headings.at(-2) ?? '', /Mục mẫu mới$/);
    assert.ok(!headings.join(' ').includes('Nhiệm vụ trọng tâm'));
    await check(page, 'form-draft');
    await press(page, 'Ban hành bản này');
    await said(page, /^Đã ban hành/);
    await page.goto('/ky-bao-cao');
    await page.getByRole('link', { name }).click();
    await page.locator('summary', { hasText: 'Lùi hạn gửi' }).click();
    await page.locator('#o-han-postpone').fill(`${new Date().getFullYear() + 1}-03-01`);
    await page.locator('#o-ly-do-postpone').fill('Mưa lũ');
    await press(page, 'Lùi hạn gửi');
    await said(page, /^Đã lùi hạn gửi/);
    await page.locator('summary', { hasText: 'Chuyển sang bản mẫu mới hơn' }).click();
    await page.locator('#o-ly-do-reform').fill('Bổ sung mục');
    await press(page, 'Chuyển sang bản mẫu mới hơn');
    await said(page, /^Đã chuyển kỳ sang bản mẫu mới/);
    await check(page, 'round-amended');
  });
});

test('a unit finds the new section, and hangs a paper on its report and takes it off again', async () => {
  await scene.stage.as('officerOfBinh', async (page) => {
    await mine(page, /^Viết báo cáo: Báo cáo quý mẫu/);
    await said(page, /Mục mẫu mới/);
    await page.locator('#o-muc-1').fill('Viết dở');
    await page.locator('#o-tep-15').setInputFiles({ name: 'phu-luc.pdf', mimeType: 'application/pdf', buffer: pdf });
    await press(page, 'Lưu và kèm tệp');
    await said(page, /^Đã kèm tệp/);
    await check(page, 'report-with-paper');
    await page.getByRole('button', { name: /^Bỏ tệp/ }).click();
    await said(page, /^Đã bỏ tệp/);
    assert.equal(await page.locator('#o-muc-1').inputValue(), 'Viết dở');
  });
});
