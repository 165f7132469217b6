import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../kernel/result.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { addressOf, cellsIn, dateOfSerial } from './sheet.ts';
import type { Sheet } from './sheet.ts';
import { withRows, workbookOf } from './workbook.fixture.ts';

async function read(bytes: Uint8Array): Promise<readonly Sheet[]> {
  return expectOk(await readWorkbook(bytes));
}

/** Address, kind and content of every cell, with an f for a formula. */
async function cellsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const sheets = await read(bytes);
  return sheets.flatMap(({ rows }) =>
    rows.flatMap((row) =>
      cellsIn(row).map(
        (cell) => `${addressOf(cell.column, cell.row)} ${cell.kind} ${cell.raw}${cell.isFormula ? ' f' : ''}`,
      ),
    ),
  );
}

test('every kind of cell keeps its address and its content as it stands in the file', async () => {
  const bytes = withRows(
    `<row r="2"><c r="B2" t="s"><v>1</v></c><c r="C2"><v>1234567890123456.25</v></c><c r="D2" t="b"><v>1</v></c></row>
     <row r="7"><c r="B7" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C7"><f>SUM(A1:A2)</f><v>1.5E-3</v></c><c r="AA7" t="str"><f>"a"</f><v>chữ</v></c>
       <c r="AB7"/><c r="AC7" t="s"><v>0</v></c></row>`,
    {
      'xl/sharedStrings.xml':
        '<sst count="9" uniqueCount="9"><si><t/></si><si><r><t>Xã </t></r><r><t>A</t></r><rPh><t>x</t></rPh></si></sst>',
    },
  );
  assert.deepEqual(await cellsOf(bytes), [
    'B2 text Xã A',
    'C2 number 1234567890123456.25',
    'D2 boolean 1',
    'B7 error #DIV/0! f',
    'C7 number 1.5E-3 f',
    'AA7 text chữ f',
  ]);
});

test('text that came in pieces is stored composed, and escaped characters are read', async () => {
  const decomposed = 'Hồ Chí Minh đẹp'.normalize('NFD');
  const bytes = withRows(
    `<row r="1"><c r="A1" t="inlineStr"><is><t>${decomposed}</t></is></c><c r="B1" t="str"><v>a_x000A_b &amp; c</v></c></row>`,
  );
  assert.deepEqual(await cellsOf(bytes), ['A1 text Hồ Chí Minh đẹp', 'B1 text a\nb & c']);
});

test('a date and a percentage are told from a number by the format they are shown in', async () => {
  const formats = ['14', '164', '165', '10', '166', '0'].map((id) => `<xf numFmtId="${id}"/>`).join('');
  const styles = `<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yyyy"/><numFmt numFmtId="165" formatCode="#,##0 &quot;đồng (d)&quot;"/>
    <numFmt numFmtId="166" formatCode="[Red]0.0%"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats}</cellXfs></styleSheet>`;
  const cells = ['A', 'B', 'C', 'D', 'E', 'F'].map(
    (column, style) => `<c r="${column}1" s="${style}"><v>46000</v></c>`,
  );
  const bytes = withRows(`<row r="1">${cells.join('')}</row>`, { 'xl/styles.xml': styles });
  assert.deepEqual(await cellsOf(bytes), [
    'A1 date 46000',
    'B1 date 46000',
    'C1 number 46000',
    'D1 percent 46000',
    'E1 percent 46000',
    'F1 number 46000',
  ]);
  assert.equal(dateOfSerial('46000'), '2025-12-09');
  assert.equal(dateOfSerial('-1'), undefined);
});

test('dates of a workbook that counts from 1904 are brought to the common count', async () => {
  const bytes = withRows('<row r="1"><c r="A1" s="0"><v>44538</v></c></row>', {
    'xl/styles.xml': '<styleSheet><cellXfs><xf numFmtId="14"/></cellXfs></styleSheet>',
    'xl/workbook.xml':
      '<workbook><workbookPr date1904="1"/><sheets><sheet name="A" sheetId="1" r:id="rId1" xmlns:r="r"/></sheets></workbook>',
  });
  assert.deepEqual(await cellsOf(bytes), ['A1 date 46000']);
});

test('rows and cells without an address count on from the one before; prefixes are no matter', async () => {
  const bytes = workbookOf({
    'xl/worksheets/sheet1.xml':
      '<x:worksheet xmlns:x="x"><x:sheetData><x:row><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row><x:row r="5"><x:c><x:v>3</x:v></x:c></x:row></x:sheetData></x:worksheet>',
  });
  assert.deepEqual(await cellsOf(bytes), ['A1 number 1', 'B1 number 2', 'A5 number 3']);
});

test('a far corner that is only painted is no content', async () => {
  const bytes = withRows('<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576" s="4"/></row>');
  assert.deepEqual(await cellsOf(bytes), ['A1 number 1']);
});

test('100,000 rows of 8 cells are read whole', async () => {
  const rows = Array.from(
    { length: 100_000 },
    (_, index) =>
      `<row r="${index + 1}">${['A', 'B', 'C', 'D', 'E', 'F', 'G', 'H'].map((name) => `<c r="${name}${index + 1}"><v>${index}</v></c>`).join('')}</row>`,
  );
  const [sheet] = await read(withRows(rows.join('')));
  assert.equal(sheet?.rows.length, 100_000);
  assert.deepEqual(cellsIn(sheet?.rows.at(-1) ?? []).at(-1), {
    row: 100_000,
    column: 8,
    kind: 'number',
    raw: '99999',
    isFormula: false,
  });
});

const csv: readonly (readonly [string, string, readonly string[]])[] = [
  [
    'semicolons as Excel in Vietnamese saves',
    '\uFEFFMã;Giá trị\r\nKT-01;1.234,5\r\n',
    ['A1 text Mã', 'B1 text Giá trị', 'A2 text KT-01', 'B2 text 1.234,5'],
  ],
  [
    'commas, quotes and a line break in a cell',
    'a,"b ""c"", d\ne"\n,f',
    ['A1 text a', 'B1 text b "c", d\ne', 'B2 text f'],
  ],
  ['tabs', 'a\tb\tc;d\n', ['A1 text a', 'B1 text b', 'C1 text c;d']],
  ['an apostrophe before a formula is taken off, another is not', "'=1+1,'a\n", ['A1 text =1+1', "B1 text 'a"]],
];
for (const [title, text, expected] of csv) {
  test(`CSV: ${title}`, async () => assert.deepEqual(await cellsOf(Buffer.from(text)), expected));
}

test('CSV: decomposed text is stored composed', async () => {
  assert.deepEqual(await cellsOf(Buffer.from('Xã Bản Hồ'.normalize('NFD'))), ['A1 text Xã Bản Hồ']);
});
