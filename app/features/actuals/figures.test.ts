import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { FigureRule } from './actual.ts';
import type { Around, FigureProblem, TypedFigure } from './figures.ts';
import { isSameFigure, readFigure, readNumbers, remarkOn } from './figures.ts';

const share: FigureRule = {
  code: 'XH-92',
  name: 'Tỉ lệ mẫu',
  unitOfMeasure: '%',
  decimals: 1,
  min: '0',
  max: '100',
  numeratorName: 'Số người tham gia',
  denominatorName: 'Dân số',
  scale: '100',
  reporting: 'quarter',
  evidenceRequired: false,
};
const amount: FigureRule = { ...share, numeratorName: null, denominatorName: null, max: null, min: null, scale: '1' };
const around: Around = { rule: share, today: '2026-06-15', unitFrom: '2025-07-01', unitUntil: null };
const sound: TypedFigure = { period: '2026-Q1', value: '61,5', asOfDate: '2026-03-31' };

function problemsOf(typed: TypedFigure, more: Partial<Around> = {}) {
  const read = readFigure({ ...sound, ...typed }, { ...around, ...more });
  return read.ok ? [] : read.refusal.problems;
}
const wrong = (field: string, problem: FigureProblem) => [{ field, problem }];

test('a figure typed the Vietnamese way is read exactly', () => {
  const read = readFigure({ ...sound, value: '1.234,5', source: ' Báo cáo mẫu ' }, { ...around, rule: amount });
  assert.deepEqual(read.ok && read.value.content, {
    value: '1234.5',
    numerator: null,
    denominator: null,
    asOfDate: '2026-03-31',
    source: 'Báo cáo mẫu',
    note: null,
  });
});

test('zero is a figure and nothing typed is none', () => {
  const zero = readFigure({ ...sound, value: '0' }, { ...around, rule: amount });
  assert.equal(zero.ok && zero.value.content.value, '0');
  assert.deepEqual(problemsOf({ value: ' ' }, { rule: amount }), wrong('value', { kind: 'number_empty' }));
});

test('a figure outside the range says the range', () => {
  const above = { kind: 'above', value: '160', min: '0', max: '100' } as const;
  assert.deepEqual(problemsOf({ value: '160' }), wrong('value', above));
  const below = { kind: 'below', value: '-1', min: '0', max: '100' } as const;
  assert.deepEqual(problemsOf({ value: '-1' }), wrong('value', below));
  assert.deepEqual(problemsOf({ value: '100' }), []);
});

test('more decimals than the indicator is measured with are refused, not rounded away', () => {
  const many = { kind: 'too_many_decimals', value: '61.55', decimals: 1 } as const;
  assert.deepEqual(problemsOf({ value: '61,55' }), wrong('value', many));
  assert.deepEqual(problemsOf({ value: '61,50' }), []);
});

test('a share is rebuilt from its parts', () => {
  const read = readNumbers({ numerator: '1', denominator: '3' }, share);
  assert.deepEqual(read.ok && read.value, { value: '33.3333333', numerator: '1', denominator: '3' });
});

test('parts must make a share: both there, the whole above zero, the part within the whole', () => {
  const typed = (numerator: string, denominator: string) => ({ value: '', numerator, denominator });
  assert.deepEqual(problemsOf(typed('', '5')), wrong('numerator', { kind: 'number_empty' }));
  assert.deepEqual(problemsOf(typed('5', '0')), wrong('denominator', { kind: 'denominator_not_positive' }));
  assert.deepEqual(
    problemsOf(typed('6', '5')),
    wrong('numerator', { kind: 'numerator_above_denominator', numerator: '6', denominator: '5' }),
  );
  assert.deepEqual(problemsOf(typed('0', '5')), []);
});

test('a rate per ten thousand may have more above than below the line', () => {
  const rate = { ...share, scale: '10000', max: null };
  assert.deepEqual(problemsOf({ value: '', numerator: '20', denominator: '10' }, { rule: rate }), []);
});

test('dates that do not exist, lie ahead or before the period are refused', () => {
  assert.deepEqual(problemsOf({ asOfDate: '' }), wrong('asOfDate', { kind: 'date_missing' }));
  const impossible = wrong('asOfDate', { kind: 'date_impossible', text: '31/02/2026' });
  assert.deepEqual(problemsOf({ asOfDate: '31/02/2026' }), impossible);
  const ahead = { kind: 'date_in_future', date: '2026-06-16', today: '2026-06-15' } as const;
  assert.deepEqual(problemsOf({ asOfDate: '16/6/2026' }), wrong('asOfDate', ahead));
  const early = { kind: 'date_before_period', date: '2025-12-31', start: '2026-01-01' } as const;
  assert.deepEqual(problemsOf({ asOfDate: '2025-12-31' }), wrong('asOfDate', early));
});

test('a period is as coarse as the indicator is reported, and has begun', () => {
  assert.deepEqual(problemsOf({ period: '2026-13' }), wrong('period', { kind: 'period_unreadable', text: '2026-13' }));
  const fine = wrong('period', { kind: 'period_too_fine', reporting: 'quarter' });
  assert.deepEqual(problemsOf({ period: '2026-01' }), fine);
  assert.deepEqual(problemsOf({ period: '2026' }), []);
  const ahead = wrong('period', { kind: 'period_not_begun', start: '2026-07-01' });
  assert.deepEqual(problemsOf({ period: '2026-Q3', asOfDate: '' }).slice(0, 1), ahead);
});

test('a unit that was not there in the period reports nothing for it', () => {
  const gone = wrong('period', { kind: 'unit_not_there', from: '2026-04-01', until: null });
  assert.deepEqual(problemsOf({}, { unitFrom: '2026-04-01' }), gone);
  const ended = wrong('period', { kind: 'unit_not_there', from: '2025-07-01', until: '2026-01-01' });
  assert.deepEqual(problemsOf({}, { unitUntil: '2026-01-01' }), ended);
  assert.deepEqual(problemsOf({}, { unitFrom: '2026-03-31' }), []);
});

test('everything that is wrong is said at once', () => {
  const fields = problemsOf({ period: 'x', value: 'abc', asOfDate: 'hôm qua' }).map(({ field }) => field);
  assert.deepEqual(fields, ['period', 'value', 'asOfDate']);
});

test('a jump is remarked, zero and an ordinary change are not', () => {
  const last = { value: '50', period: '2025-Q4' };
  assert.deepEqual(remarkOn('100', last), { kind: 'jump', last: '50', lastPeriod: '2025-Q4', times: '2' });
  assert.deepEqual(remarkOn('25', last), { kind: 'jump', last: '50', lastPeriod: '2025-Q4', times: '0.5' });
  assert.equal(remarkOn('60', last), undefined);
  assert.equal(remarkOn('0', { value: '0', period: '2025-Q4' }), undefined);
  assert.deepEqual(remarkOn('1', { value: '0', period: '2025-Q4' }), { kind: 'from_zero', lastPeriod: '2025-Q4' });
  assert.equal(remarkOn('1', undefined), undefined);
});

test('whatever is shown can be typed again and is the same figure', () => {
  const typed = fc.record({ whole: fc.integer({ min: -1e9, max: 1e9 }), tenth: fc.integer({ min: 0, max: 9 }) });
  fc.assert(
    fc.property(typed, ({ whole, tenth }) => {
      const value = `${whole}.${tenth}`;
      const read = readNumbers({ value: formatVietnamese(value, 1) }, amount);
      assert.ok(read.ok && isSameFigure(read.value, { value, numerator: null, denominator: null }));
    }),
  );
});
