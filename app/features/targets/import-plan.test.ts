import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { InForce, TargetColumn } from './import-plan.ts';
import { planTargets, targetKey } from './import-plan.ts';

const rule = {
  code: 'KT-91',
  name: 'Thu mẫu',
  unitOfMeasure: 'tỷ đồng',
  decimals: 1,
  min: '0',
  max: null,
  fromYear: 2026,
  deadline: 2030,
};
const inForce: InForce = { id: 'cu', figure: { value: '12.5' }, basis: 'Quyết định mẫu 01' };
const plan = (...rows: readonly Partial<Record<TargetColumn, string>>[]) =>
  planTargets(
    rows.map((row, at) => ({
      number: at + 2,
      text: (column) =>
        ({ unit: 'mau-an', indicator: 'KT-91', year: '2026', basis: 'Quyết định mẫu 01', ...row })[column] ?? '',
    })),
    {
      units: new Map(['mau-an', 'mau-binh'].map((code) => [code, { id: code, code, name: code }])),
      rules: new Map([[rule.code, rule]]),
      mayAssign: (unitId) => unitId === 'mau-an',
      inForce: new Map([[targetKey('mau-an', 'KT-91', 2026), inForce]]),
      idFor: (key) => `moi ${key}`,
    },
  );

test('the same figure and paper change nothing, another figure takes the place of the one in force', () => {
  assert.deepEqual(plan({ value: '12,50' }), { faults: [], changes: [], unchanged: 1 });
  const { changes } = plan({ value: '13' }, { value: '14', year: '2027' });
  assert.deepEqual(
    changes.map(({ id, figure, replaces }) => [id, figure, replaces?.id ?? null]),
    [
      ['moi mau-an KT-91 2026', { value: '13' }, 'cu'],
      ['moi mau-an KT-91 2027', { value: '14' }, null],
    ],
  );
});

test('rows left blank are passed over, every wrong cell is named', () => {
  assert.deepEqual(plan({}, { basis: '' }), { faults: [], changes: [], unchanged: 0 });
  const { faults, changes } = plan(
    { unit: 'khong-co', value: '1' },
    { indicator: 'KT-00', value: '1' },
    { unit: 'mau-binh', value: '1' },
    { value: '-1', basis: '' },
    { value: '5', year: '2028' },
    { value: '6', year: '2028' },
  );
  assert.deepEqual(
    faults.map(({ row, column, problem }) => [row, column, problem.kind]),
    [
      [2, 'unit', 'unit_unknown'],
      [3, 'indicator', 'indicator_unknown'],
      [4, 'unit', 'not_yours'],
      [5, 'value', 'target'],
      [5, 'basis', 'target'],
      [7, 'unit', 'twice'],
    ],
  );
  assert.equal(changes.length, 1);
});
