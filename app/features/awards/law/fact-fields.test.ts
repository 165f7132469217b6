/** Every fact of the product can be typed as fields and read back; what is out of its kind is named. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { contentFields, readContent } from './fact-fields.ts';
import type { FactKind } from './fact-fields.ts';
import { PRODUCT_PROVISIONS } from './product.ts';

test('every fact of the product comes back from its fields as it was', () => {
  for (const one of PRODUCT_PROVISIONS) {
    if (one.kind === 'rule') continue;
    const fields = contentFields(one);
    assert.deepEqual(
      readContent(one.kind, (name) => fields[name] ?? ''),
      { content: one.content, problems: [] },
      one.id,
    );
  }
});

const problemsOf = (kind: FactKind, fields: Readonly<Record<string, string>>) =>
  readContent(kind, (name) => fields[name] ?? '').problems.map(({ field, problem }) => `${field} ${problem}`);

test('what cannot be is named beside its field', () => {
  assert.deepEqual(problemsOf('vote', { 'nd-atLeastPercent': '101' }), ['nd-atLeastPercent not_percent']);
  assert.deepEqual(problemsOf('bonus', { 'nd-coefficient': '1,5 lần', 'nd-atMost': 'khong' }), [
    'nd-coefficient not_coefficient',
  ]);
  assert.deepEqual(problemsOf('bonus', { 'nd-coefficient': '0', 'nd-atMost': 'khong' }), [
    'nd-coefficient not_coefficient',
  ]);
  assert.deepEqual(problemsOf('base_salary', { 'nd-amount': '2.530.000' }), []);
  assert.deepEqual(problemsOf('base_salary', { 'nd-amount': '2530' }), ['nd-amount out_of_range']);
  assert.deepEqual(problemsOf('rounding', { 'nd-to': '10.000', 'nd-direction': 'sideways' }), [
    'nd-direction not_one_of',
  ]);
  assert.deepEqual(problemsOf('council', {}), ['nd-needed missing']);
  assert.deepEqual(problemsOf('papers', {}), ['dong-what-1 missing']);
  assert.deepEqual(problemsOf('papers', { 'dong-what-2': 'Tờ trình', 'dong-state-2': 'read' }), [
    'dong-source-2 missing',
  ]);
});

test('what the lack of a paper does is said of papers alone, by a mark of the form', () => {
  const line = { 'dong-what-1': 'Tờ trình', 'dong-source-1': 'QĐ mẫu', 'dong-state-1': 'read' };
  const read = (kind: 'papers' | 'terms', missing: string) => {
    const typed: Readonly<Record<string, string>> = { ...line, 'dong-missing-1': missing };
    return readContent(kind, (name) => typed[name] ?? '').content;
  };
  const plain = { what: 'Tờ trình', article: '', source: 'QĐ mẫu', state: 'read' };
  assert.deepEqual(read('papers', 'blocks'), [{ ...plain, whenMissing: 'blocks' }]);
  assert.deepEqual(read('papers', 'bịa'), [plain]);
  assert.deepEqual(read('terms', 'blocks'), [plain]);
});
