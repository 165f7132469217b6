/** A decision drafted, judged, approved, signed, sealed, issued, in the browser; then a stranger verifies it and its certificate. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { PDF } from '@libpdf/core';
import type { Page } from 'playwright-core';
import { blueHand, redSeal } from '../png.ts';
import { phone, withoutScript } from './browser.ts';
import { check } from './check.ts';
import type { Scene } from './hands.ts';
import { heading, openScene, press, said } from './hands.ts';
import { dossierTitle, nominees, plantDeciding } from './plant-decisions.ts';
import { plantKnownInitiatives } from './plant-initiatives.ts';

let scene: Scene;
before(async () => {
  scene = await openScene({ SIGNING: 'development' });
  const { app, cast } = scene;
  await plantDeciding(app, cast);
  const { adoptedInitiative } = await plantKnownInitiatives(app, cast);
  const { id } = await app.db
    .selectFrom('holder')
    .select('id')
    .where('name', '=', nominees[0])
    .executeTakeFirstOrThrow();
  const own = { holder_id: id, initiative_id: adoptedInitiative, confirmed_at: new Date() };
  await app.db.insertInto('holder_initiative').values(own).execute();
});
after(() => scene.close());

const open = async (page: Page) => {
  await page.goto('/khen-thuong/quyet-dinh');
  await page.locator('table a[href^="/khen-thuong/quyet-dinh/"]').first().click();
};

const annexName = 'Bảng tổng hợp mẫu';
let annexFile: Buffer;
before(async () => {
  const file = PDF.create();
  file.addPage({ width: 595, height: 842 });
  annexFile = Buffer.from(await file.save());
});

async function attach(page: Page, buffer: Buffer): Promise<void> {
  const name = page.locator('#o-ten-tep');
  if (!(await name.isVisible())) await page.locator('summary').getByText('Thêm tệp kèm theo').click();
  await name.fill(annexName);
  await page.locator('#o-tep').setInputFiles({ name: 'bang.pdf', mimeType: 'application/pdf', buffer });
  await press(page, 'Thêm tệp kèm theo');
}

test('an appraiser drafts a decision from what waits, changes its words and submits it', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await page.goto('/khen-thuong/quyet-dinh');
    await check(page, 'decisions-waiting');
    await page.getByRole('checkbox', { name: new RegExp(dossierTitle.slice(0, 20)) }).check();
    await press(page, 'Soạn quyết định');
    await said(page, /Đã soạn dự thảo/);
    await check(page, 'decision-draft');
    await page.locator('#o-merit').fill('');
    await press(page, 'Lưu nội dung');
    await page.locator('.wrongs a[href="#o-merit"]').waitFor();
    await page.locator('#o-merit').fill('đã có thành tích xuất sắc (mẫu)');
    await page.locator('#o-signer').fill('Người Mẫu Chủ Tịch');
    await press(page, 'Lưu nội dung');
    await said(page, 'Đã lưu.');
    await attach(page, Buffer.from('không phải PDF'));
    await page.locator('.wrongs a[href="#o-tep"]').waitFor();
    assert.equal(await page.locator('#o-ten-tep').inputValue(), annexName);
    await check(page, 'decision-annex-refused');
    await attach(page, annexFile);
    await said(page, 'Đã thêm tệp kèm theo.');
    await check(page, 'decision-annex');
    await press(page, 'Trình người có thẩm quyền');
    await said(page, /Đã trình/);
  });
});

test('the same pages as whoever decides sees them with script', async () => {
  await scene.stage.as('decidingAuthority', async (page) => {
    await open(page);
    await check(page, 'decision-submitted');
    await page.getByRole('checkbox', { name: new RegExp(nominees[1]) }).check();
    await page.getByRole('button', { name: 'Không tặng những người đã chọn…' }).click();
    assert.match(await heading(page), /Không tặng 1 trường hợp/);
    await check(page, 'decision-judge');
  });
});

test('on the line of a nominee an initiative of theirs is named, and of nobody else', async () => {
  const story = async (page: Page) => {
    await open(page);
    await page.getByRole('link', { name: 'Chọn sáng kiến' }).first().click();
    await check(page, 'line-initiative');
    await page.getByRole('radio', { name: /^Mô hình mẫu của xã khác/ }).check();
    await press(page, 'Lưu lựa chọn');
    await said(page, 'Mô hình mẫu của xã khác');
    await page.getByRole('link', { name: 'Chọn sáng kiến' }).nth(1).click();
    await said(page, 'Chưa có sáng kiến nào được công nhận của người, tập thể này.');
    await check(page, 'line-initiative-none');
  };
  await scene.stage.as('decidingAuthority', story, phone);
});

test('without script: whom a bulk change will touch is named first; then approved, numbered and signed', async () => {
  await scene.stage.as(
    'decidingAuthority',
    async (page) => {
      await open(page);
      await page.getByRole('checkbox', { name: new RegExp(nominees[1]) }).check();
      await page.getByRole('button', { name: 'Không tặng những người đã chọn…' }).click();
      assert.match(await heading(page), /Không tặng 1 trường hợp/);
      await said(page, new RegExp(nominees[1]));
      await page.locator('#o-ly-do').fill('Chưa đủ thời gian (mẫu)');
      await page.getByRole('button', { name: /^Không tặng 1/ }).click();
      await said(page, 'Đã sửa danh sách.');
      await press(page, 'Duyệt và lấy số');
      await said(page, /Đã duyệt, lấy số/);
      await press(page, 'Ký số');
      await said(page, 'Đã ký.');
    },
    withoutScript,
  );
});

test('how numbers are given is laid down after reading what it does; in mid-year with a reason', async () => {
  await scene.stage.as('decidingAuthority', async (page) => {
    await page.goto('/khen-thuong/quyet-dinh');
    await page.getByRole('link', { name: 'Sổ số quyết định' }).click();
    await check(page, 'number-books');
    await page.locator('table a').first().click();
    await page.getByRole('radio', { name: /Sổ chung của cơ quan/ }).check();
    await press(page, 'Xem điều gì sẽ đổi');
    await said(page, /Từ nay người duyệt phải nhập số do văn thư cấp/);
    await check(page, 'number-book-preview');
    await press(page, 'Đổi cách cấp số');
    await page.locator('.wrongs a[href="#o-ly-do"]').waitFor();
    await page.locator('#o-ly-do').fill('Theo quy chế mẫu');
    await press(page, 'Đổi cách cấp số');
    await said(page, 'Đã đổi cách cấp số.');
    await check(page, 'number-book');
  });
});

test('the picture of a hand is checked, shown in its size and used from a day on', async () => {
  await scene.stage.as('decidingAuthority', async (page) => {
    await page.goto('/khen-thuong/quyet-dinh/chu-ky');
    await check(page, 'marks');
    await page.locator('table a').first().click();
    const choose = (buffer: Buffer) =>
      page.locator('input[type=file]').setInputFiles({ name: 'chu-ky.png', mimeType: 'image/png', buffer });
    await choose(redSeal);
    await press(page, 'Lưu hình');
    await page.locator('.wrongs a[href="#o-tep"]').waitFor();
    await choose(blueHand);
    await press(page, 'Lưu hình');
    await said(page, /^Đã lưu/);
    assert.equal(await page.locator('svg image').count(), 1);
    await check(page, 'mark');
  });
});

test('sealed and issued; the certificate is printed', async () => {
  await scene.stage.as('appraiser', async (page) => {
    await open(page);
    await press(page, 'Đóng dấu (ký số của cơ quan)');
    await said(page, 'Đã đóng dấu.');
    await press(page, 'Ban hành');
    await said(page, /Đã ban hành/);
    await check(page, 'decision-issued');
    await certificateMade();
    await page.goto('/khen-thuong/bang');
    await said(page, nominees[0]);
    await check(page, 'certificates');
    const waiting = page.waitForEvent('download');
    await page.getByRole('link', { name: /^In bằng/ }).click();
    const file = await (await waiting).path();
    assert.equal(readFileSync(file).subarray(0, 5).toString(), '%PDF-');
  });
});

/** By the job that follows the issue. */
async function certificateMade(): Promise<string> {
  for (let tries = 0; tries < 100; tries += 1) {
    const row = await scene.app.db.selectFrom('certificate').select('code').executeTakeFirst();
    if (row) return row.code;
    await new Promise((resolve) => {
      setTimeout(resolve, 200);
    });
  }
  return assert.fail('no certificate was made');
}

test('a stranger verifies by code, by number and by file, and is told when a file was changed', async () => {
  const code = await certificateMade();
  await scene.stage.as('stranger', async (page) => {
    await page.goto('/xac-minh');
    await check(page, 'verify');
    await page.locator('#o-ma').fill(`${code.slice(0, 5).toLowerCase()} ${code.slice(5)}`);
    await page.locator('#o-ma').press('Enter');
    await said(page, 'Thật');
    await said(page, nominees[0]);
    await check(page, 'verify-certificate');
    await page.goto('/xac-minh?ma=01/QĐ-UBND');
    await page.getByRole('link', { name: 'Xem quyết định đã công bố' }).click();
    await said(page, nominees[0]);
    assert.equal(await page.getByText(nominees[1]).count(), 0);
    await check(page, 'published-decision');
    const link = await page.getByRole('link', { name: 'Tải quyết định đã ký' }).getAttribute('href');
    const pdf = Buffer.from(await (await page.request.get(link ?? '')).body());
    await verifyFile(page, pdf, 'Thật');
    await check(page, 'verify-file');
    await page.goto('/xac-minh?ma=01/QĐ-UBND');
    await page.getByRole('link', { name: 'Xem quyết định đã công bố' }).click();
    const annex = await page.getByRole('link', { name: annexName }).getAttribute('href');
    const sealed = Buffer.from(await (await page.request.get(annex ?? '')).body());
    assert.ok(sealed.length > annexFile.length);
    await verifyFile(page, sealed, 'Thật');
    await said(page, new RegExp(`“${annexName}” ban hành kèm theo quyết định`));
    await check(page, 'verify-annex');
    pdf[pdf.indexOf('/MediaBox') + 11] = 0x39;
    await verifyFile(page, pdf, 'Đã bị sửa');
    await page.goto('/xac-minh/ABCDE23456');
    await said(page, 'Không tìm thấy');
  });
});

test('without script the code and the file are asked for all the same', async () => {
  const code = await certificateMade();
  await scene.stage.as(
    'stranger',
    async (page) => {
      await page.goto('/xac-minh');
      await page.locator('#o-ma').fill(code);
      await page.locator('#o-ma').press('Enter');
      await said(page, nominees[0]);
      await verifyFile(page, Buffer.from('x'), 'Không đọc được');
    },
    withoutScript,
  );
});

async function verifyFile(page: Page, buffer: Buffer, verdict: string): Promise<void> {
  await page.goto('/xac-minh');
  await page.locator('input[type=file]').setInputFiles({ name: 'quyet-dinh.pdf', mimeType: 'application/pdf', buffer });
  await page.getByRole('button', { name: 'Kiểm tra tệp' }).click();
  await said(page, new RegExp(`^${verdict}`));
}

test('an administrator changes the layout; what is wrong is named', async () => {
  await scene.stage.as('administrator', async (page) => {
    await page.goto('/khen-thuong/bang/mau');
    await check(page, 'certificate-layout');
    await page.locator('input[name="name.x"]').fill('giữa');
    await press(page, 'Lưu bản mới');
    await page.locator('.wrongs').waitFor();
    await page.locator('input[name="name.x"]').fill('30');
    await press(page, 'Lưu bản mới');
    await said(page, 'Đã lưu bản mới của mẫu bằng.');
  });
});
