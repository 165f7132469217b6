import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Criterion } from '../criteria/criterion.ts';
import type { SelfColumn } from './self-sheet.ts';
import { planSelf } from './self-sheet.ts';

const line = (code: string, more: Partial<Criterion> = {}): Criterion => ({
  code,
  parent: null,
  kind: 'criterion',
  title: `Tiêu chí ${code}`,
  guidance: '',
  max: 2000,
  way: 'hand',
  rule: null,
  expertUnitId: null,
  needsEvidence: false,
  ...more,
});
const criteria = [
  line('I', { kind: 'group', way: null }),
  line('I.1'),
  line('I.2'),
  line('II', { way: 'data' }),
  line('III', { way: 'expert' }),
  line('T', { kind: 'bonus' }),
];
const row = (number: number, cells: Partial<Record<SelfColumn, string>>) => ({
  number,
  text: (column: SelfColumn) => cells[column] ?? '',
});

test('rows become changes; what is blank or the same is left as it is', () => {
  const stored = new Map([['I.2', { scored: { state: 'points', points: 1500 } as const, reason: '', version: 3 }]]);
  const plan = planSelf(
    [
      row(5, { code: 'I' }),
      row(6, { code: 'I.1', points: '12,5' }),
      row(7, { code: 'I.2', points: '15' }),
      row(8, { code: 'II' }),
      row(9, { code: 'T', points: '2', reason: 'Được khen' }),
    ],
    { criteria, stored },
  );
  assert.deepEqual(plan.faults, []);
  assert.deepEqual(
    plan.changes.map(({ code, version, after }) => [code, version, after]),
    [
      ['I.1', 0, { state: 'points', points: 1250 }],
      ['T', 0, { state: 'points', points: 200 }],
    ],
  );
  assert.equal(plan.unchanged, 2);
});

test('each fault is told of at its cell', () => {
  const { faults, changes } = planSelf(
    [
      row(2, { code: 'Z', points: '1' }),
      row(3, { code: 'I.1', points: '99' }),
      row(4, { code: 'I.1', points: '1' }),
      row(5, { code: 'I.2', points: 'mười' }),
      row(6, { code: 'II', points: '5' }),
      row(7, { code: 'III', points: '5' }),
      row(8, { code: 'T', points: '2' }),
      row(9, { code: 'I', notApplicable: 'có lẽ' }),
    ],
    { criteria, stored: new Map() },
  );
  assert.deepEqual(
    faults.map(({ row: at, column, problem }) => [at, column, problem.kind]),
    [
      [2, 'code', 'code_unknown'],
      [3, 'points', 'above_max'],
      [4, 'code', 'code_twice'],
      [5, 'points', 'not_a_number'],
      [6, 'points', 'not_self_scored'],
      [7, 'points', 'not_self_scored'],
      [8, 'reason', 'reason_missing'],
      [9, 'notApplicable', 'mark_unknown'],
    ],
  );
  assert.deepEqual(changes, []);
});

test('what does not apply is marked, with the reason', () => {
  const { faults, changes } = planSelf(
    [
      row(2, { code: 'I.1', notApplicable: 'x' }),
      row(3, { code: 'I.2', notApplicable: 'Có', reason: 'Không có rừng' }),
    ],
    { criteria, stored: new Map() },
  );
  assert.deepEqual(
    [faults[0]?.problem, changes[0]?.after],
    [{ kind: 'reason_missing', why: 'not_applicable' }, { state: 'not_applicable' }],
  );
});
