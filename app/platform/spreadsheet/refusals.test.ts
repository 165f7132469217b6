import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deflateRawSync } from 'node:zlib';
import { jpeg, odf, oldOffice, ooxml, pdf, png } from '../files/samples.fixture.ts';
import { buildZip } from '../files/zip.fixture.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { defaultReadLimits } from './refusals.ts';
import type { ReadLimits, ReadRefusal } from './refusals.ts';
import { readText } from './text.ts';
import { sheetXml, withRows, workbookOf } from './workbook.fixture.ts';

async function refusalOf(bytes: Uint8Array, limits: Partial<ReadLimits> = {}): Promise<ReadRefusal | undefined> {
  const outcome = await readWorkbook(bytes, { ...defaultReadLimits, ...limits });
  return outcome.ok ? undefined : outcome.refusal;
}

const sheet = 'xl/worksheets/sheet1.xml';
const texts = 'xl/sharedStrings.xml';
const cell = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>';
const laughs =
  '<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]><sst><si><t>&c;</t></si></sst>';
const fetching = '<!DOCTYPE a SYSTEM "http://127.0.0.1/a.dtd"><sst/>';
const macroTypes = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
/** 64 MB of blanks in 64 kB, never inflated here in one go by the reader. */
const blanks = deflateRawSync(Buffer.alloc(64 * 1024 * 1024, 32));
const bomb = { name: texts, content: '', deflated: blanks, declaredBytes: 64 * 1024 * 1024 };

const cases: readonly (readonly [string, Uint8Array, ReadRefusal])[] = [
  ['an empty file', new Uint8Array(), { kind: 'empty_file' }],
  ['a PDF', pdf(), { kind: 'not_a_workbook', found: 'pdf' }],
  ['a picture', png(), { kind: 'not_a_workbook', found: 'png' }],
  ['a photograph', jpeg(), { kind: 'not_a_workbook', found: 'jpeg' }],
  ['a Word document', ooxml('wordprocessingml.document'), { kind: 'not_a_workbook', found: 'docx' }],
  ['an OpenDocument table', odf('spreadsheet'), { kind: 'not_a_workbook', found: 'ods' }],
  ['a bare zip', buildZip([{ name: 'a', content: 'a' }]), { kind: 'not_a_workbook', found: 'zip' }],
  ['an old .xls', oldOffice('Workbook'), { kind: 'not_a_workbook', found: 'old_office' }],
  [
    'a web table named .xls',
    Buffer.from('<html><table><tr><td>1</td></tr></table></html>'),
    { kind: 'not_a_workbook', found: 'html' },
  ],
  ['a locked workbook', oldOffice('EncryptedPackage'), { kind: 'encrypted' }],
  ['a zip with locked entries', workbookOf({}, [{ name: 'xl/a.xml', content: 'a', flags: 1 }]), { kind: 'encrypted' }],
  ['a workbook with macros', workbookOf({ 'xl/vbaProject.bin': 'x' }), { kind: 'macro' }],
  ['a workbook declared with macros', workbookOf({ '[Content_Types].xml': macroTypes }), { kind: 'macro' }],
  ['a sheet of old macros', workbookOf({ 'xl/macrosheets/sheet1.xml': '<x/>' }), { kind: 'macro' }],
  [
    'a program inside',
    workbookOf({ 'xl/embeddings/a.exe': 'MZ' }),
    { kind: 'unexpected_part', part: 'xl/embeddings/a.exe' },
  ],
  ['a stray part', workbookOf({ 'payload.bin': 'a' }), { kind: 'unexpected_part', part: 'payload.bin' }],
  ['a path that climbs out', workbookOf({ '../evil.xml': 'a' }), { kind: 'damaged' }],
  ['a zip cut in the middle', withRows(cell).subarray(0, 600), { kind: 'damaged' }],
  [
    'a part with a changed byte',
    workbookOf({}, [{ name: texts, content: '<sst/>', crc: 7 }]),
    { kind: 'damaged', part: texts },
  ],
  ['a bomb by ratio', workbookOf({}, [bomb]), { kind: 'bomb', rule: 'ratio' }],
  [
    'a bomb that lies about its size',
    workbookOf({}, [{ ...bomb, declaredBytes: 900 }]),
    { kind: 'bomb', rule: 'lying_size' },
  ],
  [
    'a bomb of ten thousand entries',
    workbookOf(
      {},
      Array.from({ length: 10_000 }, (_, index) => ({ name: `xl/${index}.xml`, content: 'a' })),
    ),
    { kind: 'bomb', rule: 'entries' },
  ],
  [
    'a bomb whose entries share their bytes',
    workbookOf(
      {},
      Array.from({ length: 50 }, (_, index) => ({
        name: `xl/media/${index}`,
        content: 'a'.repeat(900),
        sharesBytesOf: 0,
      })),
    ),
    { kind: 'bomb', rule: 'overlap' },
  ],
  ['entities that multiply', withRows(cell, { [texts]: laughs }), { kind: 'unsafe_xml', part: texts }],
  ['a declaration that fetches', withRows(cell, { [texts]: fetching }), { kind: 'unsafe_xml', part: texts }],
  [
    'tags nested ten thousand deep',
    withRows('<a>'.repeat(10_000) + '</a>'.repeat(10_000)),
    { kind: 'unsafe_xml', part: sheet },
  ],
  [
    'an unknown entity',
    withRows('<row r="1"><c r="A1" t="str"><v>&nbsp;</v></c></row>'),
    { kind: 'damaged', part: sheet },
  ],
  [
    'XML that is not UTF-8',
    workbookOf({ [sheet]: Buffer.from(sheetXml('\xe9'), 'latin1') }),
    { kind: 'damaged', part: sheet },
  ],
  [
    'XML in UTF-16',
    workbookOf({ [sheet]: Buffer.from(`\uFEFF${sheetXml('')}`, 'utf16le') }),
    { kind: 'damaged', part: sheet },
  ],
  [
    'XML that says another encoding',
    workbookOf({ [sheet]: '<?xml version="1.0" encoding="UTF-7"?><worksheet/>' }),
    { kind: 'damaged', part: sheet },
  ],
  [
    'an index past the shared texts',
    withRows(cell, { [texts]: '<sst count="4000000000"><si/></sst>'.replace('<si/>', '') }),
    { kind: 'damaged', part: sheet },
  ],
  [
    'a cell in the far corner',
    withRows('<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'),
    { kind: 'too_many_rows', sheet: 'Sheet1', address: 'XFD1048576', limit: 200_010 },
  ],
  [
    'a cell far to the right',
    withRows('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
    { kind: 'too_many_columns', sheet: 'Sheet1', address: 'XFD1', limit: 300 },
  ],
  [
    'an address beyond any sheet',
    withRows('<row r="1"><c r="AAAA1"><v>1</v></c></row>'),
    { kind: 'damaged', part: sheet },
  ],
  [
    'a cell twice',
    withRows('<row r="1"><c r="B1"><v>1</v></c><c r="B1"><v>2</v></c></row>'),
    { kind: 'damaged', part: sheet },
  ],
  ['a row twice', withRows('<row r="1"/><row r="1"/>'), { kind: 'damaged', part: sheet }],
  ['a number that is none', withRows('<row r="1"><c r="A1"><v>NaN</v></c></row>'), { kind: 'damaged', part: sheet }],
  [
    'a sheet that is not there',
    workbookOf({ 'xl/_rels/workbook.xml.rels': '<R><Relationship Id="rId1" Target="worksheets/none.xml"/></R>' }),
    { kind: 'damaged', part: 'xl/worksheets/none.xml' },
  ],
  [
    'a cell longer than Excel allows',
    Buffer.from(`a,${'b'.repeat(32_768)}`),
    { kind: 'cell_too_long', sheet: '', address: 'B1', limit: 32_767 },
  ],
  ['a quote that never closes', Buffer.from('a\nb,"c\nd'), { kind: 'unclosed_quote', line: 2 }],
  [
    'CSV that is not UTF-8',
    Buffer.concat([Buffer.from('a\nXã '), Buffer.from([0xe1, 0xba, 0x0a])]),
    { kind: 'broken_utf8', line: 2, byte: 7 },
  ],
  ['CSV in UTF-16', Buffer.from('\uFEFFMã;Tên', 'utf16le'), { kind: 'wrong_encoding', encoding: 'utf-16' }],
  [
    'CSV in the old code page',
    Buffer.from('Tê\u00ecn xa\u00de;va\u00cc thôn\n', 'latin1'),
    { kind: 'wrong_encoding', encoding: 'windows-1258' },
  ],
];

for (const [title, bytes, refusal] of cases) {
  test(`${title} is refused, in words`, async () => {
    assert.deepEqual(await refusalOf(bytes), refusal);
    assert.match(readText(refusal), /^[A-ZĐ].{20,}\.$/su);
  });
}

test('limits on bytes, sheets and cells are kept', async () => {
  const bytes = withRows('<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>1</v></c></row>');
  assert.deepEqual(await refusalOf(bytes, { bytes: 100 }), { kind: 'file_too_large', bytes: bytes.length, limit: 100 });
  assert.deepEqual(await refusalOf(bytes, { sheets: 0 }), { kind: 'too_many_sheets', limit: 0 });
  assert.deepEqual(await refusalOf(bytes, { cells: 1 }), { kind: 'too_many_cells', sheet: 'Sheet1', limit: 1 });
});

test('a file that takes too long is given up, and the next is read', async () => {
  const many = withRows(
    Array.from({ length: 100_000 }, (_, row) => `<row r="${row + 1}"><c><v>${row}</v></c></row>`).join(''),
  );
  assert.deepEqual(await refusalOf(many, { seconds: 0.05 }), { kind: 'too_slow', seconds: 0.05 });
  assert.equal(await refusalOf(withRows(cell, { [texts]: '<sst><si><t>a</t></si></sst>' })), undefined);
});

test('a file that needs too much memory ends its reader, not the server', async () => {
  const many = Array.from({ length: 400_000 }, (_, index) => `<si><t>Chữ số ${index} dài thêm một ít để nặng</t></si>`);
  const heavy = withRows(cell, { [texts]: `<sst>${many.join('')}</sst>` });
  assert.deepEqual(await refusalOf(heavy, { megabytes: 20 }), { kind: 'too_heavy', megabytes: 20 });
});
