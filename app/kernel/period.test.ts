import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  comparePeriods,
  coarserPeriod,
  covers,
  elapsedShare,
  endOf,
  finerPeriods,
  getPeriod,
  holdsDate,
  nextPeriod,
  parsePeriod,
  period,
  periodAt,
  previousPeriod,
  startOf,
} from './period.ts';
import type { PeriodKind } from './period.ts';

const spans: readonly (readonly [string, string, string])[] = [
  ['2026', '2026-01-01', '2026-12-31'],
  ['2026-H1', '2026-01-01', '2026-06-30'],
  ['2026-H2', '2026-07-01', '2026-12-31'],
  ['2026-Q1', '2026-01-01', '2026-03-31'],
  ['2026-Q4', '2026-10-01', '2026-12-31'],
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['2028-02', '2028-02-01', '2028-02-29'],
  ['2026-12', '2026-12-01', '2026-12-31'],
];

for (const [code, start, end] of spans) {
  test(`${code} runs from ${start} to ${end}`, () => {
    const of = getPeriod(code);
    assert.deepEqual([of.code, startOf(of), endOf(of)], [code, start, end]);
  });
}

for (const code of [
  '',
  '26',
  '2026-',
  '2026-Q5',
  '2026-Q0',
  '2026-H3',
  '2026-13',
  '2026-00',
  '2026-3',
  '2026-q1',
  ' 2026',
  '2026-03-01',
]) {
  test(`"${code}" is no period`, () => assert.equal(parsePeriod(code), undefined));
}

const kinds: readonly PeriodKind[] = ['year', 'half', 'quarter', 'month'];
const anyPeriod = fc
  .tuple(fc.constantFrom(...kinds), fc.integer({ min: 1990, max: 2090 }), fc.integer({ min: 0, max: 11 }))
  .map(([kind, year, month]) => periodAt(kind, `${year}-${String(month + 1).padStart(2, '0')}-15`));

test('a period is read back from its own code', () => {
  fc.assert(fc.property(anyPeriod, (of) => assert.deepEqual(getPeriod(of.code), of)));
});

test('finer periods tile the period without gap or overlap, and know what they are part of', () => {
  fc.assert(
    fc.property(anyPeriod, (of) => {
      const parts = finerPeriods(of);
      assert.equal(parts.length, { year: 2, half: 2, quarter: 3, month: 0 }[of.kind]);
      for (const [i, part] of parts.entries()) {
        assert.equal(part.first, i === 0 ? of.first : (parts[i - 1]?.last ?? 0) + 1);
        assert.deepEqual(coarserPeriod(part), of);
        assert.ok(covers(of, part) && !covers(part, of));
      }
      if (parts.length > 0) assert.equal(parts.at(-1)?.last, of.last);
    }),
  );
});

test('the next period begins the month after, and leads back', () => {
  fc.assert(
    fc.property(anyPeriod, (of) => {
      assert.equal(nextPeriod(of).first, of.last + 1);
      assert.deepEqual(previousPeriod(nextPeriod(of)), of);
    }),
  );
});

test('periods that end together stand with the wider one last', () => {
  const sorted = ['2026', '2026-Q1', '2026-12', '2025', '2026-Q4', '2026-H2'].map(getPeriod).toSorted(comparePeriods);
  assert.deepEqual(
    sorted.map(({ code }) => code),
    ['2025', '2026-Q1', '2026-12', '2026-Q4', '2026-H2', '2026'],
  );
});

test('the share elapsed is nothing before, counts the day itself, and is whole at the end', () => {
  const january = period('month', 2026, 1);
  assert.equal(elapsedShare(january, '2025-12-31'), 0);
  assert.equal(elapsedShare(january, '2026-01-01'), 1 / 31);
  assert.equal(elapsedShare(january, '2026-01-31'), 1);
  assert.equal(elapsedShare(january, '2026-02-15'), 1);
});

test('a period holds its first and last day and no other', () => {
  const quarter = getPeriod('2026-Q2');
  assert.deepEqual(
    ['2026-03-31', '2026-04-01', '2026-06-30', '2026-07-01'].map((date) => holdsDate(quarter, date)),
    [false, true, true, false],
  );
});
