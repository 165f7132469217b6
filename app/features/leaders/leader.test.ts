import assert from 'node:assert/strict';
import { test } from 'node:test';
import { quotaFor } from './leader.ts';

const words = (meeting: number, others: number, chosen = 0) => [
  ...Array.from({ length: meeting }, (_, at) => ({ meets: true, isChosen: at < chosen })),
  ...Array.from({ length: others }, () => ({ meets: null, isChosen: false })),
];

test('at most a fifth of those that meet the standard, rounded down; who was not judged does not count', () => {
  assert.deepEqual(quotaFor(words(4, 20), 20), { most: 0, meeting: 4, chosen: 0 });
  assert.deepEqual(quotaFor(words(5, 0), 20), { most: 1, meeting: 5, chosen: 0 });
  assert.deepEqual(quotaFor(words(9, 3, 1), 20), { most: 1, meeting: 9, chosen: 1 });
  assert.deepEqual(quotaFor(words(10, 0, 2), 20), { most: 2, meeting: 10, chosen: 2 });
});

test('a share is counted in whole numbers, so that 29 % of a hundred is 29', () => {
  assert.equal(quotaFor(words(100, 0), 29).most, 29);
});
