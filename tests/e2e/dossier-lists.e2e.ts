/** A list of nominees brought as a file, namesakes chosen, a mixed dossier split, alike reports looked through and judged, in the browser. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { phone, withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { handIn, heading, openScene, press, said } from './hands.ts';

const title = 'Về việc đề nghị khen thưởng theo danh sách mẫu';
const story =
  'Trong năm đã vận động bốn mươi hộ trong thôn hiến hơn hai nghìn mét vuông đất vườn để mở rộng con đường vào khu sản xuất, tự tay dỡ hàng rào nhà mình trước.';
const head =
  'Loại đối tượng,"Họ và tên, tên gọi","Chức vụ, nghề nghiệp","Danh hiệu, hình thức đề nghị",Tóm tắt thành tích';
const row = (name: string, award: string, kind = 'Cá nhân') => `${kind},${name},Nông dân,${award},"${story}"`;
const province = 'Bằng khen của Chủ tịch Ủy ban nhân dân cấp tỉnh';
const sheet = (...lines: readonly string[]) => Buffer.from(`\uFEFF${[head, ...lines].join('\r\n')}\r\n`);

let scene: Scene;
before(async () => {
  scene = await openScene();
});
after(() => scene.close());

const open = async (page: Page) => {
  await page.goto('/khen-thuong/ho-so');
  await page.getByRole('link', { name: title }).first().click();
};

async function upload(page: Page, buffer: Buffer): Promise<void> {
  await open(page);
  await page.getByRole('link', { name: 'Nạp danh sách từ Excel, CSV' }).click();
  await page.locator('#o-tep').setInputFiles({ name: 'danh-sach.csv', mimeType: 'text/csv', buffer });
  await press(page, 'Tải lên và xem trước');
}

async function confirm(page: Page): Promise<void> {
  await page
    .locator('main')
    .getByRole('button', { name: /^Xác nhận|^Nạp/ })
    .first()
    .click();
  for (let at = 0; at < 60 && (await page.getByRole('link', { name: 'Về hồ sơ' }).count()) === 0; at += 1) {
    await page.waitForTimeout(500);
    await page.reload();
  }
  await page.getByRole('link', { name: 'Về hồ sơ' }).click();
}

test('a file is previewed, its wrong cells are named, and without script it brings the list', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/khen-thuong/ho-so/moi');
    await page.locator('#o-title').fill(title);
    await page.locator('#o-year').fill('2026');
    await press(page, 'Lưu hồ sơ');
    await page.getByRole('link', { name: 'Nạp danh sách từ Excel, CSV' }).click();
    await check(page, 'dossier-excel');
    await upload(page, sheet(row('Sùng A Mẫu', 'Huy hiệu không có')));
    await said(page, /Không có danh hiệu, hình thức “Huy hiệu không có”/);
    await check(page, 'dossier-excel-faults');
  });
  const bring = async (page: Page) => {
    await upload(page, sheet(row('Sùng A Mẫu', province), row('Lò Thị Mẫu', 'Giấy khen')));
    await said(page, /tách hồ sơ trước khi ký gửi/);
    await confirm(page);
    await page.getByRole('link', { name: 'Lò Thị Mẫu' }).waitFor();
  };
  await scene.stage.as('officerOfAn', bring, withoutScript);
});

test('a namesake of the register is shown and chosen before anything is added', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await upload(page, sheet(row('Lò Thị Mẫu', province).replace('Nông dân', 'Y tá')));
    assert.match(await heading(page), /1 dòng có thể là/);
    await check(page, 'dossier-choose-holders');
    await page.locator('main select').first().selectOption({ index: 1 });
    await press(page, 'Lưu lựa chọn, xem trước');
    await confirm(page);
    assert.equal(await page.getByRole('link', { name: 'Lò Thị Mẫu' }).count(), 2);
  });
});

test('the mixed dossier says so, shows what goes where, and is split', async () => {
  await scene.stage.as(
    'officerOfAn',
    async (page) => {
      await open(page);
      await page.getByRole('link', { name: 'Tách hồ sơ', exact: true }).click();
      await check(page, 'dossier-split');
      await press(page, 'Tách thành 2 hồ sơ');
      await said(page, 'Đã tách hồ sơ.');
      await said(page, /Đã tách sang/);
    },
    phone,
  );
});

test('alike reports are looked through by a job; whoever appraises judges a pair, and the next look knows it', async () => {
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto('/khen-thuong/ho-so');
    // What was handed in last stands first: the second is the one that is still written.
    for (let left = 2; left > 0; left -= 1) {
      await page.getByRole('link', { name: title }).nth(1).click();
      await handIn(page);
      await page.goto('/khen-thuong/ho-so');
    }
  });
  await scene.stage.as('appraiser', async (page) => {
    // The two have one title; what the commune decides itself the province reads and does not receive.
    for (const at of [0, 1]) {
      await page.goto('/khen-thuong/ho-so');
      await page.getByRole('link', { name: title }).nth(at).click();
      await page.getByRole('link', { name: 'Giấy tờ' }).first().waitFor();
      if ((await page.locator('main').getByRole('button', { name: 'Tiếp nhận hồ sơ' }).count()) > 0) break;
    }
    await press(page, 'Tiếp nhận hồ sơ');
    await page.getByRole('link', { name: 'Rà báo cáo giống nhau cả hồ sơ' }).click();
    await check(page, 'dossier-looks');
    await page
      .locator('main')
      .getByRole('button', { name: /^Rà hồ sơ/ })
      .click();
    for (let at = 0; at < 60 && (await page.getByRole('link', { name: /^So sánh/ }).count()) === 0; at += 1) {
      await page.waitForTimeout(500);
      await page.reload();
    }
    await check(page, 'dossier-look');
    await page
      .getByRole('link', { name: /^So sánh/ })
      .first()
      .click();
    await check(page, 'dossier-compare');
    await press(page, 'Ghi kết luận');
    await said(page, 'Chọn một kết luận.');
    await page.getByLabel('Sao chép').check();
    await page.locator('#o-ly-do').fill('Chép nguyên một đoạn của nhau.');
    await press(page, 'Ghi kết luận');
    await said(page, 'Đã ghi kết luận.');
    await said(page, /Sao chép: Chép nguyên một đoạn/);
  });
});
