/** Averages, sums, what must hold every year. Every sum here was done by hand. */
import { final, yearCases } from '../../../tests/sheets.ts';

const achieved = { status: 'achieved' };
const onTrack = { status: 'on_track' };
const atRisk = { status: 'at_risk' };
const offTrack = { status: 'off_track' };
const noData = { status: 'no_data' };

const average = { comparator: 'gte', aggregation: 'average', target: 10, rollup: 'none', baseline: null };
yearCases('an average of at least 10 over five years', [
  {
    is: 'is not achieved before the last year, however good',
    indicator: average,
    values: { 2026: 15, 2027: 15 },
    gives: { status: 'on_track', value: 15, expected: 10 },
  },
  {
    is: 'needs less of the years left when ahead',
    indicator: average,
    values: { 2026: 12, 2027: 11 },
    gives: { needed: 9, forecast: 11.5 },
  },
  {
    is: 'needs more of the years left when behind',
    indicator: average,
    values: { 2026: 9, 2027: 9.5 },
    gives: { status: 'at_risk', value: 9.25, needed: 10.5 },
  },
  { is: 'far behind', indicator: average, values: { 2026: 8, 2027: 8.4 }, gives: { status: 'off_track', value: 8.2 } },
  {
    is: 'is achieved when all are in',
    indicator: average,
    values: { 2026: 9, 2027: 10, 2028: 11, 2029: 10, 2030: 10 },
    asOf: final,
    gives: { status: 'achieved', value: 10, needed: null },
  },
  {
    is: 'falls short when all are in',
    indicator: average,
    values: { 2026: 9, 2027: 10, 2028: 10, 2029: 10, 2030: 10 },
    asOf: final,
    gives: { status: 'off_track', value: 9.8 },
  },
  {
    is: 'a missing year is not zero',
    indicator: average,
    values: { 2026: 10, 2028: 12 },
    gives: { status: 'on_track', value: 11, needed: 9.333333333333 },
  },
  {
    is: 'a year of zero is a year',
    indicator: average,
    values: { 2026: 10, 2027: 0 },
    gives: { value: 5, status: 'off_track' },
  },
  {
    is: 'one year tells no forecast',
    indicator: average,
    values: { 2026: 12 },
    gives: { forecast: null, needed: 9.5 },
  },
  {
    is: 'exactly 10 is not above 10',
    indicator: { ...average, comparator: 'gt' },
    values: { 2026: 10, 2027: 10, 2028: 10, 2029: 10, 2030: 10 },
    asOf: final,
    gives: offTrack,
  },
  {
    is: 'deadline passed without the last year',
    indicator: average,
    values: { 2026: 15, 2027: 15, 2028: 15, 2029: 15 },
    asOf: final,
    gives: offTrack,
  },
  {
    is: 'years outside the period do not count',
    indicator: average,
    values: { 2025: 99, 2026: 10 },
    gives: { value: 10 },
  },
  { is: 'a quarter is no year', indicator: average, values: { '2026-Q1': 12 }, gives: noData },
  {
    is: 'a given trajectory is averaged over the same years',
    indicator: { ...average, trajectory: [{ year: 2026, value: 8 }] },
    values: { 2026: 8 },
    gives: { status: 'on_track', expected: 8 },
  },
]);

const total = { comparator: 'gt', aggregation: 'sum', target: 500, rollup: 'sum', baseline: null };
yearCases('a sum above 500 over five years', [
  {
    is: 'is not achieved before the last year, though it is there',
    indicator: total,
    values: { 2026: 300, 2027: 300 },
    gives: { status: 'on_track', value: 600, expected: 200, needed: 0 },
  },
  {
    is: 'tells what the years left must bring',
    indicator: total,
    values: { 2026: 90, 2027: 100 },
    gives: { status: 'at_risk', value: 190, expected: 200, needed: 103.333333333333, forecast: 475 },
  },
  { is: 'far behind', indicator: total, values: { 2026: 80, 2027: 90 }, gives: { status: 'off_track', value: 170 } },
  {
    is: 'is achieved when the last year is in',
    indicator: total,
    values: { 2026: 100, 2027: 100, 2028: 100, 2029: 100, 2030: 101 },
    asOf: final,
    gives: { status: 'achieved', value: 501 },
  },
  {
    is: 'exactly 500 is not above 500',
    indicator: total,
    values: { 2026: 100, 2027: 100, 2028: 100, 2029: 100, 2030: 100 },
    asOf: final,
    gives: offTrack,
  },
  {
    is: 'a missing year is asked of neither side',
    indicator: total,
    values: { 2026: 100, 2028: 100 },
    gives: { status: 'on_track', value: 200, expected: 200, needed: 100 },
  },
  {
    is: 'a quarter asks for its quarter',
    indicator: total,
    values: { 2026: 100, '2027-Q1': 25 },
    gives: { status: 'on_track', value: 125, expected: 125, needed: 100 },
  },
  {
    is: 'months count once, with the year they make up',
    indicator: total,
    values: { 2026: 100, '2026-Q1': 30, '2026-01': 10 },
    gives: { value: 100 },
  },
  {
    is: 'a given plan by year',
    indicator: { ...total, trajectory: [{ year: 2026, value: 60 }] },
    values: { 2026: 60 },
    gives: { status: 'on_track', expected: 60 },
  },
  {
    is: 'the years without a plan share the rest',
    indicator: { ...total, trajectory: [{ year: 2026, value: 60 }] },
    values: { 2026: 60, 2027: 110 },
    gives: { status: 'on_track', expected: 170 },
  },
  { is: 'one year tells no forecast', indicator: total, values: { 2026: 100 }, gives: { forecast: null } },
  {
    is: 'that must stay low is not proven with a year missing',
    indicator: { ...total, comparator: 'lt', direction: 'down' },
    values: { 2026: 10, 2030: 10 },
    asOf: final,
    gives: offTrack,
  },
]);

const held = { comparator: 'maintain', aggregation: 'each_year', target: 60, rollup: 'none', baseline: 60 };
const allHeld = { 2026: 60, 2027: 60.5, 2028: 61, 2029: 60, 2030: 60 };
yearCases('a sum known by the month', [
  {
    is: 'has a forecast from its second month',
    indicator: total,
    values: { '2026-01': 8, '2026-02': 10 },
    gives: { value: 18, forecast: 540, needed: 99.724137931034 },
  },
  { is: 'has none from its first', indicator: total, values: { '2026-01': 8 }, gives: { value: 8, forecast: null } },
  {
    is: 'has one from three months that make a quarter',
    indicator: total,
    values: { '2026-01': 8, '2026-02': 10, '2026-03': 9 },
    gives: { value: 27, forecast: 540, period: '2026-Q1' },
  },
]);

yearCases('held at 60 every year', [
  {
    is: 'is not achieved before the last year',
    indicator: held,
    values: { 2026: 60, 2027: 61 },
    gives: { status: 'on_track', value: 61, expected: 60, needed: 60 },
  },
  {
    is: 'is achieved when every year held',
    indicator: held,
    values: allHeld,
    asOf: final,
    gives: { status: 'achieved', needed: null },
  },
  {
    is: 'one failed year is not mended by the next',
    indicator: held,
    values: { 2026: 59.9, 2027: 61 },
    gives: { status: 'off_track', reason: 'year_failed' },
  },
  {
    is: 'a missing year keeps it from being achieved',
    indicator: held,
    values: { ...allHeld, 2028: null },
    asOf: final,
    gives: { status: 'off_track', reason: 'deadline_passed' },
  },
  { is: 'a missing year did not fail', indicator: held, values: { 2026: 60, 2028: 60 }, gives: onTrack },
  { is: 'a year of zero failed', indicator: held, values: { 2026: 0 }, gives: offTrack },
  {
    is: 'a running year a little low is at risk',
    indicator: { ...held, timeRollup: 'last' },
    values: { 2026: 60, '2027-Q2': 59 },
    gives: atRisk,
  },
  {
    is: 'a running year very low is off track',
    indicator: { ...held, timeRollup: 'last' },
    values: { 2026: 60, '2027-Q2': 50 },
    gives: offTrack,
  },
  {
    is: 'a stated tolerance softens it',
    indicator: { ...held, tolerance: 0.5 },
    values: { 2026: 59.5 },
    gives: onTrack,
  },
  {
    is: 'held low: above fails',
    indicator: { ...held, direction: 'down', target: 2 },
    values: { 2026: 2.1 },
    gives: offTrack,
  },
  {
    is: 'maintain is every year even when the sheet says end of year',
    indicator: { ...held, aggregation: 'end_of_year' },
    values: { 2026: 61 },
    gives: onTrack,
  },
  { is: 'nothing known', indicator: held, values: {}, gives: noData },
]);

const reduction = {
  comparator: 'range',
  aggregation: 'each_year',
  target: { low: 2.5, high: 3 },
  rollup: 'none',
  baseline: null,
};
yearCases('a cut of 2.5 to 3 points each year', [
  { is: 'the lower end holds', indicator: reduction, values: { 2026: 2.5 }, gives: onTrack },
  { is: 'a deeper cut holds', indicator: reduction, values: { 2026: 3.4 }, gives: onTrack },
  { is: 'a smaller cut fails for good', indicator: reduction, values: { 2026: 2.4, 2027: 3 }, gives: offTrack },
  {
    is: 'five years held',
    indicator: reduction,
    values: { 2026: 2.5, 2027: 3, 2028: 2.6, 2029: 2.9, 2030: 2.5 },
    asOf: final,
    gives: achieved,
  },
]);

yearCases('the forecast', [
  {
    is: 'carries on the pace since the baseline',
    values: { 2026: 110, 2027: 130 },
    gives: { forecast: 175, pace: 15 },
  },
  { is: 'baseline and one value are two points', values: { 2026: 110 }, gives: { forecast: 150, pace: 10 } },
  {
    is: 'stops at what a share can be',
    indicator: { valueRange: { min: 0, max: 180 } },
    values: { 2026: 150 },
    gives: { forecast: 180 },
  },
]);
