import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FlagColumn, FlagWorld } from './flag-plan.ts';
import { flagKey, planFlags } from './flag-plan.ts';

const world: FlagWorld = {
  kinds: [{ code: 'thue', name: 'Nghĩa vụ thuế', body: 'Cơ quan thuế' }],
  known: new Set(),
  today: '2026-06-15',
  idFor: (key) => `id ${key}`,
};
const row = (number: number, cells: Partial<Record<FlagColumn, string>> = {}) => {
  const all: Partial<Record<FlagColumn, string>> = {
    name: 'Nguyễn Văn Mẫu',
    unit: 'Xã Mẫu An',
    kind: 'nghĩa vụ thuế',
    number: '1/CV',
    what: 'Chậm nộp thuế mẫu.',
    ...cells,
  };
  return { number, text: (column: FlagColumn) => all[column] ?? '' };
};

test('a row is read with the kind by its name, and the body that usually sends it', () => {
  const { changes, faults } = planFlags([row(5)], world);
  assert.deepEqual(faults, []);
  assert.deepEqual([changes[0]?.content.kindCode, changes[0]?.content.body], ['thue', 'Cơ quan thuế']);
});

test('every cell that is wrong is told of, the same row twice too; what stands already changes nothing', () => {
  const wrong = planFlags([row(5, { kind: 'lạ', what: '', date: '31/02/2026' }), row(6), row(7)], world);
  assert.deepEqual(
    wrong.faults.map(({ row: at, column, problem }) => [at, column, problem.kind]),
    [
      [5, 'kind', 'not_offered'],
      [5, 'date', 'not_a_day'],
      [5, 'what', 'missing'],
      [7, 'name', 'twice'],
    ],
  );
  const [planned] = planFlags([row(5)], world).changes;
  const known = new Set([flagKey(planned?.content ?? fail())]);
  assert.deepEqual(planFlags([row(5)], { ...world, known }), { faults: [], changes: [], unchanged: 1 });
});

function fail(): never {
  throw new Error('nothing was planned');
}
