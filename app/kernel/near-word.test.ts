import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearWord } from './near-word.ts';

const known = ['award', 'awards', 'classification', 'discipline', 'received'];

test('a slip of some letters finds the word that was meant, whatever its case', () => {
  const slips = ['awrad', 'Awards', 'clasification', 'disciplin', 'recieved', 'receivd'];
  assert.deepEqual(
    slips.map((slip) => nearWord(slip, known)),
    ['award', 'awards', 'classification', 'discipline', 'received', 'received'],
  );
});

test('a word that is like none finds none, and nothing is found among nothing', () => {
  assert.equal(nearWord('ghi-chu', known), undefined);
  assert.equal(nearWord('', known), undefined);
  assert.equal(nearWord('award', []), undefined);
});
