/** Adding up over time, and what was known on a date. The known failures of other systems, each a row. */
import { A, B, P, ratio, months, unitCases } from '../../../tests/sheets.ts';

unitCases('a quantity over time (sum)', 'sum', [
  {
    is: 'of four quarters is the year',
    values: [1, 2, 3, 4].map((q) => A(q, { period: `2026-Q${q}` })),
    unit: 'A',
    gives: { value: 10, period: '2026' },
  },
  {
    is: 'of twelve months is the year',
    values: months(2026, 12).map((period) => A(1, { period })),
    unit: 'A',
    gives: { value: 12, period: '2026' },
  },
  {
    is: 'of eleven months is no year',
    values: months(2026, 11).map((period) => A(1, { period })),
    unit: 'A',
    gives: { status: 'no_data', value: null, tells: 'partial_year' },
  },
  {
    is: 'a month of zero is a month',
    values: months(2026, 12).map((period, i) => A(i === 5 ? 0 : 1, { period })),
    unit: 'A',
    gives: { value: 11 },
  },
  {
    is: 'a withdrawn month leaves no year',
    values: months(2026, 12).map((period, i) => A(i === 5 ? null : 1, { period })),
    unit: 'A',
    gives: { value: null },
  },
  {
    is: 'mixed: a half, a quarter and three months',
    values: [
      A(6, { period: '2026-H1' }),
      A(3, { period: '2026-Q3' }),
      ...['10', '11', '12'].map((m) => A(1, { period: `2026-${m}` })),
    ],
    unit: 'A',
    gives: { value: 12 },
  },
  {
    is: 'the year as reported wins over its months',
    values: [A(13), ...months(2026, 12).map((period) => A(1, { period }))],
    unit: 'A',
    gives: { value: 13 },
  },
  {
    is: 'a year that has begun does not shadow the last whole one',
    values: [A(10), A(1, { period: '2027-Q1', known: '2027-04-05' })],
    unit: 'A',
    gives: { value: 10, period: '2026', tells: 'partial_year' },
  },
  {
    is: 'one child by months and one by year meet in the year',
    values: [A(10), ...months(2026, 12).map((period) => B(1, { period }))],
    gives: { value: 22 },
  },
  {
    is: 'children that make up the year in turn',
    values: [1, 2, 3, 4].flatMap((q) => [A(q, { period: `2026-Q${q}` }), B(1, { period: `2026-Q${q}` })]),
    gives: { value: 14 },
  },
  {
    is: "the parent's own quarters and the children's others make the year",
    values: [P(5, { period: '2026-H1' }), A(2, { period: '2026-H2' }), B(1, { period: '2026-H2' })],
    gives: { value: 8 },
  },
]);

unitCases('a level over time (last)', 'last', [
  {
    is: 'is the latest period, not the latest report',
    values: [
      A(10, { period: '2026-Q1' }),
      A(25, { period: '2026-Q2' }),
      A(40, { period: '2026-Q3' }),
      A(12, { period: '2026-Q1', known: '2027-06-01' }),
    ],
    unit: 'A',
    gives: { value: 40, period: '2026-Q3', tells: 'corrected' },
  },
  {
    is: "of the last quarter is the year's",
    values: [A(40, { period: '2026-Q4' })],
    unit: 'A',
    gives: { value: 40, period: '2026' },
  },
  {
    is: 'is the newest quarter, beyond the last whole year',
    values: [A(10), A(12, { period: '2027-Q2', known: '2027-07-05' })],
    unit: 'A',
    gives: { value: 12, period: '2027-H1' },
  },
]);

unitCases('a stock: added over units, last over time', 'sum', [
  {
    is: 'is not added over quarters',
    indicator: { timeRollup: 'last' },
    values: [3, 4].flatMap((q) => [A(q, { period: `2026-Q${q}` }), B(10, { period: `2026-Q${q}` })]),
    gives: { value: 14, period: '2026' },
  },
  {
    is: 'is taken where every child is in',
    indicator: { timeRollup: 'last' },
    values: [A(3, { period: '2026-Q2' }), B(10, { period: '2026-Q2' }), A(4, { period: '2026-Q3' })],
    gives: { value: 13, period: '2026-H1', tells: 'missing_units' },
  },
]);

unitCases('a ratio over time', 'weighted', [
  {
    is: 'is rebuilt for the year',
    values: [1, 2, 3, 4].map((q) => ratio('A', q, q * q, { period: `2026-Q${q}` })),
    unit: 'A',
    gives: { value: 0.333333333333, period: '2026' },
  },
  {
    is: 'is rebuilt for the year so far',
    values: [ratio('A', 1, 10, { period: '2026-Q1' }), ratio('A', 90, 100, { period: '2026-Q2' })],
    unit: 'A',
    gives: { value: 0.827272727273, period: '2026-H1' },
  },
]);

unitCases('a mean over time', 'mean', [
  {
    is: "of the quarters is the year's",
    values: [2, 4, 6, 8].map((v, i) => A(v, { period: `2026-Q${i + 1}` })),
    unit: 'A',
    gives: { value: 5, period: '2026' },
  },
  {
    is: 'of units and quarters',
    values: [2, 4, 6, 8].flatMap((v, i) => [
      A(v, { period: `2026-Q${i + 1}` }),
      B(v * 3, { period: `2026-Q${i + 1}` }),
    ]),
    gives: { value: 10 },
  },
  {
    is: 'of a year that has begun is its mean so far',
    values: [A(2, { period: '2026-Q1' }), A(4, { period: '2026-Q2' })],
    unit: 'A',
    gives: { value: 3, period: '2026-H1' },
  },
]);

unitCases('what was known on a date', 'last', [
  {
    is: 'before the correction',
    values: [A(10), A(12, { known: '2027-06-01' })],
    unit: 'A',
    asOf: '2027-05-31',
    gives: { value: 10 },
  },
  {
    is: 'on the day of the correction',
    values: [A(10), A(12, { known: '2027-06-01' })],
    unit: 'A',
    asOf: '2027-06-01',
    gives: { value: 12, tells: 'corrected' },
  },
  {
    is: 'whatever the order of the list',
    values: [A(12, { known: '2027-06-01' }), A(10)],
    unit: 'A',
    asOf: '2027-06-02',
    gives: { value: 12 },
  },
  {
    is: 'a correction to zero is a correction',
    values: [A(10), A(0, { known: '2027-06-01' })],
    unit: 'A',
    asOf: '2027-06-02',
    gives: { value: 0 },
  },
  {
    is: 'before anything was',
    values: [A(10)],
    unit: 'A',
    asOf: '2027-01-09',
    gives: { status: 'no_data', value: null },
  },
  {
    is: 'a date that is not stated counts as always',
    values: [A(10, { known: undefined })],
    unit: 'A',
    gives: { value: 10 },
  },
  {
    is: 'a period that has not begun has no result',
    values: [A(10), A(99, { period: '2029' })],
    unit: 'A',
    gives: { value: 10 },
  },
  {
    is: 'two entries of one day go by their number',
    values: [A(10, { entry: 1 }), A(11, { entry: 2 })],
    unit: 'A',
    gives: { value: 11, tells: 'corrected' },
  },
  {
    is: 'a sum takes each part as corrected',
    indicator: { rollup: 'sum' },
    values: [A(10), B(20), B(25, { known: '2027-03-01' })],
    gives: { value: 35, tells: 'corrected' },
  },
]);
