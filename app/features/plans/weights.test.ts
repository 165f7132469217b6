import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readWeights } from './weights.ts';

const read = (...texts: readonly string[]) => {
  const result = readWeights(texts.map((text, at) => ({ taskId: String(at), text })));
  return result.ok
    ? result.value.map(({ weight }) => weight)
    : result.refusal.problems.map(({ taskId, problem }) => [taskId, problem]);
};

test('weights add up to a hundred, or there are none; what is wrong stands at its field, with the sum', () => {
  assert.deepEqual(read('33,3', '66,7'), ['33.3', '66.7']);
  assert.deepEqual(read('', ' '), [null, null]);
  assert.deepEqual(read('60', '30'), [['1', { total: '90' }]]);
  assert.deepEqual(read('60', ''), [['1', 'missing']]);
  assert.deepEqual(read('nửa', '50'), [['0', 'not_a_weight']]);
});
