import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Criterion } from './criterion.ts';
import type { Shape } from './shaping.ts';
import { groupsFor, moved, underneath, withCriterion, withoutCriterion } from './shaping.ts';

const one = (code: string, parent: string | null, kind: Criterion['kind'] = 'criterion'): Criterion => ({
  code,
  parent,
  kind,
  title: `Mục mẫu ${code}`,
  guidance: '',
  max: 100,
  way: kind === 'group' ? null : 'hand',
  rule: null,
  expertUnitId: null,
  needsEvidence: false,
});
const shape: Shape = {
  criteria: [one('I', null, 'group'), one('I.1', 'I'), one('I.2', 'I'), one('II', null, 'group'), one('II.1', 'II')],
  tieRules: [{ kind: 'points', code: 'I' }, { kind: 'points', code: 'I.2' }, { kind: 'fewer_penalties' }],
};
const codes = ({ criteria }: Shape) => criteria.map(({ code }) => code).join(' ');

test('a new criterion comes last in its group', () => {
  assert.equal(codes(withCriterion(shape, one('I.3', 'I'), null)), 'I I.1 I.2 I.3 II II.1');
});

test('a group with a new code keeps its criteria, and the rule for ties follows', () => {
  const after = withCriterion(shape, one('A', null, 'group'), 'I');
  assert.deepEqual(
    after.criteria.filter(({ parent }) => parent === 'A').map(({ code }) => code),
    ['I.1', 'I.2'],
  );
  assert.deepEqual(after.tieRules[0], { kind: 'points', code: 'A' });
});

test('a group goes with all that stands under it, and so do the rules that name it', () => {
  const after = withoutCriterion(shape, 'I');
  assert.equal(codes(after), 'II II.1');
  assert.deepEqual(after.tieRules, [{ kind: 'fewer_penalties' }]);
});

test('moved past its neighbour in the same group, with what stands under it; at the end nothing happens', () => {
  assert.equal(codes(moved(shape, 'I.2', 'up')), 'I I.2 I.1 II II.1');
  assert.equal(codes(moved(shape, 'II', 'up')), 'II II.1 I I.1 I.2');
  assert.equal(codes(moved(shape, 'I.1', 'up')), codes(shape));
  assert.equal(codes(moved(shape, 'II', 'down')), codes(shape));
});

test('a group is not offered itself or what stands under it; a circle ends', () => {
  assert.deepEqual(
    groupsFor(shape.criteria, 'I').map(({ code }) => code),
    ['II'],
  );
  const circle = [one('A', 'B', 'group'), one('B', 'A', 'group')];
  assert.deepEqual(
    underneath(circle, 'A').map(({ code }) => code),
    ['A', 'B'],
  );
});
