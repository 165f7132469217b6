import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { expectOk } from '../../kernel/result.ts';
import { hashOf } from './content-hash.server.ts';
import { folderStore } from './folder-store.server.ts';
import { takeIn } from './intake.server.ts';
import type { IntakeRefusal } from './intake.server.ts';
import { heic, jpeg, odf, oldOffice, ooxml, pdf, png, webp } from './samples.fixture.ts';
import { buildZip } from './zip.fixture.ts';

const folder = mkdtempSync(join(tmpdir(), 'intake-'));
after(() => rmSync(folder, { recursive: true }));
const store = folderStore(folder);

const accepted: readonly (readonly [string, Uint8Array, string])[] = [
  ['quyết định.pdf', pdf(), 'pdf'],
  ['ảnh.png', png(), 'png'],
  ['ảnh.JPG', jpeg(), 'jpeg'],
  ['ảnh.webp', webp(), 'webp'],
  ['ảnh.heic', heic(), 'heic'],
  ['số liệu.xlsx', ooxml('spreadsheetml.sheet'), 'xlsx'],
  ['báo cáo.docx', ooxml('wordprocessingml.document'), 'docx'],
  ['trình chiếu.pptx', ooxml('presentationml.presentation'), 'pptx'],
  ['văn bản.odt', odf('text'), 'odt'],
  ['bảng.ods', odf('spreadsheet'), 'ods'],
  ['bảng.csv', Buffer.from('BM;Tên\n1;Xã A\n'), 'csv'],
  ['ghi chú.txt', Buffer.from('Đã kiểm tra.'), 'txt'],
];

for (const [name, bytes, type] of accepted) {
  test(`${type} is accepted under its own name and kept by its hash`, async () => {
    const kept = expectOk(await takeIn({ name, content: bytes }, { store }));
    assert.deepEqual([kept.type, kept.name, kept.hash, kept.size], [type, name, hashOf(bytes), bytes.length]);
    assert.equal(await store.has(kept.hash), true);
  });
}

const macroTypes = '<Types><Override ContentType="application/vnd.ms-excel.sheet.macroEnabled.main+xml"/></Types>';
const refused: readonly (readonly [string, string, Uint8Array, IntakeRefusal])[] = [
  ['an empty file', 'a.pdf', new Uint8Array(), { kind: 'empty_file' }],
  ['a picture named PDF', 'a.pdf', png(), { kind: 'extension_disagrees', extension: 'pdf', type: 'png' }],
  [
    'a workbook named Word',
    'a.docx',
    ooxml('spreadsheetml.sheet'),
    { kind: 'extension_disagrees', extension: 'docx', type: 'xlsx' },
  ],
  ['a file without extension', 'a', pdf(), { kind: 'extension_disagrees', extension: '', type: 'pdf' }],
  ['half a PDF', 'a.pdf', pdf().subarray(0, 60), { kind: 'damaged' }],
  [
    'a drawing that can run script',
    'a.svg',
    Buffer.from('<svg onload="x()"></svg>'),
    { kind: 'type_not_accepted', found: 'svg', extension: 'svg' },
  ],
  [
    'a web page named text',
    'a.txt',
    Buffer.from('\n<html><script>x()</script></html>'),
    { kind: 'type_not_accepted', found: 'html', extension: 'txt' },
  ],
  [
    'a zip',
    'a.zip',
    buildZip([{ name: 'a.txt', content: 'a' }]),
    { kind: 'type_not_accepted', found: 'zip', extension: 'zip' },
  ],
  [
    'a mail',
    'a.eml',
    Buffer.from('From: a@b\r\nMIME-Version: 1.0\r\n\r\nx'),
    { kind: 'type_not_accepted', found: 'eml', extension: 'eml' },
  ],
  [
    'a program named PDF',
    'a.pdf',
    Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200)]),
    { kind: 'type_not_accepted', found: 'program', extension: 'pdf' },
  ],
  [
    'an old Excel file',
    'a.xls',
    oldOffice('Workbook'),
    { kind: 'type_not_accepted', found: 'old_office', extension: 'xls' },
  ],
  ['a workbook locked by a password', 'a.xlsx', oldOffice('EncryptedPackage'), { kind: 'encrypted' }],
  ['a locked OpenDocument', 'a.odt', odf('text', '<manifest:encryption-data/>'), { kind: 'encrypted' }],
  [
    'a document with a macro part',
    'a.docx',
    ooxml('wordprocessingml.document', { 'word/vbaProject.bin': 'x' }),
    { kind: 'macro' },
  ],
  [
    'a document declared with macros',
    'a.xlsx',
    buildZip([{ name: '[Content_Types].xml', content: macroTypes }]),
    { kind: 'macro' },
  ],
  ['text that is not UTF-8', 'a.txt', Buffer.from([0x61, 0x0a, 0x62, 0xff]), { kind: 'broken_utf8', line: 2, byte: 4 }],
  ['text in UTF-16', 'a.csv', Buffer.from('\uFEFFTên;Xã', 'utf16le'), { kind: 'wrong_encoding', encoding: 'utf-16' }],
  [
    'text in the old Vietnamese code page',
    'a.csv',
    Buffer.from('Tê\u00ecn xa\u00de va\u00cc thôn\n', 'latin1'),
    { kind: 'wrong_encoding', encoding: 'windows-1258' },
  ],
];

for (const [title, name, content, refusal] of refused) {
  test(`${title} is refused and nothing is kept`, async () => {
    const before = readdirSync(folder, { recursive: true }).length;
    assert.deepEqual(await takeIn({ name, content }, { store }), { ok: false, refusal });
    assert.equal(readdirSync(folder, { recursive: true }).length, before);
  });
}

test('a PDF locked by a password is accepted and flagged', async () => {
  const kept = expectOk(await takeIn({ name: 'a.pdf', content: pdf('/Encrypt 9 0 R') }, { store }));
  assert.equal(kept.encrypted, true);
});

test('a stream past the limit is refused without being read to its end', async () => {
  let sent = 0;
  async function* endless(): AsyncGenerator<Uint8Array> {
    while (true) {
      sent += 1;
      yield new Uint8Array(1000);
    }
  }
  const outcome = await takeIn({ name: 'a.pdf', content: endless() }, { store, limit: 5000 });
  assert.deepEqual(outcome, { ok: false, refusal: { kind: 'file_too_large', limit: 5000 } });
  assert.equal(sent, 6);
});
