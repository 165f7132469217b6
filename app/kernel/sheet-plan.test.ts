import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { SheetSteps } from './sheet-plan.ts';
import { planSheet } from './sheet-plan.ts';

type Row = { readonly number: number; readonly thing: string; readonly value: string };
const standing: Readonly<Record<string, string>> = { a: '1' };
const steps: SheetSteps<Row, Row, { thing: string }, string> = {
  read: (row) => (row.value === '' ? { faults: [`${row.number}: empty`, `${row.number}: no unit`] } : row),
  keyOf: ({ thing }) => thing,
  twice: ({ number }, above) => `${number}: as ${above}`,
  decide: ({ number }, { thing, value }) => {
    if (value === 'never') return { faults: [`${number}: never`] };
    return standing[thing] === value ? undefined : { thing };
  },
};
const rows = (...cells: readonly (readonly [string, string])[]): readonly Row[] =>
  cells.map(([thing, value], at) => ({ number: at + 2, thing, value }));

test('each row is wrong, changes something, or says what stands already', () => {
  assert.deepEqual(planSheet(rows(['a', '1'], ['b', '1'], ['c', ''], ['d', 'never']), steps), {
    faults: ['4: empty', '4: no unit', '5: never'],
    changes: [{ thing: 'b' }],
    unchanged: 1,
  });
  assert.deepEqual(planSheet([], steps), { faults: [], changes: [], unchanged: 0 });
});

test('of rows about the same thing the first counts, whatever it came to; one that could not be read is about nothing', () => {
  const { faults, changes, unchanged } = planSheet(
    rows(['a', ''], ['a', '1'], ['a', '2'], ['a', '3'], ['b', 'never'], ['b', '1']),
    steps,
  );
  assert.deepEqual(faults, ['2: empty', '2: no unit', '4: as 3', '5: as 3', '6: never', '7: as 6']);
  assert.deepEqual([changes, unchanged], [[], 1]);
});
