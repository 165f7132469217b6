/** Every rule of the product can be written as an outline and read back, and what makes no sense is named at its line. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../../kernel/result.ts';
import { RULE_BOOK } from '../standards/rule-book.ts';
import { conditionsOf, moveRow, outlineOf } from './outline.ts';
import type { OutlineRow } from './outline.ts';

for (const { award, inForceFrom, conditions } of RULE_BOOK.rules) {
  test(`${award ?? 'every award'} from ${inForceFrom} comes back from its outline as it was`, () => {
    assert.deepEqual(expectOk(conditionsOf(outlineOf(conditions))), conditions);
  });
}

const clause = (article: string, depth = 0): OutlineRow => ({
  depth,
  kind: 'clause',
  values: { article: [article], wording: ['Lời văn mẫu'] },
});
const check = (kind: OutlineRow['kind'], depth: number, values: OutlineRow['values'] = {}): OutlineRow => ({
  depth,
  kind,
  values,
});
const problemsOf = (rows: readonly OutlineRow[]) => {
  const read = conditionsOf(rows);
  return read.ok ? [] : read.refusal.problems;
};

test('what makes no rule is named at its line and field', () => {
  assert.deepEqual(problemsOf([]), [{ row: 0, problem: 'empty' }]);
  assert.deepEqual(problemsOf([clause('22.1')]), [{ row: 0, problem: 'no_test' }]);
  assert.deepEqual(problemsOf([clause('22,1'), check('judge', 1)]), [
    { row: 0, problem: 'not_article', name: 'article' },
  ]);
  assert.deepEqual(problemsOf([clause('22.1'), check('judge', 2)]), [{ row: 1, problem: 'depth_jump' }]);
  assert.deepEqual(problemsOf([clause('22.1'), clause('22.2', 1)]), [{ row: 1, problem: 'clause_inside' }]);
  assert.deepEqual(problemsOf([check('judge', 0)]), [{ row: 0, problem: 'not_in_clause' }]);
  assert.deepEqual(problemsOf([check('one_of', 0)]), [{ row: 0, problem: 'no_parts' }]);
  assert.deepEqual(problemsOf([clause('22.1'), check('members_share', 1, { percent: ['101'] })]), [
    { row: 1, problem: 'missing', name: 'award' },
    { row: 1, problem: 'not_percent', name: 'percent' },
  ]);
  assert.deepEqual(problemsOf([clause('22.1'), check('one_of_clauses', 1, { articles: ['22.9'] })]), [
    { row: 1, problem: 'unknown_clause', name: 'articles' },
  ]);
  assert.deepEqual(problemsOf([clause('22.1'), check('delegated', 1, { to: ['province'] })]), [
    { row: 0, problem: 'decides_nothing' },
  ]);
});

test('an award that is not in the list, forged into the form, is no rule', () => {
  assert.deepEqual(problemsOf([clause('22.1'), check('held', 1, { awards: ['khong-co'] })]), [
    { row: 0, problem: 'not_sound' },
  ]);
});

test('lines are added, taken out with what stands within, and moved', () => {
  const rows = [check('all_of', 0), clause('1', 1), check('judge', 2), clause('2', 1), check('judge', 2)];
  const shape = (some: readonly OutlineRow[]) => some.map(({ depth, kind }) => `${depth} ${kind}`);
  assert.deepEqual(shape(moveRow(rows, 'add', 1)).slice(1, 3), ['1 clause', '2 judge']);
  assert.deepEqual(shape(moveRow(rows, 'remove', 1)), ['0 all_of', '1 clause', '2 judge']);
  assert.deepEqual(moveRow(rows, 'up', 3)[1], rows[3]);
  assert.deepEqual(moveRow(rows, 'up', 1), rows);
  assert.deepEqual(shape(moveRow(rows, 'in', 3)).slice(3), ['2 clause', '3 judge']);
  assert.deepEqual(moveRow(rows, 'in', 0), rows);
  assert.deepEqual(shape(moveRow(rows, 'out', 4)).slice(4), ['1 judge']);
});
