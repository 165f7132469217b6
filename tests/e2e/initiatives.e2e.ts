/** An initiative written, submitted, compared, given points, recognised and taken over, in the browser; an article found in the library. */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, pdf, press, said, wrongs } from './hands.ts';
import { plantKnownInitiatives } from './plant-initiatives.ts';

const title = 'Mô hình mẫu tổ liên gia đọc báo';
const today = plainDateIn(new Date());

let scene: Scene;
before(async () => {
  scene = await openScene();
  await plantKnownInitiatives(scene.app, scene.cast);
});
after(() => scene.close());

const stageOf = (page: Page) => page.locator('.head-do').innerText();
const open = async (page: Page, name = title) => {
  await page.goto('/sang-kien');
  await page.getByRole('link', { name }).first().click();
};

test('an officer writes one; what is wrong is named at its field; what is alike is shown', async () => {
  await scene.stage.as('officerOfAn', async (page) => {
    await page.goto('/sang-kien/moi');
    await check(page, 'initiative-new');
    await page.locator('#o-title').fill(title);
    await page.locator('#o-tac-gia-0-name').fill('Người Mẫu Đọc Báo');
    await page.locator('#o-tac-gia-0-share').fill('một trăm');
    await press(page, 'Lưu nháp');
    await wrongs(page).locator('a[href="#o-kind"]').waitFor();
    await wrongs(page).locator('a[href="#o-tac-gia-0-share"]').waitFor();
    await check(page, 'initiative-new-refused');
    await page.locator('#o-kind').selectOption('model');
    await page.locator('#o-tac-gia-0-share').fill('100');
    await page.locator('#o-problem').fill('Người già trong tổ ít được nghe tin tức chính thống.');
    await page
      .locator('#o-novelty')
      .fill('MOI TO DAN CU nhận nấu một ngày trong tuần, thực phẩm do các hộ góp, thanh niên mang đến tận nhà.');
    await press(page, 'Lưu nháp');
    assert.equal(await heading(page), title);
    await said(page, /Chưa có hiệu quả bằng số/);
    await said(page, /nội dung bản này có trong bản kia/);
    await check(page, 'initiative-draft');
  });
});

test('it is completed without script, with evidence, and the head submits it', async () => {
  const story = async (page: Page) => {
    await open(page);
    await page.getByRole('link', { name: 'Sửa nội dung' }).click();
    await page.locator('#o-effect').fill('Cả tổ biết tin đúng.');
    await page.locator('#o-appliedAt').fill('Tổ 5, từ đầu năm');
    await page.locator('#o-so-0-what').fill('Người nghe');
    await page.locator('#o-so-0-unitOfMeasure').fill('người');
    await page.locator('#o-so-0-after').fill('31');
    await press(page, 'Lưu thay đổi');
    await page.locator('#o-tep-moi').setInputFiles({ name: 'anh-mau.pdf', mimeType: 'application/pdf', buffer: pdf });
    await press(page, 'Đính kèm');
    await page.getByRole('link', { name: 'anh-mau.pdf' }).waitFor();
  };
  await scene.stage.as('officerOfAn', story, withoutScript);
  await scene.stage.as('headOfAn', async (page) => {
    await open(page);
    await press(page, 'Ký gửi');
    assert.equal(await stageOf(page), 'Chờ xem xét');
  });
});

test('the appraiser sees the shared passage marked, judges it, opens a panel and seats members', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/viec-cua-toi');
    await page
      .locator('.todo')
      .getByRole('link', { name: /^Xem xét 1 sáng kiến/ })
      .first()
      .click();
    await page.getByRole('link', { name: title }).first().click();
    await page.getByRole('link', { name: 'Mô hình mẫu' }).last().click();
    assert.match((await page.locator('mark').first().innerText()).toLowerCase(), /moi to dan cu/);
    await check(page, 'initiative-compare');
    await page.getByLabel('Khác nhau').check();
    await page.locator('#o-ly-do').fill('Việc khác nhau, chỉ giống cách chia tổ');
    await press(page, 'Ghi kết luận');
    await said(page, /Khác nhau: Việc khác nhau/);
    await press(page, 'Đưa ra chấm ở tỉnh');
    for (const name of ['Người Mẫu Kiểm Soát', 'Người Mẫu Chủ Tịch', 'Người Mẫu Phụ Trách']) {
      const value = await page.locator('#o-nguoi option', { hasText: name }).first().getAttribute('value');
      await page.locator('#o-nguoi').selectOption(value);
      await press(page, 'Cử thành viên');
    }
    await press(page, 'Khóa chấm');
    await said(page, /Còn thành viên chưa chấm/);
    await check(page, 'initiative-panel');
  });
});

test('members give points, one declares an interest, the panel closes, and it is recognised with its decision', async () => {
  await scene.stage.as('indicatorOwner', async (page) => {
    await open(page);
    await page.getByRole('link', { name: 'Chấm điểm', exact: true }).click();
    await page.getByLabel(/^Tôi có lợi ích liên quan/).check();
    await press(page, 'Lưu điểm');
    await said(page, 'Có lợi ích liên quan, không chấm');
  });
  for (const who of ['auditor', 'decidingAuthority'] as const)
    await scene.stage.as(who, async (page) => {
      await page.goto('/viec-cua-toi');
      await page
        .locator('.todo')
        .getByRole('link', { name: `Chấm điểm: ${title}` })
        .first()
        .click();
      await page.locator('#o-diem-1').fill('31');
      await press(page, 'Lưu điểm');
      await wrongs(page).locator('a[href="#o-diem-1"]').waitFor();
      for (const [n, points] of ['27', '35', '25'].entries()) await page.locator(`#o-diem-${n + 1}`).fill(points);
      await check(page, `initiative-score-${who}`);
      await press(page, 'Lưu điểm');
      await said(page, 'Đã lưu điểm. Sửa được đến khi khóa chấm.');
    });
  await scene.stage.as('appraiser', async (page) => {
    await open(page);
    await press(page, 'Khóa chấm');
    await said(page, /Điểm bình quân 87 của 2 người chấm: đạt/);
    await page.locator('#o-number').fill('120/QĐ-UBND');
    await page.locator('#o-date').fill(today);
    await press(page, 'Công nhận');
    assert.equal(await stageOf(page), 'Đã công nhận');
    await check(page, 'initiative-recognised');
  });
});

test('an edition of the criteria waits for a second person, who finds it among what is theirs to do', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/sang-kien/tieu-chi');
    await page.locator('#o-ten').fill('Bộ tiêu chí mẫu của tỉnh');
    await page.locator('#o-can-cu').fill('Quyết định số 5/QĐ-MAU');
    await press(page, 'Gửi để xác nhận');
    await said(page, 'Đã ghi bản mới, chờ người thứ hai xác nhận.');
    assert.equal(await page.getByRole('button', { name: 'Xác nhận bản này' }).count(), 0);
    await check(page, 'criteria-proposed');
  });
  await scene.stage.as('decidingAuthority', async (page) => {
    await page.goto('/viec-cua-toi');
    const todo = page.locator('.todo');
    await todo.getByRole('link', { name: 'Xác nhận bản mới của bộ tiêu chí chấm sáng kiến' }).first().click();
    await press(page, 'Xác nhận bản này');
    await said(page, /^Đã xác nhận\. Bản này được dùng/);
  });
});

test('another commune finds it among what can be taken over, records it, and its head verifies', async () => {
  await scene.stage.as('officerOfBinh', async (page) => {
    await page.goto('/sang-kien/nhan-rong');
    await page.locator('#o-q').fill('to lien gia');
    await press(page, 'Lọc');
    await check(page, 'initiatives-adoptable');
    await page.getByRole('link', { name: title }).first().click();
    await page.locator('summary', { hasText: 'Ghi nhận đơn vị áp dụng' }).click();
    await page.locator('#o-adoptedOn').fill(today);
    await page.locator('#o-result').fill('Đã làm ở hai tổ');
    await press(page, 'Ghi nhận áp dụng');
    await said(page, 'Nhân rộng: 0 đơn vị đã áp dụng');
  });
  await scene.stage.as('headOfBinh', async (page) => {
    await open(page);
    await press(page, 'Xác nhận');
    await said(page, 'Nhân rộng: 1 đơn vị đã áp dụng');
    await check(page, 'initiative-adopted');
  });
});

test('guidance is added with its file and what it amends; both pages say so, and the words of the file are found', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/thu-vien/moi');
    await page.locator('#o-title').fill('Hướng dẫn mẫu về bếp ăn');
    await page.locator('#o-kind').selectOption('form');
    await page.locator('#o-issuer').fill('Sở Mẫu');
    await page.locator('#o-state').selectOption('read');
    await page.locator('#o-source').fill('Bản ký mẫu');
    await page.locator('#o-issuedOn').fill(today);
    await page.locator('#o-body').fill('Điều 1. Cách điền');
    await page.locator('#o-quan-he').selectOption('guides');
    await press(page, 'Lưu vào thư viện');
    await wrongs(page).locator('a[href="#o-tep-moi"]').waitFor();
    await page.locator('#o-body').fill('');
    const buffer = Buffer.from('Điều 1. Bếp ăn chung\nMỗi tổ nấu một ngày zqbep.');
    await page.locator('#o-tep-moi').setInputFiles({ name: 'mau-bep.txt', mimeType: 'text/plain', buffer });
    await press(page, 'Lưu vào thư viện');
    await wrongs(page).locator('a[href="#o-van-ban"]').waitFor();
    await check(page, 'library-new-refused');
    await page.locator('#o-van-ban').selectOption('luat-06-2022-qh15');
    await page.locator('#o-tep-moi').setInputFiles({ name: 'mau-bep.txt', mimeType: 'text/plain', buffer });
    await press(page, 'Lưu vào thư viện');
    await said(page, /Chữ dưới đây do phần mềm lấy từ tệp/);
    await check(page, 'library-form');
    await page.getByRole('link', { name: 'Quan hệ với văn bản khác' }).click();
    await check(page, 'library-links');
    await page.goto('/thu-vien?q=zqbep');
    await page.getByRole('link', { name: 'Điều 1. Bếp ăn chung' }).click();
    await page.getByRole('link', { name: 'Luật Thi đua, khen thưởng', exact: true }).click();
    await said(page, 'Được hướng dẫn bởi');
  });
});

test('anybody finds an article of the law by its words and is led to it; a page leads to its help', async () => {
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/thu-vien');
    await check(page, 'library');
    await page.locator('#o-q').fill('kha nang nhan rong trong toan quoc');
    await page.locator('main').getByRole('button', { name: 'Tìm', exact: true }).click();
    await page
      .getByRole('link', { name: /^Điều 21\./ })
      .first()
      .click();
    assert.match(page.url(), /\/thu-vien\/luat-06-2022-qh15#dieu-21$/);
    await said(page, /Được sửa đổi bởi Luật số 06\/2026\/QH16/);
    await check(page, 'library-law');
    await page.getByRole('link', { name: 'Trợ giúp cho trang này' }).click();
    assert.match(page.url(), /\/tro-giup#thu-vien$/);
    await page.goto('/tro-giup/so-tay/officer');
    await check(page, 'handbook');
  });
});
