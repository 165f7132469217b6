import assert from 'node:assert/strict';
import { test } from 'node:test';
import { momentInWords } from './minutes.text.ts';

test('minutes say a time in words, with a zero before January and February only', () => {
  assert.equal(momentInWords('2026-10-04T17:05:00Z'), '00 giờ 05, ngày 05 tháng 10 năm 2026');
  assert.equal(momentInWords('2026-02-08T15:49:00Z'), '22 giờ 49, ngày 08 tháng 02 năm 2026');
  assert.equal(momentInWords('2026-03-08T15:49:00Z'), '22 giờ 49, ngày 08 tháng 3 năm 2026');
});
