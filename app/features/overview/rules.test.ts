import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decimal } from '../../kernel/decimal.ts';
import { getPeriod } from '../../kernel/period.ts';
import { expectOk } from '../../kernel/result.ts';
import type { Definition } from '../indicators/definition.ts';
import { amountOf, indicatorOf, sheetIndicatorOf } from '../indicators/definition.ts';
import { evaluateCells, evaluateSheet } from '../indicators/evaluate.ts';
import { withNames } from '../indicators/explanation.ts';
import { readSheet } from '../indicators/read-sheet.ts';
import { cellFromParts, NO_PARTS } from '../indicators/rollup.ts';
import type { Cells } from '../indicators/series.ts';
import { chartOf } from './chart.ts';
import { dayOf, onDay, readDay } from '../../ui/day.ts';
import { readListQuery, seenLines } from './lines.ts';
import { publicSheet } from './public-sheet.ts';
import type { Standing } from './standing.ts';
import { countStatuses, findingOf, lowestOf, standingOf, standingThrough } from './standing.ts';
import { vintageDays } from './vintages.ts';
import { explain } from '../indicators/text.ts';
import { fieldSummary } from './text.ts';
import { yearIndicator } from '../indicators/year-goal.ts';

const definition: Definition = {
  code: 'KT-91',
  position: 1,
  field: 'kinh_te',
  name: 'Thu mẫu',
  clause: 'I.1',
  wording: 'Thu mẫu trên 200',
  unitOfMeasure: 'tỷ đồng',
  decimals: 1,
  comparator: 'gt',
  target: '200.00',
  targetLow: null,
  targetHigh: null,
  tolerance: null,
  toleranceIsDefault: true,
  aggregation: 'end_of_year',
  timeRollup: 'last',
  direction: 'up',
  band: 'near_end',
  rollup: 'mean',
  rollupWhy: 'Mẫu',
  from: 2026,
  deadline: 2030,
  rangeMin: null,
  rangeMax: null,
  scale: '1',
  baseline: '100',
  baselineYear: 2025,
  baselineSource: 'Mẫu',
  atRiskMargin: null,
  reporting: 'year',
  evidenceRequired: false,
  evidenceRequiredIsDefault: true,
  owner: null,
  version: 1,
  trajectory: [],
};

function standingWith(cells: Cells, changes: Partial<Definition> = {}, asOf = '2027-03-01'): Standing {
  const changed = { ...definition, ...changes };
  const written = sheetIndicatorOf(changed);
  return standingOf({ definition: changed, written, indicator: indicatorOf(written), cells }, asOf);
}

const whole = (value: number) => cellFromParts({ ...NO_PARTS, sum: decimal(value), count: 1 }, 'mean');
const partial = (value: number) => cellFromParts({ ...NO_PARTS, sum: decimal(value), count: 1, missing: 3 }, 'mean');

test('a definition becomes a sheet with exact figures, and the sheet an indicator', () => {
  assert.equal(amountOf('200.00'), 200);
  assert.equal(amountOf('0.1234567890123456789'), '0.1234567890123456789');
  const indicator = indicatorOf(sheetIndicatorOf(definition, '0.2'));
  assert.deepEqual(indicator.target, decimal('200'));
  assert.equal(String(indicator.atRiskMargin), '0.2');
  assert.deepEqual(indicatorOf(sheetIndicatorOf(definition)).atRiskMargin, undefined);
});

const root = { code: 'tinh', name: 'Tỉnh Mẫu' };
const wanted = { asOf: '2027-03-01', parts: { reported: 'Phần đã báo cáo', missing: 'Phần chưa báo cáo' } };

test('the public sheet gives the same status as the figures behind it, whole or with parts missing', () => {
  for (const cells of [
    new Map(),
    new Map([['2026', whole(125)]]),
    new Map([['2026', whole(112)]]),
    new Map([['2026', whole(205)]]),
    new Map([['2026', partial(205)]]),
    new Map([
      ['2025', whole(90)],
      ['2026', partial(150)],
    ]),
  ] satisfies Cells[]) {
    const standing = standingWith(cells);
    const evaluated = evaluateSheet(expectOk(readSheet(publicSheet(standing, root, wanted))));
    assert.equal(evaluated.status, standing.evaluation.status);
    assert.equal(evaluated.reason, standing.evaluation.reason);
  }
});

test('the public sheet names no unit but the one it is for', () => {
  const sheet = publicSheet(standingWith(new Map([['2026', partial(150)]])), root, wanted);
  assert.deepEqual(
    (sheet.units ?? []).map(({ code }) => code),
    ['tinh', 'phan-da-bao-cao', 'phan-chua-bao-cao'],
  );
});

test('a sheet’s explanation calls units by the names it gives them, and by their code where it gives none', () => {
  const partially = readSheet(publicSheet(standingWith(new Map([['2026', partial(150)]])), root, wanted));
  const { names, indicator } = expectOk(partially);
  const { facts } = evaluateSheet(expectOk(partially));
  assert.match(explain(withNames(facts, names), indicator.label), /1\/2 đơn vị \(Phần chưa báo cáo\)/);
  assert.match(explain(withNames(facts, new Map()), indicator.label), /1\/2 đơn vị \(phan-chua-bao-cao\)/);
});

test('a field says in one line how its indicators stand, without the ways that none stands', () => {
  const counts = countStatuses([{ status: 'achieved' }, { status: 'achieved' }, { status: 'off_track' }]);
  assert.equal(fieldSummary(counts, 3), '3 chỉ tiêu: 2 đạt, 1 chậm tiến độ');
});

test('a unit stands where its weakest indicator stands; no figures weaken nothing', () => {
  assert.equal(lowestOf(['achieved', 'at_risk', 'on_track']), 'at_risk');
  assert.equal(lowestOf(['no_data', 'achieved']), 'achieved');
  assert.equal(lowestOf(['no_data']), 'no_data');
  assert.equal(lowestOf([]), 'no_data');
  assert.deepEqual(countStatuses([{ status: 'achieved' }, { status: 'achieved' }, { status: 'off_track' }]), {
    achieved: 2,
    on_track: 0,
    at_risk: 0,
    off_track: 1,
    no_data: 0,
  });
});

test('the finding says where the pace leads and how much would lack', () => {
  const slow = findingOf(standingWith(new Map([['2026', whole(110)]])));
  assert.equal(slow.kind, 'heading');
  assert.equal(slow.kind === 'heading' && slow.forecast.toNumber(), 150);
  assert.equal(slow.kind === 'heading' && slow.short?.toNumber(), 50);
  assert.equal(findingOf(standingWith(new Map())).kind, 'nothing');
  assert.equal(findingOf(standingWith(new Map([['2026', whole(201)]]))).kind, 'achieved');
});

test('a chart starts at the baseline, follows the figures and ends at the target', () => {
  const { actual, expected, target } = chartOf(standingWith(new Map([['2026', whole(110)]])));
  assert.deepEqual(
    actual.map(({ at, value }) => [at, value]),
    [
      [2025, 100],
      [2026, 110],
    ],
  );
  assert.deepEqual([expected[0]?.value, expected.at(-1)?.value], [100, 200]);
  assert.deepEqual(target, { low: 200 });
});

test('a sum over years is drawn as it grows', () => {
  const cells = new Map([
    ['2026-Q1', whole(10)],
    ['2026-Q2', whole(15)],
  ]);
  const standing = standingWith(cells, { aggregation: 'sum', timeRollup: 'sum', baseline: null, baselineYear: null });
  assert.deepEqual(
    chartOf(standing).actual.map(({ value }) => value),
    [0, 10, 25],
  );
});

test('what a unit owes in a year: a flow on its share of the year, a level from the figure before', () => {
  const { indicator } = standingWith(new Map());
  const level = yearIndicator(indicator, { year: 2026, target: decimal(50) });
  assert.deepEqual([level.from, level.deadline, level.aggregation], [2026, 2026, 'end_of_year']);
  const flow = yearIndicator({ ...indicator, timeRollup: 'sum' }, { year: 2026, target: decimal(120) });
  assert.equal(flow.aggregation, 'sum');
  const half = new Map([['2026-H1', whole(61)]]);
  assert.equal(evaluateCells({ ...flow, comparator: 'gte' }, half, '2026-07-10').status, 'on_track');
  const range = yearIndicator(indicator, { year: 2026, target: { low: decimal(4), high: decimal(5) } });
  assert.equal(range.comparator, 'range');
});

test('only a day that is and has been can be asked for', () => {
  assert.deepEqual(readDay('?ngay=2026-06-14', '2026-06-15'), { kind: 'past', known: '2026-06-14' });
  assert.deepEqual(readDay('?ngay=2026-06-15', '2026-06-15'), { kind: 'now' });
  assert.deepEqual(readDay('', '2026-06-15'), { kind: 'now' });
  for (const typed of ['2026-06-16', '2026-02-30', 'hom-qua'])
    assert.deepEqual(readDay(`?ngay=${typed}`, '2026-06-15'), { kind: 'wrong', typed });
  assert.equal(onDay('/chi-tieu?a=b#c', '2026-06-14'), '/chi-tieu?a=b&ngay=2026-06-14#c');
});

test('the eves of corrections are worth looking back to', () => {
  const entry = (unit: string, known: string) => ({
    unit,
    period: getPeriod('2026'),
    value: decimal(1),
    ratio: undefined,
    known,
    entry: 1,
  });
  const actuals = [entry('a', '2026-05-01'), entry('a', '2026-06-01'), entry('b', '2026-04-01')];
  assert.deepEqual(vintageDays(actuals, '2026-12-31', 2), ['2026-05-31']);
  assert.deepEqual(vintageDays(actuals, '2026-05-30', 2), []);
});

test('a list shows what was asked for, in the order asked for', () => {
  const line = (code: string, status: 'achieved' | 'off_track', owner: string | null) => ({
    code,
    name: `Tên ${code}`,
    wording: 'Hộ nghèo',
    field: 'kinh_te' as const,
    position: Number(code.slice(-2)),
    deadline: 2030,
    status,
    owner: owner === null ? null : { code: owner },
  });
  const all = [line('KT-01', 'achieved', null), line('KT-02', 'off_track', 'so-mau')];
  const codes = (query: string, by = 'ma', direction: 'asc' | 'desc' = 'asc') =>
    seenLines(all, readListQuery(query), { by, direction }).map(({ code }) => code);
  assert.deepEqual(codes('?trang-thai=dat'), ['KT-01']);
  assert.deepEqual(codes('?co-quan=so-mau'), ['KT-02']);
  assert.deepEqual(codes('?co-quan=chua-giao'), ['KT-01']);
  assert.deepEqual(codes('?q=HO+NGHEO'), ['KT-01', 'KT-02']);
  assert.deepEqual(codes('', 'trang-thai'), ['KT-02', 'KT-01']);
  assert.deepEqual(codes('', 'ma', 'desc'), ['KT-02', 'KT-01']);
  assert.deepEqual(codes('?linh-vuc=xa-hoi'), []);
});

test('a round is judged as of its last day, or of today while that is to come', () => {
  const day = { today: '2026-07-10', known: undefined };
  assert.equal(dayOf({ ...day, through: '2026-06-30' }), '2026-06-30');
  assert.equal(dayOf({ ...day, through: '2026-09-30' }), '2026-07-10');
  assert.equal(dayOf({ ...day, known: '2026-06-01', through: '2026-06-30' }), '2026-06-01');
  assert.equal(dayOf(day), '2026-07-10');
});

test('seen from a round, a deadline after it has not passed', () => {
  const cells = new Map([
    ['2026', whole(150)],
    ['2030', whole(250)],
  ]);
  const standing = standingWith(cells, {}, '2031-02-01');
  assert.equal(standing.evaluation.status, 'achieved');
  const seen = standingThrough(standing, '2027-03-31', '2027-03-31');
  assert.deepEqual([seen.evaluation.status, seen.evaluation.until?.code], ['on_track', '2026']);
});
