import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { cleanFileName, extensionOf, longestNameBytes } from './file-name.ts';

const cases: readonly (readonly [string, string, string])[] = [
  ['a path is cut to its last part', 'C:\\Users\\a\\Báo cáo.pdf', 'Báo cáo.pdf'],
  ['a path upwards is cut too', '../../etc/passwd', 'passwd'],
  ['a decomposed name is composed', 'Kê\u0301 hoạch.pdf'.normalize('NFD'), 'Kế hoạch.pdf'],
  ['a bidi override cannot turn the extension', 'anh\u202Egpj.exe', 'anhgpj.exe'],
  ['control characters and line breaks go', 'a\u0000b\r\nc.pdf', 'ab c.pdf'],
  ['quotes and wildcards are replaced', 'a"b*c?.pdf', 'a_b_c_.pdf'],
  ['dots and blanks at the ends go', ' ..hồ sơ.pdf. ', 'hồ sơ.pdf'],
  ['nothing left gives the fallback', '../..', 'tep.pdf'],
];

for (const [title, given, expected] of cases) {
  test(title, () => assert.equal(cleanFileName(given, 'tep.pdf'), expected));
}

test('a long name is shortened by whole letters and keeps its extension', () => {
  const clean = cleanFileName(`${'ế'.repeat(300)}.docx`, 'tep');
  assert.ok(Buffer.byteLength(clean) <= longestNameBytes);
  assert.match(clean, /^ế+\.docx$/);
});

test('whatever is sent, the clean name is one composed line without path and cleaning it again changes nothing', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      const clean = cleanFileName(name, 'tep');
      assert.equal(clean, clean.normalize('NFC'));
      assert.doesNotMatch(clean, /[/\\\p{Cc}\u202A-\u202E\u2066-\u2069]/u);
      assert.ok(clean.length > 0 && Buffer.byteLength(clean) <= longestNameBytes);
      assert.equal(cleanFileName(clean, 'tep'), clean);
    }),
  );
});

test('the extension is lower case and only the last', () => {
  assert.equal(extensionOf('a.tar.GZ'), 'gz');
  assert.equal(extensionOf('không đuôi'), '');
});
