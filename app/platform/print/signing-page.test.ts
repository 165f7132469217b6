/** Nobody signs on a page of its own: the last words of a paper stand on the page of its signatures, wherever the text ends. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { letterPaper, minutesPaper } from '../../../tests/fixtures/papers.ts';
import { pdfPages, wordPart } from '../../../tests/papers.ts';
import { expectOk } from '../../kernel/result.ts';
import type { Block, Paper } from './paper.ts';
import { renderPdf } from './pdf.server.ts';
import { renderWord } from './word.server.ts';

const made = new Date('2026-11-28T01:00:00Z');
const lastPage = async (paper: Paper) => (await pdfPages(expectOk(await renderPdf(paper, made)))).at(-1) ?? '';
const lines = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, at) => ({ kind: 'paragraph', text: `Dòng ${at + 1}` }));
const table = (count: number): Block => ({
  kind: 'table',
  columns: [
    { heading: 'Cột số', share: 1, align: 'left' },
    { heading: 'Cột tên', share: 5, align: 'left' },
  ],
  rows: Array.from({ length: count }, (_, at) => [String(at + 1), `Dòng ${at + 1}`]),
});
const endings = {
  paragraph: { kind: 'paragraph', text: 'Lời cuối cùng của văn bản.' },
  note: { kind: 'note', text: 'Lời cuối cùng của văn bản.' },
} as const satisfies Readonly<Record<string, Block>>;

for (const paper of [letterPaper, minutesPaper]) {
  const office = paper.signature.office.toLocaleUpperCase('vi');
  test(`PDF of ${paper.about}: however long it is, its last words stand with its signatures`, async () => {
    for (const last of Object.values(endings)) {
      const pages = new Set<boolean>();
      // From what fits on the first page to what passes it by itself.
      for (let count = 14; count <= 28; count += 1) {
        const page = await lastPage({ ...paper, body: [...lines(count), last] });
        assert.match(page, new RegExp(`Lời cuối cùng.*${office}`), `${last.kind} after ${count} lines: ${page}`);
        pages.add(page.startsWith('2 '));
      }
      assert.equal(pages.size, 2, 'the signatures never came to the second page');
    }
  });

  test(`PDF of ${paper.about}: of a table its last two rows, on a new page under its head`, async () => {
    for (let count = 16; count <= 32; count += 1) {
      const page = await lastPage({ ...paper, body: [table(count)] });
      assert.match(page, new RegExp(`Dòng ${count - 1} .*Dòng ${count} .*${office}`), `${count} rows: ${page}`);
      assert.match(page, /Cột số Cột tên/);
    }
    assert.match(await lastPage({ ...paper, body: [...lines(25), table(3)] }), new RegExp(`Dòng 1 .*${office}`));
  });

  test(`Word of ${paper.about}: everything from the last words to the last line is kept with the next`, async () => {
    const body = [...lines(2), table(5), { kind: 'paragraph', text: 'Lời cuối' } as const];
    const kept = async (drawn: Paper, from: string) => {
      const document = wordPart(await renderWord(drawn));
      const paragraphs = document.slice(0, document.lastIndexOf('<w:sectPr')).split('</w:p>').slice(0, -1);
      const start = paragraphs.findIndex((each) => each.includes(from));
      return { before: paragraphs[start - 1] ?? '', after: paragraphs.slice(start) };
    };
    const isKept = (paragraph: string) => /<w:keepNext\/>/.test(paragraph);
    // The last words, the gap; then one row that does not break, and of two signatures the names of those it goes to.
    const { before, after } = await kept({ ...paper, body }, 'Lời cuối');
    assert.ok(!isKept(before));
    const end = paper.cosigner === undefined ? 2 : after.length - 1;
    assert.deepEqual(
      after.map(isKept),
      after.map((_, at) => at < end),
    );
    const rows = await kept({ ...paper, body: [table(5)] }, '>4<');
    assert.deepEqual([rows.before, ...rows.after.slice(0, 5)].map(isKept), [false, true, true, true, true, true]);
  });
}
