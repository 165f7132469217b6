/** When a value meets its target: every comparator at, over and under its edge. */
import { final, yearCases } from '../../../tests/sheets.ts';

const achieved = { status: 'achieved' };
const onTrack = { status: 'on_track' };
const atRisk = { status: 'at_risk' };
const offTrack = { status: 'off_track' };

yearCases('above (gt)', [
  {
    is: 'over the target is achieved',
    indicator: { comparator: 'gt' },
    values: { 2030: 200.001 },
    asOf: final,
    gives: achieved,
  },
  {
    is: 'exactly the target is not',
    indicator: { comparator: 'gt' },
    values: { 2030: 200 },
    asOf: final,
    gives: offTrack,
  },
  {
    is: 'exactly the target before the deadline is on the way',
    indicator: { comparator: 'gt' },
    values: { 2028: 200 },
    gives: { status: 'on_track', expected: 160, needed: 0 },
  },
  {
    is: 'exactly the target in the last year, not over yet',
    indicator: { comparator: 'gt' },
    values: { 2030: 200 },
    asOf: '2030-11-01',
    gives: atRisk,
  },
  {
    is: 'exactly the target on the last day of the last year',
    indicator: { comparator: 'gt' },
    values: { 2030: 200 },
    asOf: '2030-12-31',
    gives: offTrack,
  },
  {
    is: 'points up whatever the direction says',
    indicator: { comparator: 'gt', direction: 'down' },
    values: { 2027: 150 },
    gives: onTrack,
  },
]);

yearCases('at least (gte)', [
  {
    is: 'exactly the target is achieved',
    values: { 2030: 200 },
    asOf: final,
    gives: { status: 'achieved', value: 200, expected: 200, needed: null },
  },
  { is: 'reached early is achieved', values: { 2027: 205 }, gives: { status: 'achieved', needed: 0 } },
  { is: 'a hair below is not', values: { 2030: 199.999 }, asOf: final, gives: offTrack },
  {
    is: 'reached once and lost again is judged by the latest',
    values: { 2027: 205, 2028: 150 },
    gives: { status: 'at_risk', value: 150, expected: 160 },
  },
  {
    is: 'a range counts from its lower end',
    indicator: { target: { low: 200, high: 220 } },
    values: { 2030: 200 },
    asOf: final,
    gives: achieved,
  },
]);

const falling = { comparator: 'lt', target: 40, baseline: 50, direction: 'down' };
yearCases('below (lt), from 50 to 40', [
  { is: 'under the target is achieved', indicator: falling, values: { 2030: 39.9 }, asOf: final, gives: achieved },
  { is: 'exactly the target is not', indicator: falling, values: { 2030: 40 }, asOf: final, gives: offTrack },
  {
    is: 'falling as expected is on track',
    indicator: falling,
    values: { 2027: 46 },
    gives: { status: 'on_track', expected: 46, needed: -2, forecast: 40 },
  },
  {
    is: 'falling too slowly is at risk',
    indicator: falling,
    values: { 2027: 49 },
    gives: { status: 'at_risk', expected: 46, needed: -3 },
  },
  { is: 'far above the path is off track', indicator: falling, values: { 2027: 51 }, gives: offTrack },
  {
    is: 'points down whatever the direction says',
    indicator: { ...falling, direction: 'up' },
    values: { 2027: 45 },
    gives: onTrack,
  },
  {
    is: 'at most (lte) takes the target itself',
    indicator: { ...falling, comparator: 'lte' },
    values: { 2030: 40 },
    asOf: final,
    gives: achieved,
  },
  {
    is: 'at most counts a range to its upper end',
    indicator: { ...falling, comparator: 'lte', target: { low: 38, high: 40 } },
    values: { 2030: 40 },
    asOf: final,
    gives: achieved,
  },
]);

yearCases('reached (reach)', [
  { is: 'exactly', indicator: { comparator: 'reach' }, values: { 2030: 200 }, asOf: final, gives: achieved },
  {
    is: 'more is reached too',
    indicator: { comparator: 'reach' },
    values: { 2030: 230 },
    asOf: final,
    gives: achieved,
  },
  { is: 'less is not', indicator: { comparator: 'reach' }, values: { 2030: 199 }, asOf: final, gives: offTrack },
  {
    is: 'downwards: less is reached',
    indicator: { comparator: 'reach', direction: 'down', target: 40, baseline: 50 },
    values: { 2030: 38 },
    asOf: final,
    gives: achieved,
  },
  {
    is: 'a tolerance does not soften it',
    indicator: { comparator: 'reach', tolerance: 5 },
    values: { 2030: 199 },
    asOf: final,
    gives: offTrack,
  },
]);

const about = { comparator: 'about', target: 20, tolerance: 1, baseline: 10 };
yearCases('about (about), 20 give or take 1', [
  { is: 'the target itself', indicator: about, values: { 2030: 20 }, asOf: final, gives: achieved },
  { is: 'the lower edge', indicator: about, values: { 2030: 19 }, asOf: final, gives: achieved },
  { is: 'under the edge', indicator: about, values: { 2030: 18.99 }, asOf: final, gives: offTrack },
  { is: 'beyond, in the good direction', indicator: about, values: { 2030: 23 }, asOf: final, gives: achieved },
  {
    is: 'beyond, where both ends bind',
    indicator: { ...about, band: 'both_ends' },
    values: { 2030: 23 },
    asOf: final,
    gives: offTrack,
  },
  {
    is: 'beyond for now, where both ends bind',
    indicator: { ...about, band: 'both_ends' },
    values: { 2028: 23 },
    gives: atRisk,
  },
  {
    is: 'the upper edge, where both ends bind',
    indicator: { ...about, band: 'both_ends' },
    values: { 2030: 21 },
    asOf: final,
    gives: achieved,
  },
  {
    is: 'downwards the upper edge counts',
    indicator: { ...about, direction: 'down', baseline: 30 },
    values: { 2030: 21 },
    asOf: final,
    gives: achieved,
  },
  {
    is: 'without a tolerance, 5 % of the target',
    indicator: { ...about, tolerance: undefined, target: 100 },
    values: { 2030: 95 },
    asOf: final,
    gives: achieved,
  },
  {
    is: 'without a tolerance, more than 5 % short',
    indicator: { ...about, tolerance: undefined, target: 100 },
    values: { 2030: 94.99 },
    asOf: final,
    gives: offTrack,
  },
  {
    is: 'a tolerance of zero is a tolerance',
    indicator: { ...about, tolerance: 0 },
    values: { 2030: 19.9 },
    asOf: final,
    gives: offTrack,
  },
]);

const doctors = { comparator: 'range', target: { low: 4, high: 5 }, deadline: 2027, baseline: 2 };
yearCases('a range (range), 4 to 5 by 2027', [
  { is: 'the lower end', indicator: doctors, values: { 2027: 4 }, asOf: '2028-02-01', gives: achieved },
  { is: 'inside', indicator: doctors, values: { 2027: 4.6 }, asOf: '2028-02-01', gives: achieved },
  { is: 'more than the upper end', indicator: doctors, values: { 2027: 6 }, asOf: '2028-02-01', gives: achieved },
  { is: 'less than the lower end', indicator: doctors, values: { 2027: 3.9 }, asOf: '2028-02-01', gives: offTrack },
  {
    is: 'more than the upper end, where it must lie between',
    indicator: { ...doctors, band: 'both_ends' },
    values: { 2027: 6 },
    asOf: '2028-02-01',
    gives: offTrack,
  },
  {
    is: 'half-way there at half-time',
    indicator: doctors,
    values: { 2026: 3 },
    asOf: '2027-02-01',
    gives: { status: 'on_track', expected: 3, needed: 1, forecast: 4 },
  },
  {
    is: 'reached only after its deadline',
    indicator: doctors,
    values: { 2027: 3, 2028: 5 },
    asOf: '2029-01-01',
    gives: { status: 'off_track', value: 3 },
  },
  {
    is: 'lost after its deadline',
    indicator: doctors,
    values: { 2027: 4, 2028: 3 },
    asOf: '2029-01-01',
    gives: { status: 'achieved', value: 4 },
  },
]);
