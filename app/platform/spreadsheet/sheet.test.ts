import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addressOf, columnName, dateOfSerial, parseAddress } from './sheet.ts';

test('columns are named as a sheet names them', () => {
  assert.deepEqual([1, 26, 27, 52, 702, 703, 16_384].map(columnName), ['A', 'Z', 'AA', 'AZ', 'ZZ', 'AAA', 'XFD']);
});

test('every address is read back as written', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 16_384 }), fc.integer({ min: 1, max: 1_048_576 }), (column, row) => {
      assert.deepEqual(parseAddress(addressOf(column, row)), { column, row });
    }),
  );
});

test('what is no address is none', () => {
  for (const text of ['', 'A', '1', 'A0', 'a1', '$A$1', 'A1B', 'AAAA1', 'A12345678', 'A1:B2']) {
    assert.equal(parseAddress(text), undefined, text);
  }
});

test('a serial is the day the sheet shows, the time of day cut off', () => {
  assert.deepEqual(['61', '46054', '46054.75', '60', '2958466', 'x'].map(dateOfSerial), [
    '1900-03-01',
    '2026-02-01',
    '2026-02-01',
    undefined,
    undefined,
    undefined,
  ]);
});
