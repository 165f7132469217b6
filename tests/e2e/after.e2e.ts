/** After a decision, in the browser: the fund and a list of payment, an award taken back and its money returned, a complaint, statistics. */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { createHolder } from '../../app/features/register/holders.server.ts';
import { enterPastHonour } from '../../app/features/register/honours.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { phone, withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said, wrongs } from './hands.ts';
import { as } from './plant.ts';

const year = new Date().getFullYear();
const today = plainDateIn(new Date());
const holder = 'Nguyễn Văn Mẫu Sau';
const number = 'MAU-7/QĐ-UBND';

let scene: Scene;
/** The decision to revoke, signed and sealed. */
let paper: Buffer;
before(async () => {
  scene = await openScene({ SIGNING: 'development' });
  const { app, cast } = scene;
  const { appraiser } = cast.people;
  const id = newId();
  const typed = { kind: 'person', name: holder, source: 'Hồ sơ mẫu' };
  await as(app, appraiser, (context) => createHolder(context, app.seal, { id, unitId: cast.units.communeAn, typed }));
  const honour = {
    award: 'bang-khen-tinh',
    year: String(year - 1),
    kind: 'merit',
    number,
    date: `${year}-01-02`,
    decidedBy: 'Chủ tịch Ủy ban nhân dân tỉnh',
    source: 'Hồ sơ mẫu',
  };
  await as(app, appraiser, (context) => enterPastHonour(context, { id: newId(), holderId: id, typed: honour }));
});
after(() => scene.close());

const openFund = async (page: Page) => {
  await page.goto('/khen-thuong/quy');
  await page.locator('main tbody a').first().click();
};

test('a fund is opened; what is wrong of a line is named at its field; what was typed stays', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/khen-thuong/quy');
    await check(page, 'funds-empty');
    await page.getByRole('link', { name: 'Mở sổ quỹ' }).click();
    await check(page, 'fund-new');
    await press(page, 'Mở sổ quỹ');
    await said(page, 'Đã mở sổ.');
    await page.locator('#o-kind').selectOption('allocation');
    await page.locator('#o-amount').fill('mười triệu');
    await page.locator('#o-onDate').fill(today);
    await page.locator('#o-what').fill('Ngân sách cấp');
    await press(page, 'Ghi vào sổ');
    await wrongs(page).locator('a[href="#o-amount"]').waitFor();
    assert.equal(await page.locator('#o-what').inputValue(), 'Ngân sách cấp');
    await check(page, 'fund-refused');
    await page.locator('#o-amount').fill('50.000.000');
    await press(page, 'Ghi vào sổ');
    await said(page, /còn 50\.000\.000 đồng/);
    await check(page, 'fund');
  });
});

test('a bonus explains itself and is paid, without script too; a line is struck by one against it', async () => {
  await scene.stage.as(
    'appraiser',
    async (page) => {
      await openFund(page);
      await page.getByRole('link', { name: 'Chi tiền thưởng' }).click();
      await page.getByRole('link', { name: new RegExp(number) }).click();
      await page.locator('#o-onDate').fill(today);
      await page.locator('#o-voucher').fill('PC 1');
      await page.getByRole('button', { name: 'Ghi đã chi' }).click();
      await wrongs(page).getByText('Chưa chọn trường hợp nào').waitFor();
      await page.getByLabel(holder).check();
      await page.getByRole('button', { name: 'Ghi đã chi' }).click();
      await said(page, 'Đã ghi chi tiền thưởng.');
    },
    withoutScript,
  );
  await scene.stage.as('appraiser', async (page) => {
    await openFund(page);
    await page.getByRole('link', { name: 'Chi tiền thưởng' }).click();
    await check(page, 'dues');
    await page.getByRole('link', { name: new RegExp(number) }).click();
    await check(page, 'payment-list');
    await openFund(page);
    await page.getByRole('link', { name: 'Điều chỉnh dòng 1' }).click();
    await check(page, 'fund-correct');
    await page.locator('#o-ly-do').fill('Nhầm');
    await press(page, 'Điều chỉnh');
    await said(page, /Quỹ còn/);
  });
});

test('an award is proposed to be taken back, appraised, decided; its money comes back into the ledger', async () => {
  await scene.stage.as('headOfAn', async (page) => {
    await page.goto(`/khen-thuong/huy-bo/moi?q=${encodeURIComponent(holder)}`);
    await check(page, 'revocation-find');
    await page.getByRole('link', { name: `Đề nghị hủy bỏ: ${holder}` }).click();
    await press(page, 'Lưu nháp');
    await wrongs(page).locator('a[href="#o-ground"]').waitFor();
    await page.getByLabel(/^Điểm a:/).check();
    await page.locator('#o-statement').fill('Kết luận mẫu số 01/KL.');
    await check(page, 'revocation-new');
    await press(page, 'Lưu nháp');
    await press(page, 'Ký gửi đề nghị');
    await said(page, 'Đã gửi đề nghị, chờ thẩm định.');
  });
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/viec-cua-toi');
    await page
      .locator('.todo')
      .getByRole('link', { name: /^Hủy bỏ khen thưởng/ })
      .first()
      .click();
    await page.locator('#o-ly-do-appraise').fill('Đủ căn cứ');
    await press(page, 'Ghi ý kiến thẩm định');
    await check(page, 'revocation-appraised');
  });
  await scene.stage.as('decidingAuthority', async (page) => {
    await page.goto('/khen-thuong/huy-bo');
    await check(page, 'revocations');
    await page.getByRole('link', { name: holder }).click();
    await page.locator('#o-signer').fill('');
    await press(page, 'Quyết định hủy bỏ, lấy số');
    await wrongs(page).locator('a[href="#o-signer"]').waitFor();
    await page.locator('#o-signer').fill('Người Mẫu Chủ Tịch');
    await press(page, 'Quyết định hủy bỏ, lấy số');
    await said(page, /Đã lấy số/);
    await check(page, 'revocation-numbered');
    await press(page, 'Ký số');
    await said(page, 'Đã ký.');
  });
  await scene.stage.as(
    'appraiser',
    async (page) => {
      await page.goto('/khen-thuong/huy-bo');
      await page.getByRole('link', { name: holder }).click();
      await press(page, 'Đóng dấu (ký số của cơ quan)');
      await said(page, 'Đã đóng dấu.');
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: 'Bản đã ký và đóng dấu (PDF)' }).click(),
      ]);
      paper = await readFile(await download.path());
      await press(page, 'Ban hành');
      await said(page, /Đã ban hành quyết định hủy bỏ/);
    },
    withoutScript,
  );
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/khen-thuong/huy-bo');
    await page.getByRole('link', { name: holder }).click();
    await check(page, 'revocation-decided');
  });
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/xac-minh');
    await page.locator('#o-tep').setInputFiles({ name: 'huy-bo.pdf', mimeType: 'application/pdf', buffer: paper });
    await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
    await said(page, /giống từng byte với quyết định đã ban hành/);
    await check(page, 'revocation-verified');
  });
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/khen-thuong/huy-bo');
    await page.getByRole('link', { name: holder }).click();
    await page.getByText('Ghi đã thu hồi: Tiền thưởng').click();
    const form = page.locator('details[open] form');
    await form.getByLabel('Ngày nộp').fill(today);
    await form.getByLabel('Số phiếu thu').fill('PT 1');
    await form.getByRole('button').click();
    await said(page, 'Đã ghi thu hồi.');
    await openFund(page);
    await said(page, /còn 50\.000\.000 đồng/);
  });
});

test('a complaint is received with its sender sealed, accepted and answered', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/khen-thuong/khieu-nai/moi');
    await page.locator('#o-kind').selectOption('complaint');
    await page.locator('#o-about').fill('Việc mẫu');
    await press(page, 'Ghi tiếp nhận');
    await wrongs(page).locator('a[href="#o-content"]').waitFor();
    await page.locator('#o-content').fill('Nội dung mẫu');
    await page.locator('#o-sender').fill('Người Mẫu Gửi');
    await check(page, 'complaint-new');
    await press(page, 'Ghi tiếp nhận');
    await said(page, 'Đã niêm phong');
    await press(page, 'Xem người gửi');
    await said(page, 'Người Mẫu Gửi');
    await press(page, 'Thụ lý');
    await check(page, 'complaint');
    await page.goto('/khen-thuong/khieu-nai');
    await check(page, 'complaints');
  });
});

test('statistics on a phone: a figure opens its list', async () => {
  await scene.stage.as(
    'appraiser',
    async (page) => {
      await page.goto('/khen-thuong/thong-ke?huy-bo=ca');
      assert.equal(await heading(page), '1 lượt khen thưởng');
      await check(page, 'honour-statistics');
      await page.locator('main table a').first().click();
      await said(page, holder);
      await check(page, 'honours');
    },
    phone,
  );
});

test('a stranger reads the statistics as published: nothing of what only the register knows', async () => {
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/khen-thuong');
    await page.getByRole('link', { name: 'Thống kê khen thưởng' }).click();
    assert.match(await heading(page), /^0 lượt khen thưởng đã công bố/);
    await said(page, 'Xem mọi quyết định đã công bố');
    assert.doesNotMatch(await page.locator('main').innerText(), /Mẫu Sau|MAU-/);
    await check(page, 'honour-statistics-public');
    await page.goto('/khen-thuong/thong-ke/danh-sach');
    assert.match(page.url(), /dang-nhap/);
  });
});

test('what goes to the centre is empty with a first step; a neighbour sees nothing of all this', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/khen-thuong/trung-uong');
    await check(page, 'central-dossiers');
  });
  await scene.stage.as('officerOfBinh', async (page) => {
    for (const path of ['quy', 'huy-bo', 'khieu-nai', 'trung-uong', 'thong-ke']) {
      await page.goto(`/khen-thuong/${path}?huy-bo=ca`);
      assert.doesNotMatch(await page.locator('main').innerText(), /Mẫu Sau|MAU-/);
    }
  });
});
