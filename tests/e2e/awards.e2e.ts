/** Awards and rules as everybody reads them, a made-up case tried, and a rule renewed by two people, in the browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said, wrongs } from './hands.ts';

let scene: Scene;
before(async () => {
  scene = await openScene();
});
after(() => scene.close());

const list = '/khen-thuong/danh-muc';

test('a stranger reads which awards there are, their rules with the words of the law, and what was not read', async () => {
  await scene.stage.as('stranger', async (page) => {
    await page.goto(`${list}?cap=province&nhan=2026-01-15`);
    await page.getByRole('link', { name: 'Cờ thi đua cấp tỉnh' }).waitFor();
    assert.equal(await page.getByRole('link', { name: 'Giấy khen' }).count(), 0);
    await check(page, 'awards');
    await page.getByRole('link', { name: 'Cờ thi đua cấp tỉnh' }).click();
    await said(page, /Điểm a khoản 1 Điều 26/);
    await said(page, /Mặc định, tỉnh chưa xác nhận/);
    await check(page, 'award');
    await page
      .getByRole('link', { name: /Điều 26$/ })
      .first()
      .click();
    await said(page, /Nguyên văn Điều 26/);
    await check(page, 'award-rule');
    await page.goto(`${list}/co-thi-dua-tinh?nhan=2026-11-15`);
    await said(page, /không kết luận “đạt” hay “chưa đạt”/);
    await page.goto(`${list}/bo-quy-dinh/luat-06-2026-qh16`);
    await check(page, 'award-rule-set');
    await page.goto(`${list}/quy-dinh-chung?nhan=2026-07-01`);
    await said(page, '2.530.000 đồng');
    await check(page, 'award-general');
    await page.goto(`${list}/quy-dinh/moi`);
    assert.match(page.url(), /dang-nhap/);
  });
});

test('the list is taken away as it is seen', async () => {
  await scene.stage.as('stranger', async (page) => {
    await page.goto(list);
    const answer = await page.request.get(new URL(`${list}/tai.csv?cap=centre&nhan=2026-01-15`, page.url()).href);
    const lines = (await answer.text()).trim().split('\n');
    assert.ok(lines.some((line) => line.includes('Huân chương Lao động hạng Ba')));
    assert.ok(!lines.some((line) => line.includes('Giấy khen')));
  });
});

test('a made-up case is tried without script: each condition with article, finding and state', async () => {
  const story = async (page: Page) => {
    await page.goto(`${list}/thu?award=chien-si-thi-dua-tinh`);
    await page.locator('#o-nhan').fill('2026-01-15');
    await page.locator('#o-nam').fill('2025');
    for (const [at, year] of ['2024', '2025'].entries()) {
      await page.locator(`#o-danh-hieu-${at + 1}`).selectOption('chien-si-thi-dua-co-so');
      await page.locator(`#o-danh-hieu-nam-${at + 1}`).fill(at === 0 ? 'năm kia' : year);
    }
    await page.getByRole('button', { name: 'Đối chiếu tiêu chuẩn' }).click();
    await wrongs(page).locator('a[href="#o-danh-hieu-nam-1"]').waitFor();
    await page.locator('#o-danh-hieu-nam-1').fill('2024');
    await page.getByRole('button', { name: 'Đối chiếu tiêu chuẩn' }).click();
    await said(page, /Đã có 2\/3 năm liên tục/);
    assert.equal((await page.locator('.head-do').innerText()).trim(), 'Chưa đạt');
  };
  await scene.stage.as('stranger', story, withoutScript);
  await scene.stage.as('stranger', async (page) => {
    await page.goto(`${list}/thu?award=bang-khen-tinh&doi-tuong=collective&nhan=2026-01-15&nam=2025`);
    await check(page, 'award-try');
  });
});

test('an appraiser writes a new version of a rule line by line without script, and sees what it would say', async () => {
  const story = async (page: Page) => {
    await page.goto(`${list}/chien-si-thi-dua-tinh?nhan=2026-01-15`);
    await page.getByRole('link', { name: 'Đề xuất bản mới' }).first().click();
    const times = page.locator('#o-d-3-times');
    await times.fill('không');
    await page.locator('button[value=see]').first().click();
    await wrongs(page).locator('a[href="#o-d-3-times"]').waitFor();
    await page.locator('#o-d-3-times').fill('2');
    await page.getByRole('button', { name: 'Thêm dòng: dòng 3' }).click();
    assert.equal(await page.locator('#o-d-3-times').inputValue(), '2');
    await page.getByRole('button', { name: /^Bỏ dòng 4/ }).click();
    await page.locator('button[value=see]').first().click();
    await said(page, /trường hợp thay đổi nếu xét theo bản này/);
    await page.locator('#o-ly-do').fill('Văn bản mẫu đổi số năm');
    await press(page, 'Gửi đề xuất');
    await said(page, /Đã ghi đề xuất/);
    assert.equal(await page.getByRole('button', { name: 'Xác nhận áp dụng' }).count(), 0);
  };
  await scene.stage.as('appraiser', story, withoutScript);
});

test('the second person finds it among what is theirs to do, looks, and confirms; days that overlap are refused', async () => {
  await scene.stage.as('decidingAuthority', async (page) => {
    await page.goto('/viec-cua-toi');
    await page
      .locator('.todo')
      .getByRole('link', { name: /^Xác nhận quy định khen thưởng: Tiêu chuẩn/ })
      .first()
      .click();
    await said(page, /Kết quả trên các trường hợp đã ghi/);
    await check(page, 'award-rule-proposed');
    await press(page, 'Xác nhận áp dụng');
    await said(page, /Đã xác nhận/);
    await check(page, 'award-rule-confirmed');
  });
  await scene.stage.as('appraiser', async (page) => {
    await page.goto(`${list}/quy-dinh/moi?loai=rule&danh-hieu=chien-si-thi-dua-tinh&muc=luat-06-2022-qh15`);
    await check(page, 'award-rule-new');
    await page.goto(`${list}/quy-dinh/moi?loai=base_salary`);
    await page.locator('#o-tu-ngay').fill('2026-01-01');
    await page.locator('#o-nguon').fill('Nghị định mẫu');
    await page.locator('#o-muc-do').selectOption('second_hand');
    await page.locator('#o-nd-amount').fill('2.400.000');
    await page.locator('#o-ly-do').fill('Mẫu');
    await press(page, 'Gửi đề xuất');
    await wrongs(page).locator('a[href="#o-den-ngay"]').waitFor();
    await check(page, 'award-fact-overlaps');
    assert.match(await heading(page), /Mức lương cơ sở/);
  });
});
