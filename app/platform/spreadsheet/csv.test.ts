import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { harmless, withoutGuard, writeCsv } from './csv.ts';

test('CSV is written with mark, commas, quotes and line ends as RFC 4180 has them', () => {
  const text = writeCsv(
    ['Mã', 'Tên'],
    [
      ['KT-01', 'a "b", c'],
      [null, -1.5],
    ],
  );
  assert.equal(text, '\uFEFFMã,Tên\r\nKT-01,"a ""b"", c"\r\n,-1.5\r\n');
});

test('text that a program would run is made harmless, numbers are left alone', () => {
  const cells = ['=1+1', '+cmd', '-cmd', '@SUM', '\t=1', '-1.5', '+84', '1,5', -3, 'a=b'];
  assert.deepEqual(cells.map(harmless), ["'=1+1", "'+cmd", "'-cmd", "'@SUM", "'\t=1", '-1.5', '+84', '1,5', -3, 'a=b']);
});

test('what was made harmless reads back as it was, unless it already carried the guard', () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const written = String(harmless(text));
      assert.doesNotMatch(written, /^[=@\t\r]/);
      if (!text.startsWith("'")) assert.equal(withoutGuard(written), text);
    }),
  );
});
