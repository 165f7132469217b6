import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { findPackFolder } from '../directive/load-pack.server.ts';
import { codeFor, libraryIndex, readDocument } from './document.ts';
import { blocksOf, partsOf, snippetOf } from './parts.ts';

const textOf = async (name: string) => readFile(join(await findPackFolder(), 'library', name), 'utf8');

test('the law is cut into its 96 articles, each with an anchor that says its number', async () => {
  const parts = partsOf(await textOf('luat-06-2022-qh15.txt'));
  const articles = parts.filter(({ kind }) => kind === 'article');
  assert.deepEqual(
    articles.map(({ anchor }) => anchor),
    Array.from({ length: 96 }, (_, at) => `dieu-${at + 1}`),
  );
  assert.equal(articles[21]?.heading, 'Điều 22. Danh hiệu chiến sĩ thi đua Bộ, ban, ngành, tỉnh');
  assert.match(articles[4]?.body ?? '', /không khen thưởng nhiều lần, nhiều hình thức cho một thành tích/);
  const chapters = parts.filter(({ kind }) => kind === 'chapter').map(({ anchor }) => anchor);
  assert.deepEqual(
    chapters,
    ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii'].map((n) => `chuong-${n}`),
  );
  assert.equal(parts[1]?.heading, 'Chương I. NHỮNG QUY ĐỊNH CHUNG');
  assert.equal(new Set(parts.map(({ anchor }) => anchor)).size, parts.length);
});

test('the decree is cut into its 38 articles, and nothing of any text is lost', async () => {
  const text = await textOf('nghi-dinh-30-2020-nd-cp.txt');
  const parts = partsOf(text);
  assert.equal(parts.filter(({ kind }) => kind === 'article').length, 38);
  const { documents } = libraryIndex.parse(JSON.parse(await textOf('index.json')));
  for (const { text: name } of documents) {
    if (name === undefined) continue;
    const whole = await textOf(name);
    const words = (one: string) =>
      one
        .split(/\s+/)
        .filter(Boolean)
        .map((word) => word.replace(/\.$/, ''));
    const kept = partsOf(whole).flatMap(({ heading, body }) => words(`${heading} ${body}`));
    assert.deepEqual(kept, words(whole.normalize('NFC')), name);
  }
});

test('every link of the index leads to a document of it, and nothing unread carries a text', async () => {
  const { documents } = libraryIndex.parse(JSON.parse(await textOf('index.json')));
  const codes = new Set(documents.map(({ code }) => code));
  assert.equal(codes.size, documents.length);
  for (const { links, state, text } of documents) {
    assert.ok(links.every(({ to }) => codes.has(to)));
    assert.ok(text === undefined || state === 'read');
  }
});

test('paragraphs keep their level, rows of a table stand together', () => {
  assert.deepEqual(blocksOf('1. Một\na) Điểm\n| A | B |\n| 1 | |\nCuối'), [
    { kind: 'text', text: '1. Một', level: 1 },
    { kind: 'text', text: 'a) Điểm', level: 2 },
    {
      kind: 'table',
      rows: [
        ['A', 'B'],
        ['1', ''],
      ],
    },
    { kind: 'text', text: 'Cuối', level: 0 },
  ]);
});

test('a snippet marks what was looked for as it is written, whatever the marks typed', () => {
  const text = 'Có sáng kiến đã được áp dụng hiệu quả và có khả năng nhân rộng.';
  const found = snippetOf(text, ['sang kien', 'nhan rong']);
  assert.deepEqual(
    found.filter(({ isFound }) => isFound).map((piece) => piece.text),
    ['sáng kiến', 'nhân rộng'],
  );
  assert.equal(found.map((piece) => piece.text).join(''), text);
});

test('only whole words are marked, and the first that is looked for leads', () => {
  const text = `${'Trong phòng họp này. '.repeat(20)}Có khả năng nhân rộng, khác trước.`;
  const found = snippetOf(text, ['kha nang nhan rong', 'kha', 'rong']);
  assert.deepEqual(
    found.filter(({ isFound }) => isFound).map((piece) => piece.text),
    ['khả năng nhân rộng'],
  );
});

test('a document needs title, kind, issuer, source, state; days must be days and go forward', () => {
  const read = readDocument({ inForceFrom: '2026-02-30', title: ' ' });
  assert.deepEqual(!read.ok && read.refusal.problems.map(({ field, problem }) => [field, problem]), [
    ['title', 'missing'],
    ['kind', 'missing'],
    ['issuer', 'missing'],
    ['source', 'missing'],
    ['inForceFrom', 'not_a_day'],
    ['state', 'missing'],
  ]);
  assert.equal(codeFor('Hướng dẫn chấm điểm', ''), 'huong-dan-cham-diem');
  assert.equal(codeFor('x', '12/HD-SNV'), '12-hd-snv');
});
