import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { buildZip } from './files/zip.fixture.ts';
import { guardSecrets, nothingSecret, secretInFile } from './secrets.server.ts';
import { sheetXml, withRows, workbookOf } from './spreadsheet/workbook.fixture.ts';

const named = 'Đề án 17';
before(() => guardSecrets(async () => (text) => (/đề\s+án\s+17/iu.test(text) ? 'DA-17' : undefined)));
after(() => guardSecrets(async () => nothingSecret));

async function placesIn(name: string, content: Uint8Array | string) {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  const found = await secretInFile({ field: 'tep', name, bytes });
  return found.map(({ sheet, cell, part }) => (cell === undefined ? (part ?? 'tên tệp') : `${sheet ?? ''}!${cell}`));
}
const inCell = (address: string, text: string) => `<c r="${address}" t="inlineStr"><is><t>${text}</t></is></c>`;
const packageOf = (parts: Readonly<Record<string, string | Uint8Array>>) =>
  buildZip(Object.entries(parts).map(([name, content]) => ({ name, content })));

test('of a workbook every cell is told, by sheet and address, however the words are cut', async () => {
  const cut = `<c r="C7" t="inlineStr"><is><r><t>Đề </t></r><r><t>án 17</t></r></is></c>`;
  const rows = `<row r="2">${inCell('B2', `${named} đạt`)}</row><row r="7">${cut}</row>`;
  assert.deepEqual(await placesIn('so.xlsx', withRows(rows)), ['Sheet1!B2', 'Sheet1!C7']);
});

test('of a CSV the cell is told', async () => {
  assert.deepEqual(await placesIn('so.csv', `Mã,Ghi chú\nKT-01,\nKT-02,"Theo ${named}"\n`), ['!B3']);
  assert.deepEqual(await placesIn('so.txt', `Theo ${named}`), ['']);
});

test('cells that stand side by side say nothing together', async () => {
  const rows = `<row r="1">${inCell('A1', 'Đề án')}${inCell('B1', '17/KH-UBND')}</row>`;
  assert.deepEqual(await placesIn('so.xlsx', withRows(rows)), []);
});

test('a workbook names it nowhere: not on a tab, in a comment, a text box, a header, a chart, a property', async () => {
  const tab = `<workbook xmlns:r="x"><sheets><sheet name="${named}" sheetId="1" r:id="rId1"/></sheets></workbook>`;
  const head = sheetXml('').replace(
    '</worksheet>',
    `<headerFooter><oddHeader>${named}</oddHeader></headerFooter></worksheet>`,
  );
  const parts = {
    'xl/workbook.xml': tab,
    'xl/worksheets/sheet1.xml': head,
    'xl/comments1.xml': `<comments><comment ref="A1"><text><t>${named}</t></text></comment></comments>`,
    'xl/threadedComments/threadedComment1.xml': `<ThreadedComments><text>${named}</text></ThreadedComments>`,
    'xl/drawings/drawing1.xml': `<wsDr><a:p><a:r><a:t>${named}</a:t></a:r></a:p></wsDr>`,
    'xl/drawings/drawing2.xml': `<wsDr><cNvPr id="2" name="Hình 1" descr="Ảnh ${named}"/></wsDr>`,
    'xl/charts/chart1.xml': `<chart><a:p><a:t>${named}</a:t></a:p></chart>`,
    'docProps/app.xml': `<Properties><TitlesOfParts><lpstr>${named}</lpstr></TitlesOfParts></Properties>`,
    'customXml/item1.xml': `<b:Sources><b:Title>${named}</b:Title></b:Sources>`,
  };
  for (const [part, content] of Object.entries(parts))
    assert.deepEqual(await placesIn('so.xlsx', workbookOf({ [part]: content })), [part], part);
});

test('a document is read in its notes, its tables and what is embedded in it', async () => {
  const parts = {
    'word/document.xml': `<w:p><w:r><w:t>Đề án </w:t></w:r><w:r><w:t>17</w:t></w:r></w:p>`,
    'word/glossary/document.xml': `<w:p><w:t>${named}</w:t></w:p>`,
    'word/footnotes.xml': `<w:p><w:t>${named}</w:t></w:p>`,
    'word/embeddings/bang.xlsx': withRows(`<row r="1">${inCell('A1', named)}</row>`),
    'ppt/slides/slide2.xml': `<a:p><a:t>${named}</a:t></a:p>`,
    'Object 1/content.xml': `<text:p>${named}</text:p>`,
  };
  for (const [part, content] of Object.entries(parts))
    assert.deepEqual(await placesIn('van-ban.docx', packageOf({ [part]: content })), [part], part);
});

test('a PDF is read in its pages, its properties and the notes and fields on it', async () => {
  const page = (text: string) => `<</Length ${text.length}>>stream\n${text}\nendstream`;
  const words = (info: string, note: string, text = '') =>
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 700]/Contents 4 0 R/Annots[6 0 R]/Resources<</Font<</F1 5 0 R>>>>>>',
      page(`BT /F1 12 Tf 50 700 Td (${text}) Tj ET`),
      '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
      `<</Type/Annot/Subtype/Text/Rect[0 0 9 9]/Contents(${note})>>`,
      `<</Title(${info})>>`,
    ].map((part, at) => `${at + 1} 0 obj${part}endobj\n`);
  const pdf = (...given: Parameters<typeof words>) =>
    `%PDF-1.4\n${words(...given).join('')}trailer<</Root 1 0 R/Info 7 0 R/Size 8>>\n%%EOF\n`;
  guardSecrets(async () => (text) => (/de an 17/i.test(text) ? 'DA-17' : undefined));
  const places = [pdf('De an 17', ''), pdf('', 'De an 17'), pdf('', '', 'De an 17'), pdf('', '')];
  assert.deepEqual(await Promise.all(places.map((content) => placesIn('a.pdf', content))), [
    ['info'],
    ['1'],
    ['1'],
    [],
  ]);
});
