import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../kernel/result.ts';
import { inflate, openZip } from '../files/zip.server.ts';
import { metaOf, visibleSheets } from './meta.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { cellsIn } from './sheet.ts';
import type { WorkbookToWrite } from './workbook.ts';
import { writeWorkbook } from './write-workbook.server.ts';

const workbook: WorkbookToWrite = {
  meta: { template: 'KT-01', version: '3' },
  sheets: [
    {
      name: 'Số liệu',
      preface: ['Biểu nhập số liệu'],
      isProtected: true,
      spareRows: 1,
      columns: [
        { heading: 'Mã', kind: 'text', width: 10 },
        { heading: 'Giá trị', kind: 'decimal', width: 14, isInput: true, note: 'Đơn vị: %' },
        { heading: 'Nguồn', kind: 'text', width: 20, isInput: true, choices: ['Báo cáo, thống kê', 'Khác'] },
      ],
      rows: [
        ['=HYPERLINK("x")', '1234.5', '+84'],
        ['01/02/2026', null, '@a'],
      ],
    },
  ],
};

async function partsOf(given: WorkbookToWrite): Promise<(part: string) => string> {
  const zip = expectOk(await openZip(await writeWorkbook(given)));
  return (part) => {
    const entry = zip.entries.get(part);
    assert.ok(entry, part);
    return Buffer.from(expectOk(inflate(zip, entry))).toString();
  };
}

test('what is written reads back the same, with its meta', async () => {
  const sheets = expectOk(await readWorkbook(await writeWorkbook(workbook)));
  assert.deepEqual(
    [...metaOf(sheets)],
    [
      ['template', 'KT-01'],
      ['version', '3'],
    ],
  );
  assert.deepEqual(
    visibleSheets(sheets).map(({ name, rows }) => [
      name,
      rows.map((row) => cellsIn(row).map(({ kind, raw }) => `${kind} ${raw}`)),
    ]),
    [
      [
        'Số liệu',
        [
          ['text Biểu nhập số liệu'],
          ['text Mã', 'text Giá trị', 'text Nguồn'],
          ['text =HYPERLINK("x")', 'number 1234.5', 'text +84'],
          ['text 01/02/2026', 'text @a'],
        ],
      ],
    ],
  );
});

test('text that looks like a formula is text, in a cell formatted as text', async () => {
  const part = await partsOf(workbook);
  const sheet = part('xl/worksheets/sheet1.xml');
  assert.doesNotMatch(sheet, /<f>/);
  const style = Number(/<c r="A3" t="s" s="(\d+)"/.exec(sheet)?.[1]);
  const formats = [
    ...(part('xl/styles.xml')
      .split('<cellXfs')[1]
      ?.matchAll(/<xf [^>]*numFmtId="(\d+)"/g) ?? []),
  ];
  assert.match(part('xl/styles.xml'), new RegExp(`numFmtId="${formats[style]?.[1]}" formatCode="@"`));
});

test('inputs are open, everything else on a protected sheet is locked, spare rows too', async () => {
  const part = await partsOf(workbook);
  const sheet = part('xl/worksheets/sheet1.xml');
  const styles = part('xl/styles.xml').split('<cellXfs')[1]?.split(/<xf /).slice(1) ?? [];
  const isOpen = (address: string): boolean => {
    const style = Number(new RegExp(`<c r="${address}"[^>]* s="(\\d+)"`).exec(sheet)?.[1]);
    return styles[style]?.includes('locked="0"') === true;
  };
  assert.match(sheet, /<sheetProtection sheet="1"/);
  const open = ['A', 'B', 'C'].flatMap((column) => [1, 2, 3, 4, 5].map((row) => column + row)).filter(isOpen);
  assert.deepEqual(open, ['B3', 'B4', 'B5', 'C3', 'C4', 'C5']);
});

test('choices hang on a hidden list, so that commas and length do not matter', async () => {
  const part = await partsOf(workbook);
  assert.match(
    part('xl/worksheets/sheet1.xml'),
    /<dataValidation type="list" sqref="C3:C5".*<formula1>'Danh mục'!\$A\$1:\$A\$2</,
  );
  assert.match(part('xl/workbook.xml'), /name="Danh mục"[^>]*state="hidden"/);
  assert.match(part('xl/workbook.xml'), /name="_meta"[^>]*state="veryHidden"/);
});

test('the headings stay in view and carry their notes', async () => {
  const part = await partsOf(workbook);
  assert.match(part('xl/worksheets/sheet1.xml'), /<pane ySplit="2" topLeftCell="A3" state="frozen"/);
  assert.match(part('xl/comments1.xml'), /ref="B2".*Đơn vị: %/);
});
