/** The organisation as a visitor reads it and as an administrator shapes it: by form, by file, and without script. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { writeCsv } from '../../app/platform/spreadsheet/csv.ts';
import { readWorkbook } from '../../app/platform/spreadsheet/read-workbook.server.ts';
import { cellAt, cellsIn, rowNumber } from '../../app/platform/spreadsheet/sheet.ts';
import { expectOk } from '../../app/kernel/result.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage, withoutScript } from './browser.ts';
import { insertCast } from './cast.ts';
import { check } from './check.ts';

let app: App;
let stage: Stage;

before(async () => {
  app = await openApp();
  await insertCast(app);
  stage = await openStage(app);
});

after(async () => {
  await stage.close();
  await app.close();
});

const send = (page: Page) => page.locator('main form button').first().click();
const title = (page: Page) => page.locator('h1').innerText();

test('a visitor finds a commune by its name without marks, and reads where it comes from', async () => {
  await stage.as('stranger', async (page) => {
    await page.goto('/don-vi');
    await check(page, 'units');
    await page.locator('#o-tim').fill('sa pa');
    await page.locator('.filters button').click();
    await page.getByRole('link', { name: 'Phường Sa Pa' }).click();
    assert.equal(await title(page), 'Phường Sa Pa');
    await check(page, 'unit');
    await page.locator('main .pairs a').last().click();
    assert.match(await page.locator('main').innerText(), /Kế thừa/);
    await check(page, 'former-province');
    await page.goto('/don-vi?tim=khong-co-don-vi-nay');
    assert.match(await page.locator('main').innerText(), /Không có đơn vị nào khớp điều kiện lọc/);
    await check(page, 'units-none');
  });
});

test('the list is taken away exactly as it is seen', async () => {
  await stage.as('stranger', async (page) => {
    const answer = await page.request.get('/don-vi/tai.csv?loai=tinh&tinh-trang=tat-ca&sap-xep=-ten');
    const names = (await answer.text())
      .split('\r\n')
      .slice(1)
      .map((line) => line.split(',')[0]);
    await page.goto('/don-vi?loai=tinh&tinh-trang=tat-ca&sap-xep=-ten');
    const seen = await page.locator('tbody th a').allInnerTexts();
    assert.deepEqual(names.filter(Boolean), seen);
    assert.equal(seen.length, 3);
  });
});

test('pages that shape the organisation are for administrators', async () => {
  for (const path of ['/quan-tri/don-vi', '/quan-tri/don-vi/moi', '/quan-tri/don-vi/mau.xlsx', '/quan-tri/khoi-cum']) {
    await stage.as('stranger', async (page) => {
      await page.goto(path);
      assert.match(page.url(), /dang-nhap\?toi=/);
    });
    await stage.as('officerOfAn', async (page) => {
      assert.equal((await page.request.get(path)).status(), 403);
    });
  }
});

test('an administrator adds a unit; a refused form keeps what was typed and names the field', async () => {
  await stage.as('administrator', async (page) => {
    await page.goto('/quan-tri/don-vi/moi');
    await check(page, 'unit-new');
    await page.locator('#o-name').fill('Thôn Mẫu Mới');
    await page.locator('#o-code').fill('Thôn mới');
    await page.locator('#o-kind').selectOption('village');
    await page.locator('main form button').click();
    assert.match(await page.locator('.wrongs').innerText(), /Mã chỉ gồm chữ thường không dấu/);
    assert.equal(await page.locator('#o-name').inputValue(), 'Thôn Mẫu Mới');
    assert.equal(await page.locator('#o-kind').inputValue(), 'village');
    await check(page, 'unit-new-refused');
    await page.locator('#o-code').fill('thon-mau-moi');
    await page.locator('#o-parentId').selectOption({ label: 'Phường Sa Pa' });
    await page.locator('#o-basis').fill('Văn bản mẫu');
    await page.locator('main form button').click();
    assert.equal(await title(page), 'Thôn Mẫu Mới');
    await check(page, 'unit-added');
  });
});

test('two administrators rename one unit: the second sees both and chooses', async () => {
  await stage.as('administrator', async (page) => {
    const rename = async (on: Page, name: string) => {
      await on.locator('#o-name').fill(name);
      await on.locator('#o-from').fill('2027-01-01');
      await on.locator('#o-basis').fill('Văn bản mẫu');
      await send(on);
    };
    const other = await page.context().newPage();
    await page.goto('/quan-tri/don-vi/thon-mau/doi');
    await other.goto('/quan-tri/don-vi/thon-mau/doi');
    await check(page, 'unit-change');
    await rename(page, 'Thôn Mẫu Một');
    assert.equal(await title(page), 'Thôn Mẫu');
    await rename(other, 'Thôn Mẫu Hai');
    assert.match(await other.locator('.notice').innerText(), /Có người vừa sửa[^]*Thôn Mẫu Một/);
    assert.equal(await other.locator('#o-name').inputValue(), 'Thôn Mẫu Hai');
    await check(other, 'unit-lost-race');
    await send(other);
    assert.match(await other.locator('main').innerText(), /Thôn Mẫu Hai/);
    await other.goto('/quan-tri/don-vi/thon-mau/dinh-chinh');
    await check(other, 'unit-correct');
    await other.goto('/quan-tri/don-vi/thon-mau/cham-dut');
    await check(other, 'unit-dissolve');
  });
});

type Rows = readonly (readonly string[])[];

/** The workbook as rows of text, the headings first. */
async function workbookRows(page: Page, address: string, heading: string): Promise<Rows> {
  const bytes = await (await page.request.get(address)).body();
  const sheet = expectOk(await readWorkbook(bytes)).find((one) => one.visibility === 'visible');
  const head = sheet?.rows.find((row) => cellsIn(row).some((cell) => cell.raw === heading));
  const width = cellsIn(head ?? [0]).length;
  const rows = sheet?.rows.filter((row) => rowNumber(row) >= rowNumber(head ?? [0])) ?? [];
  return rows.map((row) => Array.from({ length: width }, (_, at) => cellAt(row, at + 1)?.raw ?? ''));
}

async function upload(page: Page, at: string, [head = [], ...rows]: Rows): Promise<void> {
  await page.goto(at);
  const buffer = Buffer.from(writeCsv(head, rows));
  await page.locator('#o-tep').setInputFiles({ name: 'mau.csv', mimeType: 'text/csv', buffer });
  await send(page);
}

test('units go out to Excel and come back, previewed, confirmed and done, without script', async () => {
  await stage.as(
    'administrator',
    async (page) => {
      const rows = await workbookRows(page, '/quan-tri/don-vi/mau.xlsx', 'Mã đơn vị');
      const typed = (name: string) =>
        rows.map((row) => (row[0] === 'so-noi-vu' ? row.map((text, at) => (at === 1 ? name : text)) : row));
      await upload(page, '/quan-tri/don-vi/nap', rows);
      assert.match(await page.locator('main').innerText(), /không có gì để nạp/);
      await upload(page, '/quan-tri/don-vi/nap', typed(''));
      assert.match(await page.locator('main').innerText(), /Ô B\d+\n?\s*Chưa ghi nội dung/);
      await upload(page, '/quan-tri/don-vi/nap', typed('Sở Nội vụ (tên mẫu)'));
      assert.match(await title(page), /1 thay đổi chờ xác nhận/);
      await send(page);
      for (let tries = 0; tries < 40 && !/Đã nạp 1 thay đổi/.test(await page.locator('main').innerText()); tries += 1) {
        await new Promise((done) => setTimeout(done, 250));
        await page.reload();
      }
      assert.match(await page.locator('main').innerText(), /Đã nạp 1 thay đổi/);
      await upload(page, '/quan-tri/don-vi/nap', typed('Sở Nội vụ (tên mẫu)'));
      assert.match(await page.locator('main').innerText(), /không có gì để nạp/);
    },
    withoutScript,
  );
  await stage.as('administrator', async (page) => {
    await page.goto('/quan-tri/don-vi/nap');
    await check(page, 'units-import');
    for (const href of await page
      .locator('main li a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href')))) {
      await page.goto(href ?? '');
      await check(page, `import-${(await title(page)).length}`);
    }
  });
});

test('an administrator founds a block, seats its members and carries them over to the next year', async () => {
  await stage.as('administrator', async (page) => {
    await page.goto('/quan-tri/khoi-cum/moi');
    await check(page, 'block-new');
    await page.locator('#o-name').fill('Cụm Mẫu');
    await page.locator('#o-kind').selectOption('cum');
    await page.locator('#o-code').fill('cum-mau');
    await send(page);
    assert.equal(await title(page), 'Cụm Mẫu');
    await check(page, 'block-empty');
    await page.getByLabel('Phường Sa Pa').check();
    await page.getByLabel('Xã Y Tý').check();
    await page.getByRole('button', { name: 'Lưu danh sách thành viên' }).click();
    await page.getByLabel('Vai trò: Xã Y Tý').selectOption('lead');
    await page.getByRole('button', { name: 'Lưu danh sách thành viên' }).click();
    await check(page, 'block');
    const year = new URL(page.url()).searchParams.get('nam');
    await page.goto(`/quan-tri/khoi-cum/cum-mau?nam=${Number(year) + 1}`);
    await page.getByRole('button', { name: /Sao chép/ }).click();
    assert.equal(await page.getByLabel('Vai trò: Xã Y Tý').inputValue(), 'lead');
    await page.goto('/quan-tri/khoi-cum');
    assert.match(await page.locator('tbody').innerText(), /Cụm Mẫu/);
    await check(page, 'blocks');
    await page.goto('/quan-tri/khoi-cum/nap');
    await check(page, 'blocks-import');
  });
});
