import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimal, formatVietnamese, parseVietnamese } from './decimal.ts';

const readings: readonly (readonly [string, string])[] = [
  ['0', '0'],
  ['61', '61'],
  ['1234', '1234'],
  ['1.234', '1234'],
  ['1.234.567', '1234567'],
  ['1.234,5', '1234.5'],
  ['1.234.567,89', '1234567.89'],
  ['1234,5', '1234.5'],
  ['0,5', '0.5'],
  ['1,234', '1.234'],
  ['61.5', '61.5'],
  ['1234.5', '1234.5'],
  ['0.234', '0.234'],
  ['61.25', '61.25'],
  ['1 234,5', '1234.5'],
  ['1\u00a0234\u00a0567', '1234567'],
  ['1\u202f234,5', '1234.5'],
  ['1 234.5', '1234.5'],
  ['  12,5 ', '12.5'],
  ['-1.234,5', '-1234.5'],
  ['\u22125', '-5'],
  ['+7', '7'],
  ['007', '7'],
  ['0.001.234', 'number_ambiguous'],
  ['1234.567', 'number_ambiguous'],
  ['1,234.5', 'number_ambiguous'],
  ['1,234,567', 'number_ambiguous'],
  ['1.23.456', 'number_ambiguous'],
  ['12 34', 'number_ambiguous'],
  ['1.2345.678', 'number_ambiguous'],
  ['1 234.567', 'number_ambiguous'],
  ['1.234 567', 'number_ambiguous'],
  ['', 'number_empty'],
  ['   ', 'number_empty'],
  ['abc', 'number_unreadable'],
  ['12%', 'number_unreadable'],
  ['1e5', 'number_unreadable'],
  ['NaN', 'number_unreadable'],
  ['Infinity', 'number_unreadable'],
  ['5,', 'number_unreadable'],
  [',5', 'number_unreadable'],
  ['--5', 'number_unreadable'],
  ['0x10', 'number_unreadable'],
  ['\u0661\u0662', 'number_unreadable'],
];

for (const [typed, expected] of readings) {
  test(`"${typed}" typed by hand reads as ${expected}`, () => {
    const read = parseVietnamese(typed);
    assert.equal(read.ok ? read.value.toFixed() : read.refusal.kind, expected);
  });
}

const formats: readonly (readonly [string, number | undefined, string])[] = [
  ['0', undefined, '0'],
  ['1234.5', undefined, '1.234,5'],
  ['-1234567.891', 2, '-1.234.567,89'],
  ['999', 1, '999,0'],
  ['1000', 0, '1.000'],
  ['-0.4', 0, '0'],
  ['0.0000001', undefined, '0'],
  ['2.5', 0, '3'],
  ['123456789012345678901234567890.5', 1, '123.456.789.012.345.678.901.234.567.890,5'],
];

for (const [value, decimals, expected] of formats) {
  test(`${value} with ${decimals ?? 'its own'} decimals is written ${expected}`, () => {
    assert.equal(formatVietnamese(decimal(value), decimals), expected);
  });
}

test('tenths add up exactly', () => {
  assert.equal(decimal(0.1).plus(0.2).toFixed(), '0.3');
});

test('what is written is read back as the same number', () => {
  const scaled = fc.tuple(fc.bigInt({ min: -(10n ** 15n), max: 10n ** 15n }), fc.integer({ min: 0, max: 6 }));
  fc.assert(
    fc.property(scaled, ([digits, places]) => {
      const value = decimal(digits.toString()).div(decimal(10).pow(places));
      const read = parseVietnamese(formatVietnamese(value));
      assert.ok(read.ok);
      assert.equal(read.value.toFixed(), value.toFixed());
    }),
  );
});

test('whatever is typed is read or refused, never thrown', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('0', '1', '2', '9', '.', ',', '-', ' ', '+', '%', 'e', '\u00a0') }),
      (typed) => {
        const read = parseVietnamese(typed);
        assert.ok(read.ok || read.refusal.kind.startsWith('number_'));
      },
    ),
  );
});
