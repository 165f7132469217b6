import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleCriteria as before } from '../../../tests/evaluations.ts';
import { differencesOf, isReordered } from './differences.ts';

test('the same criteria say nothing, however a rule orders its parts', () => {
  const again = before.map((one) =>
    one.rule?.name === 'each'
      ? {
          ...one,
          rule: {
            points: one.rule.points,
            measure: { indicator: null, name: one.rule.measure.name },
            name: one.rule.name,
          } as const,
        }
      : one,
  );
  assert.deepEqual(differencesOf(before, again), []);
  assert.equal(isReordered(before, again), false);
});

test('added, removed and changed, each with what differs', () => {
  const after = before
    .filter(({ code }) => code !== 'I.2')
    .map((one) => (one.code === 'I.1' ? { ...one, max: 6000, needsEvidence: true } : one))
    .concat({ ...before[1]!, code: 'I.3' });
  assert.deepEqual(
    differencesOf(before, after).map((one) => [one.kind, one.code, one.kind === 'changed' ? one.parts : []]),
    [
      ['changed', 'I.1', ['max', 'evidence']],
      ['added', 'I.3', []],
      ['removed', 'I.2', []],
    ],
  );
});

test('another order is seen, a new one between is none', () => {
  assert.equal(isReordered(before, before.toReversed()), true);
  assert.equal(isReordered(before, [{ ...before[1]!, code: 'X' }, ...before]), false);
});
