/** What is seen up to a day: as if the later periods had never been reported. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { decimal } from '../../kernel/decimal.ts';
import { endOf, getPeriod, period } from '../../kernel/period.ts';
import type { PeriodKind } from '../../kernel/period.ts';
import { expectOk } from '../../kernel/result.ts';
import { evaluateCells } from './evaluate.ts';
import { indicatorOf } from './definition.ts';
import type { Rollup } from './indicator.ts';
import { valueOf } from './rollup.ts';
import type { Cells } from './series.ts';
import { cellsThrough, fillCoarser, rollUp, yearSoFar } from './series.ts';
import { growTree } from './tree.ts';
import type { Actual } from './vintage.ts';
import { yearIndicator } from './year-goal.ts';

const scale = decimal(100);
const tree = expectOk(
  growTree([
    { code: 'P', parent: undefined },
    { code: 'A', parent: 'P' },
    { code: 'B', parent: 'P' },
    { code: 'A1', parent: 'A' },
  ]),
);
const reported = (unit: string, code: string, value: number): Actual => ({
  unit,
  period: getPeriod(code),
  value: undefined,
  ratio: { numerator: decimal(value), denominator: decimal(10) },
  known: undefined,
  entry: undefined,
});

const kinds: readonly (readonly [PeriodKind, number])[] = [
  ['month', 12],
  ['quarter', 4],
  ['half', 2],
  ['year', 1],
];
const actual = fc
  .tuple(fc.constantFrom('P', 'A', 'B', 'A1'), fc.constantFrom(...kinds), fc.nat(), fc.integer({ min: 0, max: 30 }))
  .map(([unit, [kind, n], at, value]) => reported(unit, period(kind, 2026, (at % n) + 1).code, value));
const actuals = fc
  .array(actual, { maxLength: 30 })
  .map((all) => [...new Map(all.map((one) => [`${one.unit} ${one.period.code}`, one])).values()]);
const ways = fc.constantFrom<readonly [Rollup, Rollup]>(
  ['sum', 'sum'],
  ['sum', 'last'],
  ['mean', 'mean'],
  ['weighted', 'weighted'],
  ['none', 'last'],
);
const days = fc.constantFrom('2026-03-31', '2026-05-20', '2026-06-30', '2026-11-30');
const shown = (cells: Cells) =>
  [...cells].map(([code, cell]) => `${code} ${valueOf(cell, scale)?.round(9).toFixed() ?? '?'}`).toSorted();

test('what is seen up to a day is what there would be if no later period had been reported', () => {
  fc.assert(
    fc.property(actuals, ways, days, (all, [rollup, timeRollup], day) => {
      const rules = { rollup, timeRollup, scale };
      const whole = rollUp(all, tree, 'P', rules).cells;
      const until = all.filter((one) => endOf(one.period) <= day);
      assert.deepEqual(shown(cellsThrough(whole, day)), shown(rollUp(until, tree, 'P', rules).cells));
    }),
  );
});

const flow = indicatorOf({
  comparator: 'gte',
  aggregation: 'end_of_year',
  target: 500,
  from: 2026,
  deadline: 2030,
  rollup: 'sum',
  timeRollup: 'sum',
});
const months = (...values: readonly number[]) =>
  fillCoarser(
    new Map(
      values.map((value, at) => {
        const { code } = period('month', 2026, at + 1);
        return [
          code,
          {
            parts: {
              sum: decimal(value),
              count: 1,
              numerator: decimal(0),
              denominator: decimal(0),
              ratios: 0,
              missing: 0,
            },
            rule: 'sum' as const,
          },
        ];
      }),
    ),
    flow,
  );

test('a flow has a sum to date, and that is what the year is judged by', () => {
  const cells = months(10, 10, 10, 10, 10, 11, 500);
  const seen = cellsThrough(cells, '2026-06-30');
  const soFar = yearSoFar(flow, seen, 2026);
  assert.deepEqual([soFar?.value.toFixed(), soFar?.period.code], ['61', '2026-H1']);
  const year = yearIndicator(flow, { year: 2026, target: decimal(120) });
  const judged = evaluateCells(year, seen, '2026-06-30');
  assert.deepEqual([judged.status, judged.value?.toFixed()], ['on_track', '61']);
  assert.equal(evaluateCells(year, cellsThrough(cells, '2026-05-31'), '2026-05-31').status, 'on_track');
  assert.equal(yearSoFar(flow, cellsThrough(cells, '2026-01-30'), 2026), undefined);
});
