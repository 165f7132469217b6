import assert from 'node:assert/strict';
import { test } from 'node:test';
import { faultsOf, problemOf } from './adding-up.ts';
import type { Criterion } from './criterion.ts';
import type { Rule } from './rule.ts';

const one = (code: string, max: number, more: Partial<Criterion> = {}): Criterion => ({
  code,
  parent: null,
  kind: 'criterion',
  title: code,
  guidance: '',
  max,
  way: 'hand',
  rule: null,
  expertUnitId: null,
  needsEvidence: false,
  ...more,
});
const group = (code: string, max: number, parent: string | null = null) =>
  one(code, max, { kind: 'group', way: null, parent });
const faults = (...criteria: readonly Criterion[]) => faultsOf({ criteria, bonusCap: null, penaltyCap: null }, null);

test('a group whose criteria come to another sum is named with both sums', () => {
  const criteria = [group('I', 5000), one('I.1', 3000, { parent: 'I' }), one('I.2', 1000, { parent: 'I' })];
  assert.deepEqual(faults(...criteria), [{ kind: 'does_not_add_up', code: 'I', sum: 4000, max: 5000 }]);
  assert.deepEqual(faults(...criteria, one('I.3', 1000, { parent: 'I' })), []);
});

test('what stands in the wrong place is named: twice, under nothing, under a criterion, under itself, an empty group', () => {
  assert.deepEqual(faults(), [{ kind: 'no_criteria' }]);
  assert.deepEqual(faults(one('1', 100), one('1', 100)), [{ kind: 'code_twice', code: '1' }]);
  assert.deepEqual(faults(one('1', 100, { parent: 'X' })), [{ kind: 'parent_unknown', code: '1', parent: 'X' }]);
  assert.deepEqual(faults(one('1', 100), one('2', 100, { parent: '1' })), [
    { kind: 'parent_not_group', code: '2', parent: '1' },
  ]);
  assert.deepEqual(faults(one('1', 100), group('I', 0)), [{ kind: 'group_empty', code: 'I' }]);
  const turning = [group('A', 100, 'B'), group('B', 100, 'A'), one('1', 100)];
  assert.deepEqual(
    faults(...turning).map(({ kind }) => kind),
    ['parent_unknown', 'parent_unknown'],
  );
});

test('what scores nothing is named: no points, no rule, nobody in charge', () => {
  assert.deepEqual(faults(one('1', 0)), [{ kind: 'no_points', code: '1' }]);
  assert.deepEqual(faults(one('1', 100, { way: 'data' })), [{ kind: 'rule_missing', code: '1' }]);
  assert.deepEqual(faults(one('1', 100, { way: 'expert' })), [{ kind: 'expert_missing', code: '1' }]);
});

test('results of the years are for the mid-term and the conclusion of a movement', () => {
  const measure = { name: 'years_results', indicator: null } as const;
  const years = one('1', 100, { way: 'data', rule: { name: 'proportion', measure, from: '0', full: '1' } });
  const set = { criteria: [years], bonusCap: null, penaltyCap: null };
  for (const review of [null, 'yearly'] as const)
    assert.deepEqual(faultsOf(set, review), [{ kind: 'years_not_reviewed', code: '1' }]);
  for (const review of ['mid_term', 'final'] as const) assert.deepEqual(faultsOf(set, review), []);
});

test('a rule that cannot score is refused with what is wrong in it', () => {
  const share = { name: 'pledges_attained', indicator: null } as const;
  const count = { name: 'initiatives_recognised', indicator: null } as const;
  const cases: readonly (readonly [Rule, string | undefined])[] = [
    [{ name: 'proportion', measure: share, from: '0.5', full: '1' }, undefined],
    [{ name: 'proportion', measure: share, from: '1', full: '1' }, 'from_not_below_full'],
    [{ name: 'steps', measure: share, steps: [] }, 'no_steps'],
    [
      {
        name: 'steps',
        measure: share,
        steps: [
          { atLeast: '0.9', points: 50 },
          { atLeast: '0.8', points: 60 },
        ],
      },
      'steps_not_rising',
    ],
    [{ name: 'steps', measure: share, steps: [{ atLeast: '0.9', points: 101 }] }, 'step_above_max'],
    [{ name: 'each', measure: share, points: 10 }, 'each_of_share'],
    [{ name: 'each', measure: count, points: 0 }, 'each_nothing'],
    [{ name: 'each', measure: { name: 'indicator', indicator: null }, points: 1 }, 'indicator_missing'],
    [{ name: 'each', measure: { ...count, indicator: 'KT-01' }, points: 1 }, 'indicator_not_asked'],
  ];
  for (const [rule, problem] of cases) assert.equal(problemOf(rule, 100), problem);
});
