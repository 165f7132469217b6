import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Total } from '../scoring/points.ts';
import type { Threshold } from './classify.ts';
import { classify, quotaOf, whyLevel } from './classify.ts';

const thresholds: readonly Threshold[] = [
  { level: 'good', atLeast: 7000, groups: [] },
  { level: 'excellent', atLeast: 9000, groups: [{ code: 'I', atLeast: 8000 }] },
  { level: 'completed', atLeast: 5000, groups: [] },
];
const total = (above: bigint, below = 1n, more: Partial<Total> = {}): Total => ({
  points: 0,
  applicable: 10_000,
  full: 10_000,
  bonus: 0,
  penalty: 0,
  missing: [],
  notApplicable: [],
  groups: new Map([['I', { points: 4000, max: 5000, missing: 0 }]]),
  score: { above, below },
  ...more,
});

test('a threshold is reached exactly at it, whatever order they stand in', () => {
  assert.equal(classify(total(9000n), thresholds), 'excellent');
  assert.equal(classify(total(89_999n, 10n), thresholds), 'good');
  assert.equal(classify(total(5000n), thresholds), 'completed');
  assert.equal(classify(total(49_999n, 10n), thresholds), 'failed');
});

test('a group below its own share keeps the level down, and says which; one that does not apply asks nothing', () => {
  const weak = { groups: new Map([['I', { points: 3999, max: 5000, missing: 0 }]]) };
  assert.equal(classify(total(9500n, 1n, weak), thresholds), 'good');
  assert.deepEqual(whyLevel(total(9500n, 1n, weak), thresholds).next?.groups, ['I']);
  assert.equal(whyLevel(total(9500n, 1n, weak), thresholds).next?.isScoreShort, false);
  const away = { groups: new Map([['I', { points: 0, max: 0, missing: 0 }]]) };
  assert.equal(classify(total(9500n, 1n, away), thresholds), 'excellent');
});

test('while anything is missing, where nothing applies and where nothing is laid down there is no level', () => {
  assert.equal(classify(total(9500n, 1n, { missing: ['II'] }), thresholds), null);
  assert.equal(classify(total(0n, 1n, { score: null }), thresholds), null);
  assert.equal(classify(total(9500n), []), null);
});

const order = ['failed', 'completed', 'good', 'excellent'];

test('more points never give a lower level, and a fraction written otherwise gives the same', () => {
  const score = fc.tuple(fc.integer({ min: 0, max: 12_000 }), fc.integer({ min: 1, max: 99 }));
  fc.assert(
    fc.property(score, fc.integer({ min: 0, max: 500 }), fc.integer({ min: 1, max: 50 }), ([n, d], more, times) => {
      const of = (above: bigint, below: bigint) => classify(total(above, below), thresholds) ?? '';
      const level = of(BigInt(n), BigInt(d));
      assert.ok(order.indexOf(of(BigInt(n + more), BigInt(d))) >= order.indexOf(level));
      assert.equal(of(BigInt(n * times), BigInt(d * times)), level);
    }),
  );
});

test('why a level is that one agrees with the level', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 12_000 }), (n) => {
      const one = total(BigInt(n));
      const { own, next } = whyLevel(one, thresholds);
      assert.equal(own?.level ?? 'failed', classify(one, thresholds));
      assert.equal(next === null, own?.level === 'excellent');
      assert.ok(next === null || next.isScoreShort || next.groups.length > 0);
    }),
  );
});

test('at most a fifth of the leaders, rounded down', () => {
  assert.deepEqual(
    [4, 5, 9, 10].map((leaders) => quotaOf(leaders, 2000)),
    [0, 1, 1, 2],
  );
});
