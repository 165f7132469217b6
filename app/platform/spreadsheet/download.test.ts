import assert from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { csvOf, jsonOf } from './download.server.ts';
import { expectOk } from '../../kernel/result.ts';
import { markFiles } from './file-mark.server.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { cellAt } from './sheet.ts';
import { writeWorkbook } from './write-workbook.server.ts';

afterEach(() => markFiles(undefined));

const sheet = {
  name: 'Chỉ tiêu',
  preface: ['Danh sách chỉ tiêu'],
  columns: [
    { heading: 'Mã', kind: 'text', width: 10 },
    { heading: 'Tên', kind: 'text', width: 30 },
  ],
  rows: [['KT-01', 'Thu mẫu']],
} as const;

async function cellsOf(): Promise<readonly (string | undefined)[]> {
  const [read] = expectOk(await readWorkbook(await writeWorkbook({ sheets: [sheet] })));
  return (read?.rows ?? []).map((row) => cellAt(row, 1)?.raw);
}

test('a workbook of a demonstration says below its title that it is a sample; any other says nothing', async () => {
  assert.deepEqual(await cellsOf(), ['Danh sách chỉ tiêu', 'Mã', 'KT-01']);
  markFiles('Dữ liệu mẫu');
  assert.deepEqual(await cellsOf(), ['Danh sách chỉ tiêu', 'Dữ liệu mẫu', 'Mã', 'KT-01']);
});

test('a table of text says so in a last row, a calculation sheet in a member of its own', async () => {
  markFiles('Dữ liệu mẫu');
  assert.equal(await csvOf('x', sheet).text(), 'Mã,Tên\r\nKT-01,Thu mẫu\r\nDữ liệu mẫu,\r\n');
  assert.deepEqual(await jsonOf('x', { unit: 'T' }).json(), { sample: 'Dữ liệu mẫu', unit: 'T' });
  markFiles(undefined);
  assert.equal(await csvOf('x', sheet).text(), 'Mã,Tên\r\nKT-01,Thu mẫu\r\n');
  assert.deepEqual(await jsonOf('x', { unit: 'T' }).json(), { unit: 'T' });
});
