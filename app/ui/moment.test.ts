import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dateText, momentText } from './moment.ts';

test('a date is read day first, in digits', () => assert.equal(dateText('2026-10-05'), '05/10/2026'));

test('an instant is read on the province’s clock, midnight as 00', () => {
  assert.equal(momentText('2026-10-04T17:05:00Z'), '00:05 05/10/2026');
  assert.equal(momentText(new Date('2026-10-05T07:32:59Z')), '14:32 05/10/2026');
});
