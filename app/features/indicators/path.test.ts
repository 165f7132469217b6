/** Against what should have been reached by then. Every sum here was done by hand. */
import { final, yearCases } from '../../../tests/sheets.ts';

const achieved = { status: 'achieved' };
const onTrack = { status: 'on_track' };
const atRisk = { status: 'at_risk' };
const offTrack = { status: 'off_track' };
const noData = { status: 'no_data' };

yearCases('against the path, 20 a year from 100', [
  {
    is: 'on it exactly',
    values: { 2027: 140 },
    gives: { status: 'on_track', expected: 140, needed: 20, forecast: 200 },
  },
  { is: 'ahead of it', values: { 2027: 145 }, gives: onTrack },
  { is: 'far from the target, yet on the path, is on track', values: { 2026: 120 }, gives: onTrack },
  {
    is: 'near the target, yet behind the path, is not',
    values: { 2029: 170 },
    gives: { status: 'at_risk', expected: 180 },
  },
  { is: 'exactly a tenth behind is at risk', values: { 2027: 126 }, gives: atRisk },
  { is: 'more than a tenth behind is off track', values: { 2027: 125.99 }, gives: offTrack },
  { is: 'another margin', indicator: { atRiskMargin: 0.02 }, values: { 2027: 137 }, gives: offTrack },
  {
    is: 'a margin of zero leaves no risk, only off track',
    indicator: { atRiskMargin: 0 },
    values: { 2027: 139.9 },
    gives: offTrack,
  },
  {
    is: 'judged at the end of its own period, not today',
    values: { 2027: 140 },
    asOf: '2029-12-31',
    gives: { status: 'on_track', expected: 140 },
  },
  {
    is: 'by quarters where the value is a level',
    values: { '2026-Q1': 105 },
    gives: { status: 'on_track', expected: 105, period: '2026-Q1' },
  },
  {
    is: 'by months where the value is a level',
    values: { '2026-03': 105 },
    gives: { status: 'on_track', expected: 105 },
  },
  {
    is: 'the baseline may be older',
    indicator: { baseline: { year: 2020, value: 100 } },
    values: { 2027: 170 },
    gives: { status: 'on_track', expected: 170 },
  },
  {
    is: 'a baseline of zero is a baseline',
    indicator: { baseline: 0 },
    values: { 2026: 40 },
    gives: { status: 'on_track', expected: 40 },
  },
  {
    is: 'a value of zero is a value',
    indicator: { baseline: 0 },
    values: { 2026: 0 },
    gives: { status: 'off_track', value: 0, expected: 40, needed: 50, forecast: 0 },
  },
  {
    is: 'negative values keep their sense',
    indicator: { baseline: -100, target: 0 },
    values: { 2026: -85 },
    gives: { status: 'at_risk', expected: -80, needed: 21.25 },
  },
  {
    is: 'who starts beyond the goal is not asked to rise to the start again',
    indicator: { baseline: 300 },
    values: { 2027: 190 },
    gives: { status: 'at_risk', expected: 200 },
  },
  {
    is: 'tenths are exact: 0.1 + 0.2 on the path',
    indicator: { baseline: 0, target: 0.5 },
    values: { 2028: 0.3 },
    gives: { status: 'on_track', expected: 0.3 },
  },
]);

const given = {
  trajectory: [
    { year: 2026, value: 105 },
    { year: 2027, value: 115 },
    { year: 2028, value: 140 },
  ],
};
yearCases('against a given trajectory', [
  {
    is: 'the year of the value counts',
    indicator: given,
    values: { 2027: 115 },
    gives: { status: 'on_track', expected: 115 },
  },
  {
    is: 'between years it is interpolated',
    indicator: given,
    values: { '2027-H1': 110 },
    gives: { status: 'on_track', expected: 110 },
  },
  {
    is: 'after its last year it leads to the goal',
    indicator: given,
    values: { 2029: 170 },
    gives: { status: 'on_track', expected: 170 },
  },
  {
    is: 'without a baseline the first year has its own level',
    indicator: { ...given, baseline: null },
    values: { '2026-Q2': 100 },
    gives: { status: 'at_risk', expected: 105 },
  },
  {
    is: 'and one value is enough to judge',
    indicator: { ...given, baseline: null },
    values: { 2026: 105 },
    gives: { status: 'on_track', expected: 105, forecast: null },
  },
]);

yearCases('an unknown baseline', [
  {
    is: 'one value tells no pace',
    indicator: { baseline: null },
    values: { 2027: 150 },
    gives: { status: 'no_data', value: 150, expected: null, forecast: null, reason: 'no_start' },
  },
  {
    is: 'is not zero: 48 would be asked of 2026',
    indicator: { baseline: null, target: 240 },
    values: { 2026: 50 },
    gives: { status: 'no_data', expected: null },
  },
  {
    is: 'the first value is where the line starts',
    indicator: { baseline: null },
    values: { 2026: 120, 2028: 160 },
    gives: { status: 'on_track', expected: 160, forecast: 200, needed: 20 },
  },
  {
    is: 'the pace counts from the first value',
    indicator: { baseline: null },
    values: { 2026: 120, 2028: 130 },
    gives: { status: 'off_track', expected: 160, forecast: 140, pace: 5 },
  },
  {
    is: 'a value from before the period serves',
    indicator: { baseline: null },
    values: { 2025: 100, 2027: 140 },
    gives: { status: 'on_track', expected: 140, forecast: 200 },
  },
  {
    is: 'a value from before the period is no result',
    indicator: { baseline: null },
    values: { 2025: 250 },
    gives: { status: 'no_data', value: null },
  },
  { is: 'a target met needs no path', indicator: { baseline: null }, values: { 2026: 201 }, gives: achieved },
  {
    is: 'the deadline needs no path either',
    indicator: { baseline: null },
    values: { 2030: 150 },
    asOf: final,
    gives: offTrack,
  },
]);

yearCases('the deadline', [
  {
    is: 'passed with nothing new',
    values: { 2028: 190 },
    asOf: final,
    gives: { status: 'off_track', needed: null, forecast: null, reason: 'deadline_passed' },
  },
  { is: 'not passed on its last day', values: { 2028: 160 }, asOf: '2030-12-31', gives: onTrack },
  { is: 'passed the day after', values: { 2028: 160 }, asOf: '2031-01-01', gives: offTrack },
  {
    is: 'passed with no value at all is no data',
    values: {},
    asOf: final,
    gives: { status: 'no_data', value: null, expected: null, needed: null, forecast: null },
  },
  { is: 'passed, met before and not reported again', values: { 2029: 200 }, asOf: final, gives: achieved },
]);

const milestone = { comparator: 'milestone', aggregation: 'milestone', target: null, rollup: 'none', baseline: null };
yearCases('a milestone', [
  {
    is: 'named by its aggregation alone',
    indicator: { ...milestone, comparator: 'reach', target: 1, baseline: 0 },
    values: { 2027: 0 },
    gives: { status: 'on_track', expected: null, needed: null },
  },
  {
    is: 'with a trajectory is judged against it',
    indicator: { ...milestone, comparator: 'reach', target: 1, trajectory: [{ year: 2027, value: 1 }] },
    values: { 2027: 0 },
    gives: { status: 'off_track', expected: 1 },
  },
  { is: 'reached', indicator: milestone, values: { 2027: 1 }, gives: achieved },
  {
    is: 'not reached, not due',
    indicator: milestone,
    values: { 2027: 0 },
    gives: { status: 'on_track', reason: 'not_due', value: 0 },
  },
  { is: 'not reached, past its deadline', indicator: milestone, values: { 2027: 0 }, asOf: final, gives: offTrack },
  { is: 'not reached in the deadline year', indicator: milestone, values: { 2030: 0 }, asOf: final, gives: offTrack },
  { is: 'nothing reported', indicator: milestone, values: {}, gives: noData },
]);
