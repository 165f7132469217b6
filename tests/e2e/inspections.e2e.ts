/** A programme approved, an inspection held, its finding answered, returned, answered and closed, in the browser. */
import { addDays, plainDateIn } from '../../app/kernel/calendar.ts';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withoutScript } from './browser.ts';
import { codes } from './cast.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said, wrongs } from './hands.ts';

const year = new Date().getFullYear();
const day = (offset: number) => addDays(plainDateIn(new Date()), offset);
/** The inspection lies in this year, whatever day it is. */
const held = day(-1).startsWith(String(year)) ? day(-1) : day(0);

let scene: Scene;

before(async () => (scene = await openScene()));
after(() => scene.close());

const stageOf = (page: Page) => page.locator('.head-do').innerText();
const mine = async (page: Page, link: RegExp) => {
  await page.goto('/viec-cua-toi');
  await page.locator('.todo').getByRole('link', { name: link }).first().click();
};

test('the appraiser drafts a programme, plans an inspection in it and notes its paper', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/kiem-tra');
    await check(page, 'inspections-none');
    await page.goto('/kiem-tra/chuong-trinh');
    await check(page, 'programmes-none');
    await page.getByRole('link', { name: 'Lập chương trình kiểm tra' }).first().click();
    await check(page, 'programme-new');
    await page.locator('#o-title').fill('Chương trình kiểm tra mẫu');
    await press(page, 'Lưu nháp');
    await wrongs(page).locator('a[href="#o-purpose"]').waitFor();
    assert.equal(await page.locator('#o-title').inputValue(), 'Chương trình kiểm tra mẫu');
    await page.locator('#o-purpose').fill('Xem việc thực hiện phong trào.');
    await press(page, 'Lưu nháp');
    assert.equal(await stageOf(page), 'Đang lập');
    await check(page, 'programme-draft');
    await page.getByRole('link', { name: 'Thêm cuộc kiểm tra' }).click();
    await check(page, 'inspection-new');
    await page.locator('#o-unit').selectOption(scene.cast.units.communeAn);
    await page.locator('#o-title').fill('Kiểm tra mẫu xã');
    await page.locator('#o-content').fill('Việc lập kế hoạch');
    await page.locator('#o-firstDay').fill(held);
    await page.locator('#o-lastDay').fill(held);
    await press(page, 'Lưu');
    await wrongs(page).locator('a[href="#o-member"]').waitFor();
    await page.locator('#o-member').fill('Người Mẫu Thẩm Định');
    await press(page, 'Lưu');
    await said(page, 'Đã lưu cuộc kiểm tra.').catch(() => undefined);
    await page.locator('#o-number').fill('25/KH-MAU');
    await page.locator('#o-date').fill(day(0));
    await press(page, 'Ghi nhận ban hành');
    assert.equal(await stageOf(page), 'Đã ban hành');
    await check(page, 'programme-approved');
  });
});

test('before its day an inspection says when minutes can be written, and offers none of it', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/kiem-tra/moi');
    await page.locator('#o-unit').selectOption(scene.cast.units.communeBinh);
    await page.locator('#o-title').fill('Kiểm tra mẫu sắp tới');
    await page.locator('#o-outsideReason').fill('Theo phản ánh mẫu');
    await page.locator('#o-content').fill('Việc lập kế hoạch');
    for (const name of ['firstDay', 'lastDay']) await page.locator(`#o-${name}`).fill(day(30));
    await page.locator('#o-member').fill('Người Mẫu Thẩm Định');
    await press(page, 'Lưu');
    await page.goto('/kiem-tra');
    await page.getByRole('link', { name: 'Kiểm tra mẫu sắp tới' }).click();
    await said(page, /^Dự kiến kiểm tra từ ngày/);
    for (const name of ['Ghi biên bản', 'Thêm tồn tại', 'Chốt biên bản'])
      assert.equal(await page.locator('main').getByText(name, { exact: true }).count(), 0, name);
    await check(page, 'inspection-to-come');
  });
});

test('the unit knows of it; minutes and a finding are written without script, closed and printed', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/kiem-tra');
    await page.getByRole('link', { name: 'Kiểm tra mẫu xã' }).click();
    await said(page, /Biên bản và tồn tại chỉ đoàn kiểm tra/);
    await check(page, 'inspection-planned-seen');
  });
  await scene.stage.as(
    'appraiser',
    async (page) => {
      await page.goto('/kiem-tra');
      await page.getByRole('link', { name: 'Kiểm tra mẫu xã' }).click();
      await said(page, 'Kết quả kiểm tra: Chưa ghi kết quả kiểm tra.');
      assert.equal(await page.getByRole('button', { name: 'Chốt biên bản' }).count(), 0);
      await page.getByRole('link', { name: 'Ghi biên bản' }).click();
      await page.locator('#o-heldOn').fill(held);
      await page.locator('#o-attendees').fill('Đoàn kiểm tra và đơn vị');
      await page.locator('#o-results').fill('Chưa đăng ký chỉ tiêu');
      await press(page, 'Lưu nháp');
      await page.getByRole('link', { name: 'Thêm tồn tại' }).click();
      await page.locator('#o-statement').fill('Chưa đăng ký chỉ tiêu');
      await page.locator('#o-remedy').fill('Đăng ký chỉ tiêu trong năm');
      await page.locator('#o-dueOn').fill(day(-3));
      await press(page, 'Lưu');
      await wrongs(page).locator('a[href="#o-dueOn"]').waitFor();
      await page.locator('#o-dueOn').fill(day(20));
      await press(page, 'Lưu');
      await press(page, 'Chốt biên bản');
      assert.equal(await stageOf(page), 'Đã chốt biên bản');
    },
    withoutScript,
  );
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto('/kiem-tra');
    await page.getByRole('link', { name: 'Kiểm tra mẫu xã' }).click();
    await said(page, 'Đăng ký chỉ tiêu trong năm');
    await check(page, 'inspection-held');
    for (const format of ['docx', 'pdf']) {
      const path = await page.locator(`a[href$="/bien-ban/tai/${format}"]`).getAttribute('href');
      const answer = await page.request.get(path ?? '');
      assert.equal(answer.status(), 200, format);
      assert.ok((await answer.body()).length > 5_000);
    }
  });
});

test('the finding is answered, returned with a reason, answered again and closed by the other side', async () => {
  const answer = async (page: Page, link: RegExp, words: string) => {
    await mine(page, link);
    await page.locator('#o-said').fill(words);
    await press(page, 'Báo cáo kết quả khắc phục');
    await said(page, 'Đã gửi báo cáo khắc phục. Chờ cơ quan kiểm tra xem xét.');
  };
  await scene.stage.as('officerOfAn', async (page) => {
    await answer(page, /^Khắc phục tồn tại/, 'Đã đăng ký');
    await check(page, 'finding-answered');
  });
  await scene.stage.as('appraiser', async (page) => {
    await mine(page, /^Xem xét kết quả khắc phục/);
    await check(page, 'finding-to-decide');
    await press(page, 'Yêu cầu khắc phục lại');
    await wrongs(page).locator('a[href="#o-reason"]').waitFor();
    await page.locator('#o-reason').fill('Thiếu mức cụ thể');
    await press(page, 'Yêu cầu khắc phục lại');
  });
  await scene.stage.as('officerOfAn', (page) => answer(page, /^Khắc phục lại/, 'Đã ghi mức'));
  await scene.stage.as('appraiser', async (page) => {
    await mine(page, /^Xem xét kết quả khắc phục/);
    await press(page, 'Xác nhận đã khắc phục');
    assert.equal(await stageOf(page), 'Khắc phục đúng hạn');
    await page.goto('/kiem-tra/ton-tai');
    assert.equal(await heading(page), 'Không còn tồn tại nào chưa khắc phục');
    await said(page, /^100(,0)?%$/);
    await check(page, 'findings');
  });
  await scene.stage.as('officerOfBinh', async (page) => {
    await page.goto('/kiem-tra/ton-tai');
    await said(page, 'Không có tồn tại nào');
    await page.goto(`/kiem-tra?don-vi=${codes.communeAn}`);
    assert.equal(await page.getByText('Kiểm tra mẫu xã').count(), 0);
  });
});
