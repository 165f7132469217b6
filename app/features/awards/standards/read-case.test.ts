/** A case that cannot be read says which field is wrong, also inside what may be left out by `false`. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readCase } from './read-case.ts';
import { caseRefusalText } from './text.ts';

const base = { award: 'co-thi-dua-tinh', received: '2026-01-15', year: 2025, holder: 'collective' };
const said = (more: object) => {
  const read = readCase({ ...base, ...more });
  return read.ok ? [] : caseRefusalText(read.refusal);
};

test('a fault inside a movement or a block is named at its own field', () => {
  assert.deepEqual(said({ movement: { review: 'mid_term', rank: 1 } }), [
    'movement.review: giá trị không nằm trong danh mục (yearly, midterm, final).',
  ]);
  assert.deepEqual(said({ block: { organised_by: 'commune' } }), [
    'block.organised_by: giá trị không nằm trong danh mục (province, centre).',
  ]);
  assert.deepEqual(said({ movement: false, block: false }), []);
});

test('what is neither false nor an object is told as a whole', () => {
  assert.deepEqual(said({ movement: 'có' }), ['movement: sai kiểu dữ liệu.']);
  assert.deepEqual(said({ movement: { from: 2025, until: 2021 } }).length, 1);
});
