import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimal } from '../../kernel/decimal.ts';
import { halfUp, pointsBy } from './rule.ts';
import type { Rule } from './rule.ts';

const measure = { name: 'pledges_attained', indicator: null } as const;
const of = (part: number | string, whole: number | string = 1) => ({ part: decimal(part), whole: decimal(whole) });

test('in proportion between the two ends, rounded once', () => {
  const rule: Rule = { name: 'proportion', measure, from: '0.5', full: '1' };
  assert.equal(pointsBy(rule, 1000, of(1, 2)), 0);
  assert.equal(pointsBy(rule, 1000, of(3, 4)), 500);
  assert.equal(pointsBy(rule, 1000, of(2, 3)), 333);
  assert.equal(pointsBy(rule, 1000, of(5, 4)), 1000);
  assert.equal(pointsBy(rule, 1000, of(0, 4)), 0);
});

test('steps are reached exactly at their threshold, without a rounded share', () => {
  const rule: Rule = {
    name: 'steps',
    measure,
    steps: [
      { atLeast: '0.7', points: 300 },
      { atLeast: '0.9', points: 1000 },
    ],
  };
  assert.equal(pointsBy(rule, 1000, of(7, 10)), 300);
  assert.equal(pointsBy(rule, 1000, of(27, 30)), 1000);
  assert.equal(pointsBy(rule, 1000, of(8_999_999, 10_000_000)), 300);
  assert.equal(pointsBy(rule, 1000, of(2, 3)), 0);
});

test('so many points each, up to the maximum', () => {
  const rule: Rule = { name: 'each', measure: { name: 'initiatives_recognised', indicator: null }, points: 150 };
  assert.deepEqual(
    [0, 1, 2, 3].map((n) => pointsBy(rule, 400, of(n))),
    [0, 150, 300, 400],
  );
});

test('half up is exact for whatever decimals', () => {
  assert.equal(halfUp(decimal('0.5'), decimal(1)), 1);
  assert.equal(halfUp(decimal('1'), decimal('3')), 0);
  assert.equal(halfUp(decimal('0.15'), decimal('0.1')), 2);
  assert.equal(halfUp(decimal('-0.5'), decimal(1)), 0);
  fc.assert(
    fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 1, max: 10_000 }), (n, d) => {
      const rounded = halfUp(decimal(n).div(1000).round(3), decimal(d).div(1000).round(3));
      assert.equal(rounded, Math.floor((2 * n + d) / (2 * d)));
    }),
  );
});
