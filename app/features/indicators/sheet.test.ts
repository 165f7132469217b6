/** What a calculation sheet may not say, and how it is refused: by the path of the field, in Vietnamese. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readSheet } from './read-sheet.ts';
import { sheetRefusalText } from './text.ts';

const sound = {
  indicator: {
    comparator: 'gt',
    aggregation: 'end_of_year',
    target: 240,
    from: 2026,
    deadline: 2030,
    direction: 'up',
    rollup: 'sum',
    baseline: 150,
  },
  units: [
    { code: 'P', parent: null },
    { code: 'A', parent: 'P' },
  ],
  values: [{ unit: 'A', period: '2026', value: 10, known: '2027-01-10' }],
  unit: 'P',
  asOf: '2027-06-30',
};

type Change = (sheet: typeof sound & Record<string, unknown>) => unknown;
const set =
  (path: string, value: unknown): Change =>
  (sheet) => {
    const keys = path.split('.');
    const last = keys.pop() ?? '';
    const at = keys.reduce<Record<string, unknown>>((node, key) => node[key] as Record<string, unknown>, sheet);
    at[last] = value;
    return sheet;
  };

const refusals: readonly (readonly [string, Change, string])[] = [
  ['a list instead of a sheet', () => [], 'bảng tính: sai kiểu dữ liệu.'],
  ['nothing', () => null, 'bảng tính: sai kiểu dữ liệu.'],
  ['no indicator', set('indicator', undefined), 'indicator: chưa có, cần điền.'],
  [
    'a comparator nobody knows',
    set('indicator.comparator', 'above'),
    'indicator.comparator: giá trị không nằm trong danh mục (gt, gte, lt, lte, reach, about, range, maintain, milestone).',
  ],
  [
    'no comparator',
    set('indicator.comparator', undefined),
    'indicator.comparator: chưa có, cần điền (gt, gte, lt, lte, reach, about, range, maintain, milestone).',
  ],
  [
    'a target in words',
    set('indicator.target', 'nhiều'),
    'indicator.target: không phải là số; viết như 1234.5 hoặc "1234.5".',
  ],
  [
    'no target',
    set('indicator.target', null),
    'indicator.target: chưa có mục tiêu; chỉ mốc hoàn thành mới được để trống.',
  ],
  [
    'a range upside down',
    set('indicator.target', { low: 5, high: 4 }),
    'indicator.target.low: đầu dưới của khoảng lớn hơn đầu trên.',
  ],
  ['a range with one end', set('indicator.target', { low: 5 }), 'indicator.target.high: chưa có, cần điền.'],
  ['a tolerance below zero', set('indicator.tolerance', -1), 'indicator.tolerance: không được âm.'],
  ['a year that is none', set('indicator.from', 26), 'indicator.from: không phải là năm; viết như 2026.'],
  ['a deadline before the start', set('indicator.deadline', 2025), 'indicator.deadline: thời hạn trước năm bắt đầu.'],
  [
    'a baseline in the deadline year',
    set('indicator.baseline', { year: 2030, value: 1 }),
    'indicator.baseline.year: năm của mức gốc phải trước thời hạn.',
  ],
  ['a scale of zero', set('indicator.scale', 0), 'indicator.scale: phải lớn hơn 0.'],
  [
    'a trajectory outside the term',
    set('indicator.trajectory', [{ year: 2031, value: 1 }]),
    'indicator.trajectory[0].year: năm nằm ngoài giai đoạn của chỉ tiêu.',
  ],
  [
    'a trajectory with a year twice',
    set('indicator.trajectory', [
      { year: 2026, value: 1 },
      { year: 2026, value: 2 },
    ]),
    'indicator.trajectory[1].year: năm bị lặp.',
  ],
  [
    'a period that is none',
    set('values.0.period', '2026-Q5'),
    'values[0].period: không phải là kỳ; viết như "2026", "2026-H1", "2026-Q1" hoặc "2026-03".',
  ],
  [
    'a day that is none',
    set('values.0.known', '2027-02-30'),
    'values[0].known: không phải là ngày có thật; viết như "2026-10-05".',
  ],
  ['no date to look from', set('asOf', undefined), 'asOf: chưa có, cần điền.'],
  [
    'a value typed the Vietnamese way in JSON',
    set('values.0.value', '1.234,5'),
    'values[0].value: không phải là số; viết như 1234.5 hoặc "1234.5".',
  ],
  ['values that are no list', set('values', {}), 'values: sai kiểu dữ liệu.'],
  ['a unit nobody named', set('values.0.unit', 'X'), 'values[0].unit: đơn vị “X” không có trong danh sách units.'],
  ['to be judged for a unit nobody named', set('unit', 'X'), 'unit: đơn vị “X” không có trong danh sách units.'],
  ['a unit without a code', set('units.1.code', ' '), 'units[1].code: không được để trống.'],
  ['a unit twice', set('units', [{ code: 'P' }, { code: 'P' }]), 'units[1].code: đơn vị “P” bị lặp.'],
  [
    'a parent nobody named',
    set('units.1.parent', 'Q'),
    'units[1].parent: đơn vị cấp trên “Q” không có trong danh sách units.',
  ],
  ['a unit above itself', set('units.0.parent', 'P'), 'units[0].parent: cây đơn vị bị vòng: P → P.'],
  ['two units above each other', set('units.0.parent', 'A'), 'units[0].parent: cây đơn vị bị vòng: P → A → P.'],
  [
    'two values for one unit, period and day',
    set('values', [sound.values[0], { ...sound.values[0], value: 11 }]),
    'values[1]: trùng đơn vị, kỳ và ngày biết với values[0] nhưng khác giá trị. Ghi ngày biết khác nhau, hoặc thêm entry là số thứ tự nhập.',
  ],
];

for (const [what, change, said] of refusals) {
  test(`a sheet with ${what} is refused by name`, () => {
    const read = readSheet(change(structuredClone(sound)));
    assert.ok(!read.ok);
    assert.equal(sheetRefusalText(read.refusal)[0], said);
  });
}

test('every fault of a sheet is named at once', () => {
  const read = readSheet({ ...sound, asOf: 'nay', unit: 5, values: [{ unit: 'A', period: 'x', value: 1 }] });
  assert.ok(!read.ok);
  assert.equal(sheetRefusalText(read.refusal).length, 3);
});

const accepted: readonly (readonly [string, Change])[] = [
  ['as the issue writes it', (sheet) => sheet],
  ['years in quotes', set('indicator.deadline', '2030')],
  ['a period written as a number', set('values.0.period', 2026)],
  ['a figure in quotes, for its digits', set('values.0.value', '12345678901234567890.25')],
  ['no list of units: the one unit alone', (sheet) => ({ ...sheet, units: undefined, unit: 'A' })],
  ['fields it does not know', (sheet) => ({ ...sheet, note: 'ghi chú' })],
  ['an unknown baseline', set('indicator.baseline', null)],
  ['no baseline at all', set('indicator.baseline', undefined)],
  [
    'a milestone without a target',
    (sheet) => ({
      ...sheet,
      indicator: { comparator: 'milestone', aggregation: 'milestone', from: 2026, deadline: 2030 },
    }),
  ],
  ['an empty list of units: the one unit alone', (sheet) => ({ ...sheet, units: [], unit: 'A' })],
  ['no values yet', set('values', [])],
];

for (const [what, change] of accepted) {
  test(`a sheet is read with ${what}`, () => assert.equal(readSheet(change(structuredClone(sound))).ok, true));
}
