import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expectOk } from '../../kernel/result.ts';
import { evaluateSheet } from './evaluate.ts';
import { readSheet } from './read-sheet.ts';

test('99 communes over 60 months are rolled up and judged', () => {
  const communes = Array.from({ length: 99 }, (_, i) => ({ code: `X${i}`, parent: 'P' }));
  const months = Array.from(
    { length: 60 },
    (_, i) => `${2026 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`,
  );
  const values = communes.flatMap(({ code }) =>
    months.map((period, i) => ({ unit: code, period, value: i, known: '2026-01-01' })),
  );
  const indicator = {
    comparator: 'gte',
    aggregation: 'sum',
    target: 175000,
    from: 2026,
    deadline: 2030,
    direction: 'up',
    rollup: 'sum',
  };
  const sheet = expectOk(
    readSheet({ indicator, units: [{ code: 'P' }, ...communes], values, unit: 'P', asOf: '2031-01-31' }),
  );
  const { status, value } = evaluateSheet(sheet);
  assert.deepEqual([status, value?.toNumber()], ['achieved', 99 * 1770]);
});

test('a tree as deep as a chain of five thousand units is rolled up like any other', () => {
  const links = Array.from({ length: 5000 }, (_, i) => ({ code: `X${i}`, ...(i > 0 && { parent: `X${i - 1}` }) }));
  const values = [{ unit: 'X4999', period: '2026', value: 7 }];
  const indicator = {
    comparator: 'gte',
    aggregation: 'end_of_year',
    target: 5,
    from: 2026,
    deadline: 2030,
    rollup: 'sum',
  };
  const sheet = expectOk(readSheet({ indicator, units: links, values, unit: 'X0', asOf: '2027-01-31' }));
  assert.equal(evaluateSheet(sheet).value?.toNumber(), 7);
});
