import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { LevelColumn, LevelWorld } from './level-plan.ts';
import { planLevels } from './level-plan.ts';

const world: LevelWorld = {
  people: new Map([
    ['a', { id: 'a', name: 'Người Mẫu Ất', level: null }],
    ['b', { id: 'b', name: 'Người Mẫu Giáp', level: 'good' }],
  ]),
  levels: new Map([
    ['hoan thanh tot nhiem vu', 'good'],
    ['hoan thanh nhiem vu', 'completed'],
  ]),
};
const row = (number: number, cells: Partial<Record<LevelColumn, string>>) => ({
  number,
  text: (column: LevelColumn) => cells[column] ?? '',
});

test('each line is a person by code; a blank level changes nothing; what is the same is no change', () => {
  const plan = planLevels(
    [
      row(5, { code: 'a', name: 'người mẫu ất', level: 'Hoàn thành tốt nhiệm vụ' }),
      row(6, { code: 'b', level: 'hoan thanh tot nhiem vu' }),
      row(7, { code: 'không biết' }),
    ],
    world,
  );
  assert.deepEqual(plan, {
    changes: [{ holderId: 'a', level: 'good', name: 'Người Mẫu Ất', before: null }],
    unchanged: 1,
    faults: [],
  });
});

test('every wrong cell is told: a code of nobody, a name of another, a level that is none, a person twice', () => {
  const { faults } = planLevels(
    [
      row(5, { code: 'c', level: 'Hoàn thành nhiệm vụ' }),
      row(6, { code: 'a', name: 'Người Mẫu Giáp', level: 'Hoàn thành nhiệm vụ' }),
      row(7, { code: 'b', level: 'Loại A' }),
      row(8, { code: 'b', level: 'Hoàn thành nhiệm vụ' }),
    ],
    world,
  );
  assert.deepEqual(faults, [
    { row: 5, column: 'code', problem: { kind: 'code_unknown' } },
    { row: 6, column: 'name', problem: { kind: 'other_name', name: 'Người Mẫu Ất' } },
    { row: 7, column: 'level', problem: { kind: 'level_unknown', text: 'Loại A' } },
    { row: 8, column: 'code', problem: { kind: 'twice', row: 7 } },
  ]);
});
