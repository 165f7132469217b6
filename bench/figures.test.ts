import assert from 'node:assert/strict';
import { test } from 'node:test';
import { median, percentile, verdictOf } from './figures.ts';

const hundred = Array.from({ length: 100 }, (_, at) => 100 - at);

test('a percentile is a sample, by nearest rank, whatever order the samples come in', () => {
  assert.equal(percentile(hundred, 0.95), 95);
  assert.equal(percentile(hundred, 0.5), 50);
  assert.equal(percentile(hundred, 1), 100);
  assert.equal(percentile(hundred, 0), 1);
  assert.equal(percentile([3, 1, 2], 0.95), 3);
  assert.equal(percentile([7], 0.95), 7);
});

test('a median is the middle sample, or halfway between the two in the middle', () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([4, 1, 3, 2]), 2.5);
  assert.equal(median([10, 9]), 9.5);
  assert.equal(median([2]), 2);
});

test('samples are left as they were', () => {
  const samples = [3, 1, 2];
  percentile(samples, 0.5);
  median(samples);
  assert.deepEqual(samples, [3, 1, 2]);
});

test('a target is met at its edge and missed beyond it; what was not measured is missed', () => {
  assert.equal(verdictOf(5, { most: 5 }), 'met');
  assert.equal(verdictOf(5.01, { most: 5 }), 'missed');
  assert.equal(verdictOf(500, { least: 500 }), 'met');
  assert.equal(verdictOf(499.9, { least: 500 }), 'missed');
  assert.equal(verdictOf(median([]), { most: 5 }), 'missed');
  assert.equal(verdictOf(percentile([], 0.95), { least: 0 }), 'missed');
  assert.equal(verdictOf(1, null), 'no target');
});
