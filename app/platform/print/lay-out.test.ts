import assert from 'node:assert/strict';
import { test } from 'node:test';
import { layOut } from './lay-out.ts';
import { letterPaper, minutesPaper, partyPaper, reportPaper } from '../../../tests/fixtures/papers.ts';
import type { Block } from './paper.ts';
import { symbolOf } from './paper.ts';

const body = (...blocks: readonly Block[]) => layOut({ ...reportPaper, body: blocks }).body;
const texts = (...blocks: readonly Block[]) => body(...blocks).map((block) => ('text' in block ? block.text : ''));
const room = '\u00A0'.repeat(5);

test('a number below ten gets a zero, and one that is not given leaves room', () => {
  assert.equal(layOut(letterPaper).number, 'Số: 07/SNV-TĐKT');
  assert.equal(layOut({ ...letterPaper, number: '215' }).number, 'Số: 215/SNV-TĐKT');
  assert.equal(layOut(reportPaper).number, `Số: ${room}/BC-SNV`);
  assert.equal(layOut(partyPaper).number, `Số ${room}-BC/BTCTU`);
});

test('days below ten and months 1 and 2 get a zero, later months none', () => {
  const dated = (day: string) => layOut({ ...reportPaper, dated: { place: 'Mẫu Sơn', day } }).dated;
  assert.equal(dated('2026-02-05'), 'Mẫu Sơn, ngày 05 tháng 02 năm 2026');
  assert.equal(dated('2026-03-15'), 'Mẫu Sơn, ngày 15 tháng 3 năm 2026');
  assert.equal(dated('2026-11'), `Mẫu Sơn, ngày ${room} tháng 11 năm 2026`);
  assert.equal(dated('2026'), `Mẫu Sơn, ngày ${room} tháng ${room} năm 2026`);
  assert.equal(layOut(minutesPaper).dated, undefined);
});

test('headings are numbered by level, each beginning anew under the one above', () => {
  const heading = (level: 1 | 2 | 3) => ({ kind: 'heading', level, text: 'Đề mục' }) as const;
  assert.deepEqual(texts(heading(1), heading(2), heading(3), heading(3), heading(2), heading(1), heading(2)), [
    'I. ĐỀ MỤC',
    '1. Đề mục',
    'a) Đề mục',
    'b) Đề mục',
    '2. Đề mục',
    'II. ĐỀ MỤC',
    '1. Đề mục',
  ]);
});

test('points are marked in the order of the Vietnamese letters', () => {
  const items = Array.from({ length: 6 }, () => 'việc');
  assert.deepEqual(
    texts({ kind: 'list', marks: 'letters', items }).map((text) => text.slice(0, 2)),
    ['a)', 'b)', 'c)', 'd)', 'đ)', 'e)'],
  );
});

test('lists at the head and the foot end as the decree says', () => {
  const laid = layOut(reportPaper);
  assert.deepEqual(laid.addressees, ['Ủy ban nhân dân tỉnh Mẫu;', 'Hội đồng Thi đua - Khen thưởng tỉnh Mẫu.']);
  assert.match(laid.grounds.join('\n'), /2022;\n.*2026\.$/);
  assert.deepEqual(laid.recipients.slice(-2), ['- Ủy ban nhân dân các xã, phường;', '- Lưu: VT, TĐKT.']);
});

test('the last words close with a stroke, where the paper ends in words', () => {
  assert.equal(texts({ kind: 'paragraph', text: 'Hết.' }).at(-1), 'Hết./.');
  assert.equal(texts({ kind: 'paragraph', text: 'Hết.' }, { kind: 'note', text: 'Nguồn' }).at(-1), 'Nguồn');
});

test('a line break begins a paragraph, and what no sheet can carry is left out', () => {
  assert.deepEqual(
    texts({ kind: 'paragraph', text: 'một\r\n\n hai\u0000\u0007\tba \uD800' }, { kind: 'note', text: '' }),
    ['một', 'hai ba \uFFFD', ''],
  );
});

test('every row has a cell for every column', () => {
  const columns = ['a', 'b', 'c'].map((heading) => ({ heading, share: 1, align: 'left' as const }));
  const [table] = body({ kind: 'table', columns, rows: [['1'], ['1', '2', '3', '4'], { band: 'dải' }] });
  assert.deepEqual(table?.kind === 'table' && table.rows, [['1', '', ''], ['1', '2', '3'], { band: 'dải' }]);
});

test('annexes are counted in Roman numerals from two on', () => {
  const words = (count: number) =>
    layOut({ ...reportPaper, annexes: (reportPaper.annexes ?? []).slice(0, count) }).annexes.map(({ word }) => word);
  assert.deepEqual([words(0), words(1), words(2)], [[], ['Phụ lục'], ['Phụ lục I', 'Phụ lục II']]);
});

test('kind and issuer make the symbol, each family in its way', () => {
  assert.equal(symbolOf('state', 'BC', 'SNV'), 'BC-SNV');
  assert.equal(symbolOf('party', 'BC', 'BTCTU'), 'BC/BTCTU');
});
