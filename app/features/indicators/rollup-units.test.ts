/** Adding up over units. The known failures of other systems, each a row. */
import { A, B, P, ratio, deepProvince, unitCases } from '../../../tests/sheets.ts';

unitCases('a sum over units', 'sum', [
  { is: 'adds its parts', values: [A(10), B(20)], gives: { value: 30, period: '2026' } },
  {
    is: 'with a part missing is unknown, not smaller',
    values: [A(10)],
    gives: { status: 'no_data', value: null, tells: 'missing_units' },
  },
  { is: 'takes a zero as a zero', values: [A(10), B(0)], gives: { value: 10 } },
  { is: 'of zeros is zero, and known', values: [A(0), B(0)], gives: { status: 'off_track', value: 0 } },
  {
    is: 'falls back to the last period that is whole',
    values: [A(10), B(20), A(99, { period: '2027', known: '2027-12-31' })],
    gives: { value: 30, period: '2026', tells: 'missing_units' },
  },
  {
    is: 'counts the parent alone where parent and children both report',
    values: [P(100), A(60), B(50)],
    gives: { value: 100, tells: 'own_figure_used' },
  },
  { is: 'keeps what the parent reported when no child did', values: [P(100)], gives: { value: 100 } },
  {
    is: 'keeps what the parent reported when only some children did',
    values: [P(100), A(60)],
    gives: { value: 100, tells: 'own_figure_used' },
  },
  { is: 'says nothing when parent and children agree', values: [P(110), A(60), B(50)], gives: { value: 110 } },
  {
    is: 'of a withdrawn part is unknown again',
    values: [A(10), B(20), B(null, { known: '2027-02-01' })],
    gives: { status: 'no_data', value: null },
  },
  { is: 'of another unit than asked does not leak in', values: [A(10), B(20)], unit: 'A', gives: { value: 10 } },
  { is: 'tenths add up exactly', values: [A(0.1), B(0.2)], gives: { value: 0.3 } },
  { is: 'the same row twice counts once', values: [A(10), A(10), B(20)], gives: { value: 30 } },
]);

unitCases(
  'a sum over a deep tree',
  'sum',
  [
    {
      is: 'is the sum of its leaves',
      values: [A(1), B(2), { unit: 'C', value: 4 }, { unit: 'E', value: 8 }],
      gives: { value: 15 },
    },
    {
      is: "takes the district's own figure once",
      values: [A(1), B(2), { unit: 'D', value: 12 }, { unit: 'C', value: 4 }, { unit: 'E', value: 8 }],
      gives: { value: 15 },
    },
    {
      is: "keeps the district's figure that nobody broke down",
      values: [A(1), B(2), { unit: 'D', value: 20 }, { unit: 'C', value: 4 }],
      gives: { value: 23 },
    },
    {
      is: 'is unknown for one leaf deep down',
      values: [A(1), B(2), { unit: 'C', value: 4 }],
      gives: { value: null, tells: 'missing_units' },
    },
  ],
  deepProvince,
);

unitCases('a mean over units', 'mean', [
  { is: 'is taken over those that reported', values: [A(10)], gives: { value: 10, tells: 'missing_units' } },
  {
    is: 'with a part missing proves nothing',
    indicator: { target: 5 },
    values: [A(10)],
    gives: { status: 'on_track', reason: 'met_but_incomplete' },
  },
  {
    is: 'with all parts proves it',
    indicator: { target: 5 },
    values: [A(10), B(6)],
    gives: { status: 'achieved', value: 8 },
  },
  { is: 'counts a zero', values: [A(10), B(0)], gives: { value: 5 } },
  {
    is: 'prefers an older whole period to a newer incomplete one',
    values: [A(10), B(20), A(99, { period: '2027', known: '2027-12-31' })],
    gives: { value: 15, period: '2026' },
  },
]);

unitCases(
  'a mean over a deep tree',
  'mean',
  [
    {
      is: 'weighs leaves, not branches',
      values: [A(1), B(1), { unit: 'C', value: 4 }, { unit: 'E', value: 4 }],
      gives: { value: 2.5 },
    },
  ],
  deepProvince,
);

unitCases('a ratio over units', 'weighted', [
  {
    is: 'is rebuilt from its parts, not averaged',
    values: [ratio('A', 1, 10), ratio('B', 90, 100)],
    gives: { value: 0.827272727273 },
  },
  {
    is: 'in per cent is times a hundred',
    indicator: { unitOfMeasure: '%' },
    values: [ratio('A', 1, 10), ratio('B', 90, 100)],
    gives: { value: 82.727272727273 },
  },
  {
    is: 'per ten thousand has its scale',
    indicator: { scale: 10000 },
    values: [ratio('A', 10, 8000), ratio('B', 20, 12000)],
    gives: { value: 15 },
  },
  {
    is: 'a missing numerator is missing, not zero',
    values: [ratio('A', 1, 10), ratio('B', null, 100)],
    gives: { value: 0.1, tells: 'missing_units' },
  },
  {
    is: 'a missing denominator is missing too',
    values: [ratio('A', 1, 10), ratio('B', 90, null)],
    gives: { value: 0.1, tells: 'missing_units' },
  },
  { is: 'a numerator of zero is zero', values: [ratio('A', 0, 10), ratio('B', 90, 90)], gives: { value: 0.9 } },
  {
    is: 'nobody concerned (0 of 0) adds nothing and is not missing',
    indicator: { target: 0.1 },
    values: [ratio('A', 1, 10), ratio('B', 0, 0)],
    gives: { status: 'achieved', value: 0.1 },
  },
  {
    is: 'something of nothing is a slip, hence missing',
    indicator: { target: 0.1 },
    values: [ratio('A', 1, 10), ratio('B', 5, 0)],
    gives: { status: 'on_track', value: 0.1, tells: 'missing_units' },
  },
  {
    is: 'of nobody at all is unknown',
    values: [ratio('A', 0, 0), ratio('B', 0, 0)],
    gives: { status: 'no_data', value: null },
  },
  {
    is: 'a bare rate cannot be rebuilt and is missing',
    values: [ratio('A', 1, 10), B(0.9)],
    gives: { value: 0.1, tells: 'missing_units' },
  },
  {
    is: 'a rate with its weight can',
    values: [A(0.1, { weight: 10 }), B(0.9, { weight: 100 })],
    gives: { value: 0.827272727273 },
  },
  { is: 'a bare rate of the unit itself is its value', values: [P(0.42)], gives: { value: 0.42 } },
  {
    is: 'parts win over a rate beside them',
    values: [ratio('A', 1, 10, { value: 0.5 }), ratio('B', 90, 100)],
    gives: { value: 0.827272727273 },
  },
]);

unitCases('a value with its parts beside it, where values are added', 'sum', [
  {
    is: 'is the value',
    values: [ratio('A', 1, 10, { value: 7 }), ratio('B', 9, 10, { value: 8 })],
    gives: { value: 15 },
  },
]);

unitCases('what does not add up', 'none', [
  {
    is: 'is never made from children',
    values: [A(10), B(20)],
    gives: { status: 'no_data', value: null, tells: 'not_additive' },
  },
  { is: "has the unit's own figure", values: [P(70), A(10), B(20)], gives: { value: 70 } },
]);
