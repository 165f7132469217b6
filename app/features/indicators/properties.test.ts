/** What holds for every sheet, not only for those somebody thought of. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { answerTo } from '../../../tests/sheets.ts';
import type { Row } from '../../../tests/sheets.ts';
import { decimal } from '../../kernel/decimal.ts';
import { expectOk } from '../../kernel/result.ts';
import { evaluateCells, figureOf } from './evaluate.ts';
import { readSheet } from './read-sheet.ts';
import { rollUp } from './series.ts';
import { knownOn } from './vintage.ts';
import { cellFromParts, finish, merge, NO_PARTS } from './rollup.ts';
import type { Parts } from './rollup.ts';

const base = {
  comparator: 'gte',
  aggregation: 'end_of_year',
  target: 500,
  from: 2026,
  deadline: 2030,
  direction: 'up',
  baseline: 0,
};
const rollups = fc.constantFrom('sum', 'mean', 'weighted');
const amount = fc.integer({ min: 0, max: 1000 });

/** A tree in which every unit hangs on an earlier one; unit 0 is the top. */
const tree = fc
  .array(fc.nat(), { minLength: 1, maxLength: 12 })
  .map(
    (parents) =>
      [{ code: 'U0' }, ...parents.map((n, i) => ({ code: `U${i + 1}`, parent: `U${n % (i + 1)}` }))] as const,
  );
type Tree = readonly { readonly code: string; readonly parent?: string }[];

function leavesOf(units: Tree): readonly string[] {
  const parents = new Set(units.map(({ parent }) => parent));
  return units.map(({ code }) => code).filter((code) => !parents.has(code));
}

function rowsFor(units: Tree, amounts: readonly number[], more: Row = {}): readonly Row[] {
  return leavesOf(units).map((unit, i) => {
    const numerator = amounts[i % amounts.length] ?? 0;
    return { unit, period: '2026', known: '2027-01-10', value: numerator, numerator, denominator: 1000, ...more };
  });
}

const amounts = fc.array(amount, { minLength: 12, maxLength: 12 });
const sheetOf = (indicator: Row, units: Tree, values: readonly Row[], asOf = '2028-06-30') => ({
  indicator: { ...base, ...indicator },
  units,
  values,
  unit: 'U0',
  asOf,
});
const withoutRatios = ({ numerator: _n, denominator: _d, ...row }: Row): Row => row;

test('the sum over a tree is the sum over its leaves', () => {
  fc.assert(
    fc.property(tree, amounts, (units, each) => {
      const rows = rowsFor(units, each).map(withoutRatios);
      const total = rows.reduce((sum, row) => sum + Number(row['value']), 0);
      assert.equal(answerTo(sheetOf({ rollup: 'sum' }, units, rows)).value, total);
    }),
  );
});

test('the ratio of a tree is all numerators over all denominators', () => {
  fc.assert(
    fc.property(tree, amounts, (units, each) => {
      const rows = rowsFor(units, each);
      const total = rows.reduce((sum, row) => sum + Number(row['numerator']), 0);
      const expected = decimal(total)
        .div(rows.length * 1000)
        .round(12)
        .toNumber();
      assert.equal(answerTo(sheetOf({ rollup: 'weighted' }, units, rows)).value, expected);
    }),
  );
});

test('the order of units and of values changes nothing', () => {
  const shuffled = fc.tuple(tree, amounts, rollups).chain(([units, each, rollup]) => {
    const rows = rowsFor(units, each);
    const newer = rowsFor(units, each, { known: '2027-05-01', numerator: 7, value: 7 }).slice(0, 3);
    const all = [...rows, ...newer];
    return fc.record({
      units: fc.constant(units),
      rollup: fc.constant(rollup),
      all: fc.constant(all),
      mixed: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
      turned: fc.shuffledSubarray([...units], { minLength: units.length, maxLength: units.length }),
    });
  });
  fc.assert(
    fc.property(shuffled, ({ units, rollup, all, mixed, turned }) => {
      const { facts: _facts, explanation: _said, ...one } = answerTo(sheetOf({ rollup }, units, all));
      const { facts: _others, explanation: _again, ...other } = answerTo(sheetOf({ rollup }, turned, mixed));
      assert.deepEqual(other, one);
    }),
  );
});

test('what became known later changes nothing that was said before', () => {
  fc.assert(
    fc.property(tree, amounts, rollups, amount, (units, each, rollup, later) => {
      const rows = rowsFor(units, each);
      const corrected = rowsFor(units, each, { known: '2028-07-01', value: later, numerator: later });
      const before = answerTo(sheetOf({ rollup }, units, rows));
      assert.deepEqual(answerTo(sheetOf({ rollup }, units, [...corrected, ...rows])), before);
    }),
  );
});

test('a missing part is never the same as a part of zero, for a sum', () => {
  fc.assert(
    fc.property(tree, amounts, fc.nat(), (units, each, which) => {
      const rows = rowsFor(units, each).map(withoutRatios);
      const at = which % rows.length;
      const zero = rows.map((row, i) => (i === at ? { ...row, value: 0 } : row));
      const gone = rows.filter((_, i) => i !== at);
      assert.notEqual(answerTo(sheetOf({ rollup: 'sum' }, units, zero)).value, null);
      assert.equal(answerTo(sheetOf({ rollup: 'sum' }, units, gone)).value, null);
    }),
  );
});

test('measured in another unit of measure, everything scales and no status changes', () => {
  const years = fc.dictionary(fc.constantFrom('2026', '2027', '2028'), fc.integer({ min: -500, max: 500 }));
  const aggregations = fc.constantFrom('end_of_year', 'average', 'sum', 'each_year');
  const comparators = fc.constantFrom('gt', 'gte', 'lt', 'lte', 'reach', 'maintain');
  fc.assert(
    fc.property(
      years,
      aggregations,
      comparators,
      fc.integer({ min: -300, max: 300 }),
      (values, aggregation, comparator, target) => {
        const run = (by: number) =>
          answerTo({
            indicator: { ...base, aggregation, comparator, rollup: 'last', target: target * by, baseline: 20 * by },
            values: Object.entries(values).map(([period, value]) => ({ unit: 'A', period, value: value * by })),
            unit: 'A',
            asOf: '2029-01-01',
          });
        const [one, other] = [run(1), run(1000)];
        assert.deepEqual([other.status, other.reason], [one.status, one.reason]);
        for (const key of ['value', 'expected', 'needed', 'forecast'] as const) {
          const [small, large] = [one[key], other[key]];
          if (small === null || large === null) assert.equal(large, small);
          else assert.ok(Math.abs(large - small * 1000) < 1e-6, `${key}: ${small} ${large}`);
        }
      },
    ),
  );
});

test('a better value never has a worse status, on a level', () => {
  const rank = { achieved: 3, on_track: 2, at_risk: 1, off_track: 0, no_data: -1 };
  fc.assert(
    fc.property(amount, amount, fc.constantFrom('2026', '2028', '2030'), (a, b, period) => {
      const run = (value: number) =>
        answerTo({
          indicator: { ...base, rollup: 'last' },
          values: [{ unit: 'A', period, value }],
          unit: 'A',
          asOf: '2031-01-01',
        });
      const [worse, better] = [run(Math.min(a, b)), run(Math.max(a, b))];
      assert.ok(rank[better.status] >= rank[worse.status]);
    }),
  );
});

const parts: fc.Arbitrary<Parts> = fc
  .tuple(amount, fc.nat(5), amount, fc.integer({ min: 1, max: 900 }), fc.nat(2))
  .map(([sum, count, numerator, denominator, missing]) => ({
    sum: decimal(sum),
    count,
    numerator: decimal(numerator),
    denominator: decimal(denominator),
    ratios: count,
    missing,
  }));

test('parts merge in any order and any grouping to the same figure, so a database may merge them', () => {
  fc.assert(
    fc.property(fc.tuple(parts, parts, parts), rollups, ([a, b, c], rule) => {
      const figure = (all: Parts) => finish(all, rule, decimal(1))?.toFixed() ?? 'unknown';
      const left = merge(merge(a, b), c);
      assert.equal(figure(left), figure(merge(a, merge(b, c))));
      assert.equal(figure(left), figure(merge(c, merge(b, a))));
      assert.equal(figure(merge(left, NO_PARTS)), figure(left));
      assert.deepEqual(cellFromParts(left, rule), { parts: left, rule });
    }),
  );
});

test('the figure alone is the value of the whole evaluation', () => {
  const aggregations = fc.constantFrom('end_of_year', 'sum', 'each_year', 'average');
  const periods = fc.constantFrom(
    '2026',
    '2026-H1',
    '2026-H2',
    '2026-Q1',
    '2026-Q3',
    '2026-05',
    '2026-12',
    '2025',
    '2027',
  );
  const rows = fc.array(fc.record({ period: periods, value: amount }), { maxLength: 8 });
  fc.assert(
    fc.property(aggregations, rollups, rows, (aggregation, timeRollup, typed) => {
      const values = [...new Map(typed.map((row) => [row.period, { unit: 'U0', ...row }])).values()];
      const sheet = sheetOf({ aggregation, rollup: 'sum', timeRollup }, [{ code: 'U0' }], values);
      const { indicator, tree: units, lives, actuals, unit, asOf } = expectOk(readSheet(sheet));
      const { cells } = rollUp(knownOn(actuals, asOf).current, units, unit, indicator, lives);
      const [alone, whole] = [figureOf(indicator, cells, asOf), evaluateCells(indicator, cells, asOf).value];
      assert.equal(alone?.toFixed(), whole?.toFixed());
    }),
  );
});
