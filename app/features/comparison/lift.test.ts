import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimal } from '../../kernel/decimal.ts';
import type { Criterion } from '../criteria/criterion.ts';
import type { Rule } from '../criteria/rule.ts';
import { pointsBy } from '../criteria/rule.ts';
import { liftsOf, nextOf } from './lift.ts';

const of = (part: number, whole: number) => ({ part: decimal(part), whole: decimal(whole) });
const reports: Rule = {
  name: 'proportion',
  measure: { name: 'reports_on_time', indicator: null },
  from: '0.5',
  full: '1',
};

test('one more report in time is also one more report', () => {
  // 3 of 4 are half the way from 50 % to 100 %: 3 of 6 points. 4 of 5 are 0.6 of it: 3.6.
  assert.deepEqual(nextOf(reports, 600, of(3, 4)), { kind: 'more', measure: 'reports_on_time', count: 1, gain: 60 });
});

test('where all was in time there is nothing more to say', () => {
  assert.equal(nextOf(reports, 600, of(4, 4)), null);
});

test('the next step of a rule by steps, counted from what is there', () => {
  const rule: Rule = {
    name: 'steps',
    measure: { name: 'initiatives_recognised', indicator: null },
    steps: [
      { atLeast: '1', points: 200 },
      { atLeast: '3', points: 500 },
    ],
  };
  assert.deepEqual(nextOf(rule, 500, of(1, 1)), {
    kind: 'more',
    measure: 'initiatives_recognised',
    count: 2,
    gain: 300,
  });
  assert.equal(nextOf(rule, 500, of(3, 1)), null);
});

test('of a share of what was pledged no more can be attained than was pledged', () => {
  const rule: Rule = {
    name: 'steps',
    measure: { name: 'pledges_attained', indicator: null },
    steps: [{ atLeast: '0.9', points: 100 }],
  };
  assert.deepEqual(nextOf(rule, 100, of(7, 10)), { kind: 'more', measure: 'pledges_attained', count: 2, gain: 100 });
  assert.equal(nextOf(rule, 100, of(10, 10)), null);
});

test('an indicator is told the share of its goal at which the rule gives more', () => {
  const rule: Rule = {
    name: 'steps',
    measure: { name: 'indicator', indicator: 'KT-01' },
    steps: [
      { atLeast: '0.8', points: 300 },
      { atLeast: '1', points: 500 },
    ],
  };
  assert.deepEqual(nextOf(rule, 500, of(85, 100)), { kind: 'indicator', indicator: 'KT-01', share: '1', gain: 200 });
});

const line = (code: string, max: number, rule: Rule | null = null): Criterion => ({
  code,
  parent: null,
  kind: 'criterion',
  title: code,
  guidance: '',
  max,
  way: rule ? 'data' : 'hand',
  rule,
  expertUnitId: null,
  needsEvidence: false,
});

test('most points still open first; what is full or does not apply is left out', () => {
  const criteria = [line('a', 100), line('b', 500), line('c', 300), line('d', 200)];
  const scores = new Map([
    ['a', { state: 'points', points: 50 }],
    ['b', { state: 'points', points: 500 }],
    ['c', { state: 'not_applicable' }],
  ] as const);
  assert.deepEqual(
    liftsOf({ criteria }, scores, new Map()).map(({ code, open, state }) => [code, open, state]),
    [
      ['d', 200, 'missing'],
      ['a', 50, 'points'],
    ],
  );
});

test('what is said always gives just what is said, and one less gives nothing', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 30 }),
      fc.integer({ min: 1, max: 30 }),
      fc.integer({ min: 1, max: 3000 }),
      (part, more, max) => {
        const whole = part + more;
        const now = pointsBy(reports, max, of(part, whole));
        const next = nextOf(reports, max, of(part, whole));
        if (next?.kind !== 'more') return;
        const after = (count: number) => pointsBy(reports, max, of(part + count, whole + count));
        assert.equal(after(next.count) - now, next.gain);
        assert.ok(next.count === 1 || after(next.count - 1) <= now);
      },
    ),
  );
});
