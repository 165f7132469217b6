/** Values by Excel: the template down, filled in, up again, seen before it counts; and files that are no such thing. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { expectOk } from '../../app/kernel/result.ts';
import { readWorkbook } from '../../app/platform/spreadsheet/read-workbook.server.ts';
import { cellAt, cellsIn } from '../../app/platform/spreadsheet/sheet.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage, withoutScript } from './browser.ts';
import { codes, insertCast } from './cast.ts';
import { check } from './check.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const template = `/nhap-so-lieu/mau?don-vi=${codes.communeAn}&ky=${new Date().getFullYear()}`;

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

/** Writes into cells of the template's visible sheet, the way a spreadsheet program leaves them. */
async function filled(bytes: Uint8Array, given: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const sheets = expectOk(await readWorkbook(bytes));
  const at = sheets.findIndex(({ visibility }) => visibility === 'visible');
  const rows = sheets[at]?.rows ?? [];
  const head = rows.find((row) => cellsIn(row).some(({ raw }) => raw === 'Mã chỉ tiêu'));
  const columnOf = (title: RegExp) => cellsIn(head ?? []).find(({ raw }) => title.test(raw))?.column ?? 0;
  const [code, value] = [columnOf(/^Mã chỉ tiêu$/), columnOf(/^Số liệu|^Giá trị|^Kết quả/)];
  const files = unzipSync(bytes);
  const name = `xl/worksheets/sheet${at + 1}.xml`;
  let xml = strFromU8(files[name] ?? new Uint8Array());
  for (const [indicator, figure] of Object.entries(given)) {
    const row = rows.find((one) => cellAt(one, code)?.raw === indicator);
    const ref = `${String.fromCharCode(64 + value)}${row?.[0] ?? 0}`;
    const cell = new RegExp(`<c r="${ref}"([^>]*?)(?:/>|>.*?</c>)`);
    assert.match(xml, cell, `no cell ${ref} for ${indicator}`);
    const content = `<is><t>${figure}</t></is>`;
    xml = xml.replace(
      cell,
      (_, rest: string) => `<c r="${ref}"${rest.replace(/ t="\w+"/, '')} t="inlineStr">${content}</c>`,
    );
  }
  return zipSync({ ...files, [name]: strToU8(xml) });
}

async function upload(page: Page, bytes: Uint8Array, name = 'so-lieu.xlsx', mimeType = xlsx): Promise<void> {
  await page.goto('/nhap-so-lieu/excel');
  await page.locator('#o-tep').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  await page.locator('main').getByRole('button', { name: 'Tải lên và xem trước' }).click();
}

const heading = (page: Page) => page.locator('h1').innerText();
const confirm = (page: Page) => page.locator('button[value=confirm]').click();

test('a template is filled, its errors are named by cell, then it is previewed, confirmed and done', async () => {
  await stage.as('officerOfAn', async (page) => {
    await page.goto('/nhap-so-lieu/excel');
    await check(page, 'excel');
    const empty = await (await page.request.get(template)).body();
    await upload(page, await filled(empty, { 'KT-10': '1.2.3', 'KT-12': '5' }));
    assert.match(await heading(page), /1 chỗ cần sửa/);
    assert.match(await page.locator('main').innerText(), /Ô [A-Z]\d+/);
    await check(page, 'excel-faults');
    assert.equal(await page.locator('button[value=confirm]').count(), 0);
    const mended = await filled(empty, { 'KT-10': '1.234,5', 'KT-12': '5' });
    await upload(page, mended);
    assert.match(await heading(page), /2 thay đổi chờ xác nhận/);
    await check(page, 'excel-preview');
    await confirm(page);
    await page.waitForFunction(
      () => /Đã nạp 2 thay đổi/.test(document.body.innerText) || (location.reload(), false),
      undefined,
      { polling: 700 },
    );
    await check(page, 'excel-done');
    const rows = await app.db
      .selectFrom('actual')
      .select(['indicator_code', 'value', 'stage'])
      .orderBy('indicator_code')
      .execute();
    assert.deepEqual(
      rows.map((row) => [row.indicator_code, Number(row.value)]),
      [
        ['KT-10', 1234.5],
        ['KT-12', 5],
      ],
    );
    await upload(page, mended);
    assert.match(await page.locator('main').innerText(), /không có gì để nạp/);
    await check(page, 'excel-again');
  });
});

const bomb = (): Uint8Array =>
  zipSync({
    '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
    'xl/workbook.xml': new Uint8Array(300 * 1024 * 1024),
  });

test('files that are no spreadsheet are refused in words, and the page can be used again', async () => {
  await stage.as(
    'officerOfAn',
    async (page) => {
      const wrong: readonly (readonly [string, Uint8Array, string])[] = [
        ['anh.xlsx', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13]), xlsx],
        ['bom.xlsx', bomb(), xlsx],
        ['hong.xlsx', strToU8('PK\u0003\u0004 cắt ngang'), xlsx],
        ['trong.csv', new Uint8Array(), 'text/csv'],
        ['chu-la.csv', Buffer.from([0x4d, 0xe3, 0x20, 0xff, 0x0a]), 'text/csv'],
        ['khong-cot.csv', strToU8('a,b\n1,2\n'), 'text/csv'],
      ];
      for (const [name, bytes, type] of wrong) {
        await upload(page, bytes, name, type);
        const said = await page.locator('main').innerText();
        const isSaid = (await page.locator('.wrongs').count()) > 0 || /cần sửa/.test(await heading(page));
        assert.ok(isSaid, `${name}: ${said.slice(0, 200)}`);
        assert.equal(await page.locator('button[value=confirm]').count(), 0, name);
        assert.doesNotMatch(said, /Error|undefined|zip:|at \w+ \(/, name);
      }
    },
    withoutScript,
  );
});

test('an import is done without script, too', async () => {
  await stage.as(
    'officerOfBinh',
    async (page) => {
      const mine = template.replace(codes.communeAn, codes.communeBinh);
      await upload(page, await filled(await (await page.request.get(mine)).body(), { 'KT-10': '7' }));
      await confirm(page);
      for (let n = 0; n < 40 && !/Đã nạp 1/.test(await page.locator('main').innerText()); n += 1) {
        await page.waitForTimeout(250);
        await page.reload();
      }
      assert.match(await page.locator('main').innerText(), /Đã nạp 1 thay đổi/);
    },
    withoutScript,
  );
});
