/** Values, a plan and pledges by Excel: the template down, filled in, up again, seen before it counts; and files that are no such thing. */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { strToU8, zipSync } from 'fflate';
import type { Page } from 'playwright-core';
import { milestoneHeadings, planHeadings, planSheetText, taskHeadings } from '../../app/features/plans/excel.text.ts';
import { pledgeHeadings, pledgeSheetText } from '../../app/features/pledges/text.ts';
import { expectOk } from '../../app/kernel/result.ts';
import { readWorkbook } from '../../app/platform/spreadsheet/read-workbook.server.ts';
import { cellsIn } from '../../app/platform/spreadsheet/sheet.ts';
import type { App } from './app.ts';
import { openApp } from './app.ts';
import type { Stage } from './browser.ts';
import { openStage, withoutScript } from './browser.ts';
import { codes, insertCast } from './cast.ts';
import { check } from './check.ts';
import type { Written } from './workbooks.ts';
import { written } from './workbooks.ts';

const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const year = new Date().getFullYear();
const template = `/nhap-so-lieu/mau?don-vi=${codes.communeAn}&ky=${year}`;

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

/** Figures into the template of values, by indicator. */
async function filled(bytes: Uint8Array, given: Readonly<Record<string, string>>): Promise<Uint8Array> {
  const sheet = expectOk(await readWorkbook(bytes)).find(({ visibility }) => visibility === 'visible');
  const rows = sheet?.rows ?? [];
  const words = (row: (typeof rows)[number]) => cellsIn(row).map(({ raw }) => raw);
  const top = rows.findIndex((row) => words(row).includes('Mã chỉ tiêu'));
  const heading = words(rows[top] ?? []).find((word) => /^Số liệu|^Giá trị|^Kết quả/.test(word)) ?? '';
  const below = (indicator: string) => rows.findIndex((row) => words(row).includes(indicator)) - top;
  const cells = Object.entries(given).map(
    ([indicator, figure]) => [sheet?.name ?? '', below(indicator), heading, figure] as const,
  );
  return written(bytes, cells);
}

async function upload(page: Page, bytes: Uint8Array, name = 'so-lieu.xlsx', mimeType = xlsx): Promise<void> {
  await page.goto('/nhap-so-lieu/excel');
  await send(page, bytes, name, mimeType);
}

async function send(page: Page, bytes: Uint8Array, name: string, mimeType = xlsx): Promise<void> {
  await page.locator('#o-tep').setInputFiles({ name, mimeType, buffer: Buffer.from(bytes) });
  await page.locator('main').getByRole('button', { name: 'Tải lên và xem trước' }).click();
}

const heading = (page: Page) => page.locator('h1').innerText();
const confirm = (page: Page) => page.locator('button[value=confirm]').click();
/** The work has been done, however long it took. */
const loaded = (page: Page, said: RegExp) =>
  page.waitForFunction(
    (pattern) => new RegExp(pattern).test(document.body.innerText) || (location.reload(), false),
    said.source,
    { polling: 700 },
  );

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
    await loaded(page, /Đã nạp 2 thay đổi/);
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

test('a plan is brought by its workbook: a day that is none is named by sheet and cell, mended it stands as a draft', async () => {
  const movement = app.db.selectFrom('movement').select('id').where('pack_code', 'is not', null);
  const { id: about } = await movement.executeTakeFirstOrThrow();
  const { sheets } = planSheetText;
  const plan: readonly Written[] = [
    [sheets.plan, 1, planHeadings.title, 'Kế hoạch mẫu từ tệp'],
    [sheets.plan, 1, planHeadings.objectives, 'Mục tiêu mẫu'],
    [sheets.tasks, 1, taskHeadings.title, 'Nhiệm vụ mẫu từ tệp'],
    [sheets.tasks, 1, taskHeadings.product, '01 mô hình'],
    [sheets.tasks, 1, taskHeadings.lead, 'Phòng Mẫu'],
    [sheets.tasks, 1, taskHeadings.owner, 'Người Mẫu'],
    [sheets.tasks, 1, taskHeadings.startsOn, `01/03/${year}`],
    [sheets.milestones, 1, milestoneHeadings.task, '1'],
    [sheets.milestones, 1, milestoneHeadings.title, 'Mốc mẫu từ tệp'],
    [sheets.milestones, 1, milestoneHeadings.dueOn, `01/06/${year}`],
  ];
  const until = (day: string): readonly Written[] => [...plan, [sheets.tasks, 1, taskHeadings.dueOn, day]];
  await stage.as('officerOfAn', async (page) => {
    const empty = await (await page.request.get(`/ke-hoach/mau.xlsx?don-vi=${codes.communeAn}&ve=${about}`)).body();
    const bring = async (cells: readonly Written[]) => {
      await page.goto(`/ke-hoach/nap?don-vi=${codes.communeAn}&ve=${about}`);
      await send(page, await written(empty, cells), 'ke-hoach.xlsx');
    };
    await bring(until('cuối tháng sáu'));
    assert.match(await heading(page), /1 chỗ cần sửa/);
    assert.match(await page.locator('main table').innerText(), /Ô [A-Z]\d+, trang “Nhiệm vụ”/);
    await check(page, 'plan-workbook-faults');
    await bring(until(`30/06/${year}`));
    assert.match(await heading(page), /2 thay đổi chờ xác nhận/);
    await check(page, 'plan-workbook-preview');
    await confirm(page);
    await loaded(page, /Đã nạp 2 thay đổi/);
    await page.goto('/ke-hoach');
    await page.getByRole('link', { name: 'Kế hoạch mẫu từ tệp' }).first().click();
    await page.getByRole('link', { name: 'Nhiệm vụ mẫu từ tệp' }).first().waitFor();
    assert.equal(await page.locator('.head-do').innerText(), 'Bản nháp');
  });
});

test('pledges are brought by their workbook: a level that is no number is named by cell, mended they are sent at once', async () => {
  const sheet = pledgeSheetText.sheet;
  const level = (value: string): readonly Written[] => [
    [sheet, 1, pledgeHeadings.about, 'KT-10'],
    [sheet, 1, pledgeHeadings.wording, 'Doanh thu mẫu từ tệp'],
    [sheet, 1, pledgeHeadings.value, value],
  ];
  await stage.as('officerOfAn', async (page) => {
    const template = `/dang-ky-chi-tieu/mau.xlsx?don-vi=${codes.communeAn}&nam=${year}`;
    const empty = await (await page.request.get(template)).body();
    const bring = async (cells: readonly Written[]) => {
      await page.goto('/dang-ky-chi-tieu/nap');
      await page.getByRole('checkbox').check();
      await send(page, await written(empty, cells), 'dang-ky.xlsx');
    };
    await bring(level('9.5.0'));
    assert.match(await heading(page), /1 chỗ cần sửa/);
    assert.match(await page.locator('main table').innerText(), /Ô G5, trang “Đăng ký chỉ tiêu”/);
    await check(page, 'pledge-workbook-faults');
    await bring(level('950,5'));
    assert.match(await heading(page), /1 thay đổi chờ xác nhận/);
    await confirm(page);
    await loaded(page, /Đã nạp 1 thay đổi/);
    await page.goto('/dang-ky-chi-tieu');
    await page.getByRole('link', { name: 'Doanh thu mẫu từ tệp' }).click();
    assert.equal(await page.locator('.head-do').innerText(), 'Chờ tiếp nhận');
    assert.match(await page.locator('main').innerText(), /950,5/);
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
