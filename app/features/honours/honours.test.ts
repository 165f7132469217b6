import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allAwards } from '../awards/award.ts';
import { cellOf, crossTable } from './cross-table.ts';
import { filterIn, narrowedBy, names, sidesIn } from './filter.ts';
import { findingOf } from './finding.ts';

const counts = [
  { row: 'bang-khen-tinh', column: '2025', n: 3 },
  { row: 'bang-khen-thu-tuong', column: '2025', n: 1 },
  { row: 'bang-khen-tinh', column: '2024', n: 2 },
  { row: 'khong-co-trong-danh-muc', column: '2024', n: 4 },
];

test('rows stand as in the list of awards, what it does not know last; years newest first', () => {
  const table = crossTable(counts, { row: 'award', column: 'year' });
  assert.deepEqual(table.rows, ['bang-khen-tinh', 'bang-khen-thu-tuong', 'khong-co-trong-danh-muc']);
  assert.deepEqual(table.columns, ['2025', '2024']);
  assert.equal(cellOf(table, 'bang-khen-thu-tuong', '2024'), 0);
  assert.deepEqual([table.rowSums['bang-khen-tinh'], table.columnSums['2024'], table.total], [5, 6, 10]);
});

test('levels are folded from the awards; an award that the list does not know has an unknown level', () => {
  const table = crossTable(counts, { row: 'level', column: 'year' });
  assert.deepEqual(table.rows, ['centre', 'province', 'unknown']);
  assert.deepEqual(table.rowSums, { province: 5, centre: 1, unknown: 4 });
});

test('whatever is counted, cells, rows and columns add up to the same whole', () => {
  const count = fc.record({
    row: fc.constantFrom(...allAwards().map(({ code }) => code), 'la'),
    column: fc.constantFrom('2023', '2024', '2025'),
    n: fc.nat(1000),
  });
  fc.assert(
    fc.property(fc.array(count), fc.constantFrom('award', 'level', 'type'), (some, row) => {
      const table = crossTable(some, { row, column: 'year' });
      const sum = (all: readonly number[]) => all.reduce((a, b) => a + b, 0);
      const cells = sum(table.rows.flatMap((r) => table.columns.map((c) => cellOf(table, r, c))));
      const whole = sum(some.map(({ n }) => n));
      assert.deepEqual(
        [cells, sum(Object.values(table.rowSums)), sum(Object.values(table.columnSums)), table.total],
        [whole, whole, whole, whole],
      );
    }),
  );
});

test('without a first year in the address the last five are meant; an empty one means all; nonsense is nothing', () => {
  assert.equal(filterIn(new URLSearchParams(''), 2026).from, 2022);
  assert.equal(filterIn(new URLSearchParams('tu-nam='), 2026).from, undefined);
  const odd = filterIn(new URLSearchParams('tu-nam=1e3&danh-hieu=la&cap=x&doi-tuong=person'), 2026);
  assert.deepEqual([odd.from, odd.awardCode, odd.level, odd.holder], [undefined, undefined, undefined, 'person']);
});

test('a table never has the same dimension on both sides', () => {
  assert.deepEqual(sidesIn(new URLSearchParams('hang=nam')), { row: 'year', column: 'award' });
  assert.deepEqual(sidesIn(new URLSearchParams('hang=cap&cot=cap')), { row: 'level', column: 'year' });
  assert.deepEqual(sidesIn(new URLSearchParams('hang=don-vi&cot=loai-hinh')), { row: 'unit', column: 'kind' });
});

test('what stands under a key is what the filter made of its address lets through', () => {
  const under = (by: Readonly<Record<string, string>>) => filterIn(new URLSearchParams(by), 2026);
  assert.deepEqual([under(narrowedBy('year', '2024')).from, under(narrowedBy('year', '2024')).until], [2024, 2024]);
  assert.equal(under(narrowedBy('level', 'centre')).level, 'centre');
  assert.equal(under(narrowedBy('kind', 'unknown')).kind, 'unknown');
  assert.deepEqual(narrowedBy('unit', 'mau-an', true), { [names.unit]: 'mau-an', [names.alone]: '1' });
});

test('the running year is not judged; a year after one without any is not compared', () => {
  const finding = (...counted: [number, number][]) =>
    findingOf(
      counted.map(([year, n]) => ({ year, n })),
      2026,
    );
  assert.deepEqual(finding([2024, 100], [2025, 112], [2026, 3]), {
    kind: 'more',
    year: 2025,
    n: 112,
    before: 100,
    percent: 12,
  });
  assert.equal(finding([2024, 100], [2025, 50]).kind, 'fewer');
  assert.equal(finding([2024, 7], [2025, 7]).kind, 'same');
  assert.deepEqual(finding([2023, 100], [2025, 50]), { kind: 'only', year: 2025, n: 50 });
  assert.deepEqual(finding([2026, 5]), { kind: 'only', year: 2026, n: 5 });
  assert.deepEqual(finding(), { kind: 'none' });
});
