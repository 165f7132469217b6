import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateText, momentInWords, momentText } from './moment.ts';

test('a date is read day first, in digits', () => assert.equal(dateText('2026-10-05'), '05/10/2026'));

test('an instant is read on the province’s clock, midnight as 00', () => {
  assert.equal(momentText('2026-10-04T17:05:00Z'), '00:05 05/10/2026');
  assert.equal(momentText(new Date('2026-10-05T07:32:59Z')), '14:32 05/10/2026');
});

test('minutes say it in words, with a zero before January and February only', () => {
  assert.equal(momentInWords('2026-10-04T17:05:00Z'), '00 giờ 05, ngày 05 tháng 10 năm 2026');
  assert.equal(momentInWords('2026-02-08T15:49:00Z'), '22 giờ 49, ngày 08 tháng 02 năm 2026');
  assert.equal(momentInWords('2026-03-08T15:49:00Z'), '22 giờ 49, ngày 08 tháng 3 năm 2026');
});
