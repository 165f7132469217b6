import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bookModes, changeTo, nextNumber } from './number-book.ts';

test('how numbers are given changes freely before the first of the year, then only towards the book of the clerk', () => {
  const rows = bookModes.flatMap((from) =>
    bookModes.flatMap((to) => [0, 3].map((taken) => [from, to, taken, changeTo(to, { mode: from, taken })])),
  );
  assert.deepEqual(rows, [
    ['own', 'own', 0, 'same'],
    ['own', 'own', 3, 'same'],
    ['own', 'hand', 0, 'free'],
    ['own', 'hand', 3, 'with_reason'],
    ['hand', 'own', 0, 'free'],
    ['hand', 'own', 3, 'not_this_year'],
    ['hand', 'hand', 0, 'same'],
    ['hand', 'hand', 3, 'same'],
  ]);
});

test('what was given back comes before what is new', () => {
  assert.equal(nextNumber({ free: [9, 4], last: 12 }), 4);
  assert.equal(nextNumber({ free: [], last: 12 }), 13);
  assert.equal(nextNumber({ free: [], last: 0 }), 1);
});
