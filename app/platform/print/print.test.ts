/** Both renderers against the decree, read back from the files they make. */
import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import fc from 'fast-check';
import { getDocumentProxy } from 'unpdf';
import { expectOk } from '../../kernel/result.ts';
import { pdfPages, wordPart, wordText } from '../../../tests/papers.ts';
import { firstCorner } from '../signing/page-corner.server.ts';
import { markFiles } from '../spreadsheet/file-mark.server.ts';
import { layOut } from './lay-out.ts';
import { letterPaper, minutesPaper, partyPaper, reportPaper } from '../../../tests/fixtures/papers.ts';
import type { Paper } from './paper.ts';
import { renderPdf } from './pdf.server.ts';
import { sendPaper } from './send.server.ts';
import { tinos } from './tinos.server.ts';
import { renderWord } from './word.server.ts';

const made = new Date('2026-11-28T01:00:00Z');
const pdf = async (paper: Paper) => expectOk(await renderPdf(paper, made));
const mm = (length: number) => Math.round((length * 1440) / 25.4);
after(() => markFiles(undefined));

test('the sheet is A4 with the margins of the decree, and a wide annex lies on its side', async () => {
  const document = wordPart(await renderWord(reportPaper));
  const sizes = [...document.matchAll(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/g)].map(([, w, h]) => [Number(w), Number(h)]);
  const [wide, high] = [mm(210), mm(297)];
  assert.deepEqual(sizes, [
    [wide, high],
    [wide, high],
    [high, wide],
  ]);
  const margins = /<w:pgMar w:top="(\d+)" w:right="(\d+)" w:bottom="(\d+)" w:left="(\d+)"/.exec(document);
  assert.deepEqual(margins?.slice(1).map(Number), [mm(20), mm(20), mm(20), mm(30)]);
});

test('the fonts and sizes are those of the decree', async () => {
  const word = await renderWord(reportPaper);
  assert.match(wordPart(word, 'word/styles.xml'), /<w:rFonts w:ascii="Times New Roman"/);
  const document = wordPart(word);
  const looked = (text: string) =>
    new RegExp(`<w:r><w:rPr>((?:(?!</w:rPr>).)*)</w:rPr><w:t[^>]*>${text}`).exec(document)?.[1];
  const size = (text: string) => Number(/<w:sz w:val="(\d+)"/.exec(looked(text) ?? '')?.[1]) / 2;
  const bold = (text: string) => /<w:b\/>/.test(looked(text) ?? '');
  const italic = (text: string) => /<w:i\/>/.test(looked(text) ?? '');
  const seen = (text: string) => [size(text), bold(text), italic(text)];
  assert.deepEqual(seen('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM'), [12, true, false]);
  assert.deepEqual(seen('Độc lập - Tự do - Hạnh phúc'), [13, true, false]);
  assert.deepEqual(seen('TỈNH MẪU SƠN'), [12, false, false]);
  assert.deepEqual(seen('SỞ NỘI VỤ'), [12, true, false]);
  assert.deepEqual(seen('Số:'), [13, false, false]);
  assert.deepEqual(seen('Mẫu Sơn, ngày'), [14, false, true]);
  assert.deepEqual(seen('BÁO CÁO'), [14, true, false]);
  assert.deepEqual(seen('Căn cứ Luật'), [14, false, true]);
  assert.deepEqual(seen('KT. GIÁM ĐỐC'), [14, true, false]);
  assert.deepEqual(seen('Nơi nhận:'), [12, true, true]);
  assert.deepEqual(seen('- Như trên;'), [11, false, false]);
});

test('the line under the motto is as long as the motto, the one under the issuer a third to a half of its name', async () => {
  const document = wordPart(await renderWord(reportPaper));
  const rules = [...document.matchAll(/<w:pBdr>.*?<w:ind w:left="(\d+)"/g)].map(([, left]) => Number(left));
  const long = (within: number, indent: number) => mm(within) - 2 * indent;
  const text = (words: string, size: number) => tinos('700Bold').widthOf(words, size) * 20;
  const issuer = long(70, rules[0] ?? 0) / text('SỞ NỘI VỤ', 12);
  assert.ok(issuer > 1 / 3 && issuer < 1 / 2, String(issuer));
  assert.ok(Math.abs(long(90, rules[1] ?? 0) - text('Độc lập - Tự do - Hạnh phúc', 13)) < 5);
});

test('pages are numbered from the second on, and each annex counts its own', async () => {
  const document = wordPart(await renderWord(reportPaper));
  assert.equal([...document.matchAll(/<w:titlePg\/>/g)].length, 3);
  assert.equal([...document.matchAll(/<w:pgNumType w:start="1"\/>/g)].length, 3);
  const pages = await pdfPages(await pdf(reportPaper));
  const numbers = pages.map((page) => /^\d+(?= )/.exec(page)?.[0]);
  assert.deepEqual(numbers, [undefined, '2', '3', undefined, undefined]);
});

test('the head of a table is repeated on every page it reaches', async () => {
  assert.match(wordPart(await renderWord(reportPaper)), /<w:tblHeader\/>/);
  const pages = await pdfPages(await pdf(reportPaper));
  assert.equal(pages.filter((page) => page.includes('Mã Chỉ tiêu Mức 2030')).length, 3);
});

test('Word and PDF say the same words', async () => {
  for (const paper of [reportPaper, letterPaper, partyPaper, minutesPaper]) {
    const word = wordText(await renderWord(paper)).replaceAll(/\s+/g, ' ');
    const printed = (await pdfPages(await pdf(paper))).join(' ');
    const laid = layOut(paper);
    const lines = [
      ...laid.issuer,
      ...laid.nation,
      laid.about,
      ...laid.recipients,
      ...laid.signature.above,
      laid.signature.name,
    ];
    const all = [...lines, laid.number, ...laid.body.flatMap((block) => ('text' in block ? [block.text] : []))];
    for (const line of all.map((each) => each.replaceAll(/\s+/g, ' '))) {
      assert.ok(word.includes(line), `Word lacks: ${line}`);
      assert.ok(printed.includes(line), `PDF lacks: ${line}`);
    }
  }
});

test('a Party paper bears the name of the Party and no motto, a letter no name of its kind', async () => {
  const party = wordText(await renderWord(partyPaper));
  assert.match(party, /ĐẢNG CỘNG SẢN VIỆT NAM/);
  assert.doesNotMatch(party, /CỘNG HÒA|Độc lập/);
  const letter = wordText(await renderWord(letterPaper));
  assert.match(letter, /V\/v đôn đốc/);
  assert.doesNotMatch(letter, /CÔNG VĂN/);
});

test('a demonstration marks every sheet', async () => {
  markFiles('DỮ LIỆU MẪU');
  const word = await renderWord(reportPaper);
  const pages = await pdfPages(await pdf(reportPaper));
  markFiles(undefined);
  assert.deepEqual(
    pages.map((page) => page.includes('DỮ LIỆU MẪU')),
    pages.map(() => true),
  );
  assert.match(wordPart(word, 'word/header1.xml') + wordPart(word, 'word/header2.xml'), /DỮ LIỆU MẪU.*DỮ LIỆU MẪU/s);
});

test('the mark of a demonstration leaves the corner free in which a body signs a file attached', async () => {
  markFiles('DỮ LIỆU MẪU');
  const drawn = await pdf(letterPaper);
  const word = await renderWord(letterPaper);
  markFiles(undefined);
  const corner = await firstCorner(drawn);
  const page = await (await getDocumentProxy(new Uint8Array(drawn))).getPage(corner.page);
  const { items } = await page.getTextContent();
  const within = items.flatMap((item) => {
    if (!('str' in item) || item.str.trim() === '') return [];
    const [x = 0, y = 0] = item.transform.slice(4) as number[];
    return x + item.width > corner.x && y + item.height > corner.y ? [item.str] : [];
  });
  assert.deepEqual(within, []);
  assert.ok(items.some((item) => 'str' in item && item.str === 'DỮ LIỆU MẪU'));
  // In Word it is what a line that begins at the left begins with.
  for (const name of ['word/header1.xml', 'word/header2.xml'])
    assert.match(wordPart(word, name), /<w:jc w:val="left"\/><\/w:pPr><w:r>(?:(?!<w:t[ >]).)*<w:t[^>]*>DỮ LIỆU MẪU/s);
});

test('the same paper and time give the same PDF, which is a PDF/A-2a', async () => {
  const [first, second] = [await pdf(reportPaper), await pdf(reportPaper)];
  assert.deepEqual(first, second);
  const text = Buffer.from(first).toString('latin1');
  assert.match(text, /<pdfaid:part>2<\/pdfaid:part>\s*<pdfaid:conformance>A</);
  assert.match(text, /\/FontFile2|\/FontFile3/);
});

const nasty = [
  '#import "x": *',
  '#panic("x")',
  '$x^2$ _nghiêng_ *đậm* `mã` @nhãn <nhãn>',
  '= Đề mục',
  '// chú thích /* */',
  '<w:p><w:r/></w:p>',
  '"]]> & \' \\ "',
  '\u0000\u001F\uFFFE\uD800',
  '😀👩🏽‍🌾漢字',
  'Dài'.repeat(200),
  'a\u0301 e\u0302\u0301',
];
const text = fc.oneof(
  fc.constantFrom(...nasty),
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ maxLength: 60 }),
);

test('whatever is typed comes out as text, in every place of a paper', async () => {
  await fc.assert(
    fc.asyncProperty(text, text, async (one, two) => {
      const paper: Paper = {
        ...reportPaper,
        about: `Về ${one}`,
        addressees: [one, two],
        body: [
          { kind: 'heading', level: 1, text: two },
          { kind: 'paragraph', lead: one, text: `Đầu ${two} cuối` },
          {
            kind: 'table',
            title: one,
            columns: [{ heading: two, share: 1, align: 'left' }],
            rows: [[one], { band: two }],
          },
          { kind: 'note', text: two },
        ],
        annexes: [{ name: one, body: [] }],
      };
      const word = wordText(await renderWord(paper));
      for (const block of layOut(paper).body) if ('text' in block) assert.ok(word.includes(block.text));
      await pdf(paper);
    }),
    { numRuns: 60 },
  );
});

test('markup of either renderer is printed as it was typed', async () => {
  const typed = '#import "x": * <w:p> $x^2$ *đậm* = & \\ @nhãn';
  const paper: Paper = { ...letterPaper, body: [{ kind: 'paragraph', text: `${typed} hết` }] };
  assert.ok(wordText(await renderWord(paper)).includes(typed));
  assert.ok((await pdfPages(await pdf(paper))).join(' ').includes(typed));
});

test('what the font lacks becomes a box, a very long word breaks within the sheet', async () => {
  const paper: Paper = { ...letterPaper, body: [{ kind: 'paragraph', text: `vui 😀 ${'dài'.repeat(100)} hết` }] };
  const words = (await pdfPages(await pdf(paper))).join(' ');
  assert.match(words, /vui □ dài/);
  assert.ok(words.replaceAll(' ', '').includes('dài'.repeat(100)));
});

test('a paper is sent under a name that keeps its marks', async () => {
  const sent = expectOk(await sendPaper({ paper: letterPaper, format: 'pdf', name: 'Báo cáo quý III', made }));
  assert.equal(sent.headers.get('Content-Type'), 'application/pdf');
  assert.match(
    sent.headers.get('Content-Disposition') ?? '',
    /filename="Bao cao quy III.pdf"; filename\*=UTF-8''B%C3%A1o/,
  );
  const word = expectOk(await sendPaper({ paper: letterPaper, format: 'docx', name: 'x', made }));
  assert.match(word.headers.get('Content-Type') ?? '', /wordprocessingml/);
});
