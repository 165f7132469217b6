import assert from 'node:assert/strict';
import { test } from 'node:test';
import { writeWorkbook } from '../spreadsheet/write-workbook.server.ts';
import { wordsOfFile } from './file-words.server.ts';
import { png } from './samples.fixture.ts';
import { buildZip } from './zip.fixture.ts';

const p = (text: string) => `<w:p><w:pPr/><w:r><w:t>${text}</w:t></w:r></w:p>`;

test('a Word document comes out line by line, its tables row by row', async () => {
  const table = `<w:tbl><w:tr><w:tc>${p('Ô một')}${p('dòng hai')}</w:tc><w:tc>${p('A|B')}</w:tc></w:tr></w:tbl>`;
  const body = `${p('Điều 1. Phạm vi')}${p('Áp dụng &amp; tính từ')}${table}${p('Điều 2.')}`;
  const content = `<w:document><w:body>${body}</w:body></w:document>`;
  const docx = buildZip([{ name: 'word/document.xml', content }]);
  const text = 'Điều 1. Phạm vi\nÁp dụng & tính từ\n| Ô một dòng hai | A/B |\nĐiều 2.';
  assert.equal(await wordsOfFile('docx', docx), text);
});

test('a workbook comes out by its visible sheets, a text as it is, a picture not at all', async () => {
  const columns = [{ heading: 'Tên', kind: 'text', width: 20 } as const];
  const xlsx = await writeWorkbook({ title: 'Mẫu', sheets: [{ name: 'Biểu 1', columns, rows: [['Xã Mẫu An']] }] });
  assert.equal(await wordsOfFile('xlsx', xlsx), 'Biểu 1\n| Tên |\n| Xã Mẫu An |');
  assert.equal(await wordsOfFile('txt', Buffer.from(' Một\ndòng ')), 'Một\ndòng');
  assert.equal(await wordsOfFile('png', png()), undefined);
  assert.equal(await wordsOfFile('docx', png()), undefined);
  assert.equal(await wordsOfFile('pdf', png()), undefined);
});
