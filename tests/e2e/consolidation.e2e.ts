/** A round consolidated, edited by two, put in order, frozen, signed off, and taken away as Word and PDF, in the browser. */
import { plainDateIn } from '../../app/kernel/calendar.ts';
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { moveReport, writeReport } from '../../app/features/rounds/reports.server.ts';
import { takeSnapshot } from '../../app/features/snapshots/take.server.ts';
import { newId } from '../../app/platform/id.server.ts';
import { pdfPages, wordText } from '../papers.ts';
import { withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said, wrongs } from './hands.ts';
import { as } from './plant.ts';
import { plantRound } from './plant-rounds.ts';

let scene: Scene;
let roundId: string;

before(async () => {
  scene = await openScene();
  const { app, cast } = scene;
  const { officerOfBinh, headOfBinh, appraiser } = cast.people;
  ({ round: roundId } = await plantRound(app, cast));
  const place = { roundId, unitId: cast.units.communeBinh };
  const typed = (position: number, part: string) => (part === '' ? `Xã đã làm việc số ${position}` : '');
  await as(app, officerOfBinh, (context) => writeReport(context, { ...place, version: 0, typed }));
  await as(app, headOfBinh, (context) => moveReport(context, { ...place, version: 1, move: 'sign' }));
  await as(app, appraiser, (context) => moveReport(context, { ...place, version: 2, move: 'receive' }));
});
after(() => scene.close());

const stageOf = (page: Page) => page.locator('.head-do').innerText();
const open = async (page: Page) => {
  await page.goto('/bao-cao-tong-hop');
  await page.locator('tbody a').first().click();
};
const part = async (page: Page, name: string) => {
  await open(page);
  await page.getByRole('link', { name, exact: true }).click();
};
async function taken(page: Page, name: string): Promise<Uint8Array> {
  const waiting = page.waitForEvent('download');
  await page.getByRole('link', { name, exact: true }).first().click();
  return readFileSync(await (await waiting).path());
}

test('the appraiser consolidates a round; every paragraph stands with its source', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/bao-cao-tong-hop');
    await check(page, 'consolidations-none');
    await page.getByRole('link', { name: 'Lập báo cáo tổng hợp' }).first().click();
    await page.locator('#o-loai').selectOption('midterm');
    await press(page, 'Lập báo cáo');
    await wrongs(page).locator('a[href="#o-so-lieu"]').waitFor();
    await check(page, 'consolidation-refused');
    await page.locator('#o-loai').selectOption('round');
    await page.locator('#o-ky').selectOption(roundId);
    await press(page, 'Lập báo cáo');
    assert.match(await heading(page), /^Tổng hợp kết quả thực hiện phong trào thi đua/);
    await check(page, 'consolidation-draft');
    await part(page, 'Kết quả thực hiện các đề án');
    await said(page, /Đề án 17: xử lý theo quy định về bảo vệ bí mật nhà nước/);
    await check(page, 'consolidation-schemes');
    await part(page, 'Kết quả thực hiện các chỉ tiêu');
    await said(page, 'I.1, KT-01');
    await part(page, 'Chỉ đạo, tổ chức thực hiện');
    await said(page, 'Xã đã làm việc số 1');
    await said(page, /lần gửi 1 ký ngày/);
    await check(page, 'consolidation-part');
  });
});

test('an own paragraph, an edit, the order and what is left out, without script', async () => {
  const story = async (page: Page) => {
    await part(page, 'Chỉ đạo, tổ chức thực hiện');
    await page.locator('#o-text').fill('Nhận xét về đề án số 17');
    await press(page, 'Thêm đoạn');
    await said(page, /DA-17/);
    await part(page, 'Chỉ đạo, tổ chức thực hiện');
    await page.locator('#o-text').fill('Nhận xét chung của cơ quan tổng hợp');
    await press(page, 'Thêm đoạn');
    const pieces = page.locator('section.piece');
    assert.match(await pieces.first().innerText(), /Nhận xét chung/);
    await pieces.first().getByRole('button', { name: 'Xuống', exact: true }).click();
    assert.match(await pieces.last().innerText(), /Nhận xét chung/);
    await pieces.last().getByRole('button', { name: 'Lên', exact: true }).click();
    assert.match(await pieces.first().innerText(), /Nhận xét chung/);
    await part(page, 'Khó khăn, vướng mắc');
    await pieces.first().getByRole('button', { name: 'Không đưa vào' }).click();
    await said(page, /Không đưa vào\. Nguồn/);
    await part(page, 'Đề xuất, kiến nghị');
    await said(page, /Ở phụ lục/);
    await pieces.first().getByRole('button', { name: 'Đưa vào báo cáo' }).click();
    await said(page, /Trong báo cáo/);
  };
  await scene.stage.as('appraiser', story, withoutScript);
});

test('of two who edit one paragraph the second is shown both and loses nothing', async () => {
  await scene.stage.as('appraiser', async (page, context) => {
    await part(page, 'Chỉ đạo, tổ chức thực hiện');
    await page.locator('section.piece').last().getByRole('link', { name: 'Sửa' }).click();
    await check(page, 'consolidation-piece');
    const other = await context.newPage();
    await other.goto(page.url());
    await other.locator('#o-text').fill('Bản của người khác');
    await press(other, 'Lưu đoạn này');
    await said(other, /đã biên tập/);
    await page.locator('#o-text').fill('Xã Mẫu đã ban hành kế hoạch');
    await press(page, 'Lưu đoạn này');
    await said(page, 'Bản của người khác');
    await check(page, 'consolidation-raced');
    await page.getByLabel('Dùng nội dung của tôi').check();
    await press(page, 'Lưu đoạn này');
    await said(page, 'Xã Mẫu đã ban hành kế hoạch');
  });
});

test('the frame of the paper is set, the report is frozen, and nothing of it can be changed', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await open(page);
    await page.getByRole('link', { name: 'Thể thức văn bản' }).click();
    await check(page, 'consolidation-paper');
    await page.locator('#o-symbol').fill('BC-SNV');
    await page.locator('#o-signer').fill('Người Mẫu Ký');
    await press(page, 'Lưu thể thức');
    await page.locator('summary', { hasText: 'Chốt báo cáo' }).click();
    await press(page, 'Chốt báo cáo');
    assert.equal(await stageOf(page), 'Đã chốt, chờ ký');
    await check(page, 'consolidation-frozen');
    await part(page, 'Chỉ đạo, tổ chức thực hiện');
    assert.equal(await page.getByRole('link', { name: 'Sửa' }).count(), 0);
  });
});

test('the deciding authority finds it among its work and signs it off; Word and PDF say what was frozen', async () => {
  await scene.stage.as('decidingAuthority', async (page) => {
    await page.goto('/viec-cua-toi');
    await page
      .locator('.todo')
      .getByRole('link', { name: /^Ký báo cáo tổng hợp/ })
      .click();
    await page.locator('#o-so-hieu').fill('125/BC-SNV');
    await page.locator('#o-ngay-ky').fill(plainDateIn(new Date()));
    await press(page, 'Ghi nhận đã ký');
    assert.equal(await stageOf(page), 'Đã ban hành');
    await check(page, 'consolidation-issued');
    const word = wordText(await taken(page, 'Tải Word'));
    const pdf = (await pdfPages(await taken(page, 'Tải PDF'))).join(' ');
    for (const words of [
      'Số: 125/BC-SNV',
      'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'Xã Mẫu đã ban hành kế hoạch',
      'Nhận xét chung của cơ quan tổng hợp',
      'xử lý theo quy định về bảo vệ bí mật nhà nước',
      'Người Mẫu Ký',
      'Chi tiết tại Phụ lục I kèm theo.',
    ]) {
      assert.ok(word.includes(words), `Word lacks ${words}`);
      assert.ok(pdf.includes(words), `PDF lacks ${words}`);
    }
    assert.doesNotMatch(word + pdf, /Bản của người khác/);
    await page.getByRole('link', { name: 'Lần chốt 1' }).click();
    await said(page, /mã băm khớp/);
    await check(page, 'consolidation-edition');
  });
});

test('the yearly review is made from the figures kept for it, frozen and signed off the same way', async () => {
  const day = plainDateIn(new Date());
  const typed = { 'tieu-de': 'Số liệu đánh giá năm', 'muc-dich': 'yearly', ngay: day };
  await as(scene.app, scene.cast.people.appraiser, (context) => takeSnapshot(context, { id: newId(), typed }));
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/bao-cao-tong-hop/moi');
    await page.locator('#o-loai').selectOption('yearly');
    await page.locator('#o-so-lieu').selectOption({ index: 1 });
    await press(page, 'Lập báo cáo');
    assert.match(await heading(page), /^Đánh giá kết quả thực hiện phong trào thi đua năm \d{4}$/);
    await page.getByRole('link', { name: 'Kết quả thực hiện các chỉ tiêu' }).click();
    await said(page, /số liệu chốt “Số liệu đánh giá năm”/);
    await open(page);
    await page.locator('summary', { hasText: 'Chốt báo cáo' }).click();
    await press(page, 'Chốt báo cáo');
  });
  await scene.stage.as('decidingAuthority', async (page) => {
    await open(page);
    await page.locator('#o-so-hieu').fill('300/BC-UBND');
    await page.locator('#o-ngay-ky').fill(day);
    await press(page, 'Ghi nhận đã ký');
    assert.equal(await stageOf(page), 'Đã ban hành');
    await page.getByRole('link', { name: 'Lần chốt 1' }).click();
    await said(page, /mã băm khớp/);
  });
});

test('a unit takes its own report away as a paper, and the sums for the statistics are drawn', async () => {
  await scene.stage.as('headOfBinh', async (page) => {
    await page.goto(`/ky-bao-cao/${roundId}`);
    await page.locator('tbody a').first().click();
    assert.match(wordText(await taken(page, 'Tải Word')), /ỦY BAN NHÂN DÂN XÃ|PHƯỜNG/);
    assert.match((await pdfPages(await taken(page, 'Tải PDF'))).join(' '), /Xã đã làm việc số 1/);
  });
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/bao-cao-tong-hop');
    await check(page, 'consolidations');
    await page.getByRole('link', { name: 'Số liệu thống kê ngành' }).click();
    await said(page, /chưa có mẫu biểu gốc/);
    await said(page, 'Chưa có dữ liệu trong hệ thống.');
    await check(page, 'statistics');
    assert.match(Buffer.from(await taken(page, 'Tải CSV')).toString('utf8'), /0601/);
  });
});
