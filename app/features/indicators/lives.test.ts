import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../kernel/result.ts';
import { evaluateSheet } from './evaluate.ts';
import { readSheet } from './read-sheet.ts';
import { valueOf } from './rollup.ts';
import { rollUp } from './series.ts';
import type { SheetInput } from './sheet.ts';
import { knownOn } from './vintage.ts';

type Units = NonNullable<SheetInput['units']>;
type Rule = 'sum' | 'mean' | 'last';

/** Bình goes into An on 1 June: An stays what it is and grows. */
const merged: Units = [
  { code: 'tinh' },
  { code: 'an', parent: 'tinh', after: ['binh'] },
  { code: 'binh', parent: 'tinh', until: '2026-06-01' },
  { code: 'chi', parent: 'tinh' },
];
/** Bình ends in the middle of June, and Mới is founded in its place. */
const founded: Units = [
  { code: 'tinh' },
  { code: 'binh', parent: 'tinh', until: '2026-06-15' },
  { code: 'chi', parent: 'tinh' },
  { code: 'moi', parent: 'tinh', from: '2026-06-15', after: ['binh'] },
];

const monthsOf = (unit: string, first: number, last: number, value: number) =>
  Array.from({ length: last - first + 1 }, (_, n) => ({
    unit,
    period: `2026-${String(first + n).padStart(2, '0')}`,
    value,
  }));

function sheetOf(units: Units, values: SheetInput['values'], timeRollup: Rule = 'sum', rollup: 'sum' | 'mean' = 'sum') {
  const indicator = { comparator: 'gte', aggregation: 'end_of_year', target: 100, from: 2026, deadline: 2030 } as const;
  const sheet = { indicator: { ...indicator, rollup, timeRollup }, units, values, unit: 'tinh', asOf: '2027-01-31' };
  return expectOk(readSheet(sheet));
}

function figures(...given: Parameters<typeof sheetOf>) {
  const { actuals, asOf, tree, unit, indicator, lives } = sheetOf(...given);
  const { cells, left } = rollUp(knownOn(actuals, asOf).current, tree, unit, indicator, lives);
  const at = (period: string) => {
    const cell = cells.get(period);
    return cell && valueOf(cell, indicator.scale)?.toFixed();
  };
  return { at, left: left.map(({ unit: code, period }) => `${code} ${period}`) };
}

const allYear = [...monthsOf('an', 1, 12, 10), ...monthsOf('chi', 1, 12, 1)];

test('what a unit reported before it was merged stays in the year, and it is not missing after', () => {
  const { at, left } = figures(merged, [...allYear, ...monthsOf('binh', 1, 5, 100)]);
  assert.deepEqual([at('2026-05'), at('2026-06'), at('2026-Q2')], ['111', '11', String(111 * 2 + 11)]);
  assert.equal(at('2026'), String(11 * 12 + 500));
  assert.deepEqual(left, []);
});

test('a level at the end of the year is that of those there then; an average over the year is that of its months', () => {
  const values = [...allYear, ...monthsOf('binh', 1, 5, 100)];
  assert.equal(figures(merged, values, 'last').at('2026'), '11');
  assert.equal(figures(merged, values, 'last').at('2026-Q1'), '111');
  const average = Number(figures(merged, values, 'mean').at('2026'));
  assert.ok(Math.abs(average - (5 * 111 + 7 * 11) / 12) < 1e-9);
});

test('a mean over units counts who is there', () => {
  const { at } = figures(merged, [...allYear, ...monthsOf('binh', 1, 5, 100)], 'last', 'mean');
  assert.deepEqual([at('2026-05'), at('2026-06')], ['37', '5.5']);
});

test('a unit that ended is missing where it should have reported, and nowhere else', () => {
  const values = [...allYear, ...monthsOf('binh', 1, 4, 100)];
  assert.deepEqual([figures(merged, values).at('2026-05'), figures(merged, values).at('2026')], [undefined, undefined]);
  const { facts } = evaluateSheet(sheetOf(merged, values));
  const missing = facts.find((fact) => fact.kind === 'missing_units');
  assert.deepEqual(missing && { units: missing.units, of: missing.of }, { units: ['binh'], of: 3 });
});

test('where all report by the year, the year of the merger is what those there at its end say', () => {
  const of = (unit: string, value: number) => ({ unit, period: '2026', value });
  assert.equal(figures(merged, [of('an', 200), of('chi', 20)]).at('2026'), '220');
  const both = figures(merged, [of('an', 200), of('chi', 20), of('binh', 70)]);
  assert.deepEqual([both.at('2026'), both.left], ['220', ['binh 2026']]);
});

test('months of a merged unit are left out, and said, where whoever took over reported the whole', () => {
  const others = [
    { unit: 'an', period: '2026-Q2', value: 60 },
    { unit: 'chi', period: '2026-Q2', value: 6 },
  ];
  const told = figures(merged, [...others, ...monthsOf('binh', 4, 5, 100)]);
  assert.deepEqual([told.at('2026-Q2'), told.left], ['66', ['binh 2026-04', 'binh 2026-05']]);
  const untold = [...monthsOf('an', 4, 6, 20), others[1] ?? { unit: 'chi', period: '2026-Q2' }];
  assert.equal(figures(merged, [...untold, ...monthsOf('binh', 4, 5, 100)]).at('2026-Q2'), undefined);
  const { facts } = evaluateSheet(sheetOf(merged, [...others, ...monthsOf('binh', 4, 5, 100)]));
  assert.ok(facts.some((fact) => fact.kind === 'not_counted'));
});

test('a new unit is not expected before it was founded', () => {
  const values = [...monthsOf('binh', 1, 5, 100), ...monthsOf('moi', 6, 12, 90), ...monthsOf('chi', 1, 12, 1)];
  const { at } = figures(founded, values);
  assert.deepEqual([at('2026-05'), at('2026-06'), at('2026')], ['101', '91', String(500 + 630 + 12)]);
});

test('what it says of the time before counts only where those it came from said nothing', () => {
  const early = [...monthsOf('moi', 3, 4, 80), ...monthsOf('chi', 3, 4, 1)];
  const { at, left } = figures(founded, [...early, ...monthsOf('binh', 4, 4, 100)]);
  assert.deepEqual([at('2026-04'), left], ['101', ['moi 2026-04']]);
  assert.equal(figures(founded, [...monthsOf('moi', 3, 3, 80), ...monthsOf('chi', 3, 3, 1)]).at('2026-03'), undefined);
});

test('a sheet without lives reads as it did', () => {
  const plain = merged.map(({ code, parent }) => ({ code, ...(parent && { parent }) }));
  const { at } = figures(plain, [...allYear, ...monthsOf('binh', 1, 5, 100)]);
  assert.deepEqual([at('2026-05'), at('2026-06')], ['111', undefined]);
});
