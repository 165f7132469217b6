import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_HOLIDAYS } from '../../kernel/calendar.ts';
import type { FindingOnItsWay } from './finding.ts';
import { countFindings, findingOn, readFinding, shareOnTime, standingOf } from './finding.ts';
import { isUnderWay, readMinutes, readPlanned } from './inspection.ts';
import { readProgramme, readSignedPaper } from './programme.ts';

const today = '2026-06-15';
const open: FindingOnItsWay = { stage: 'open', dueOn: '2026-06-15', answeredOn: null };

test('a finding is overdue the day after its day, and never while the inspector looks at the answer', () => {
  const table = [
    [open, today, 'running'],
    [open, '2026-06-16', 'overdue'],
    [{ ...open, stage: 'returned' }, '2026-06-16', 'overdue'],
    [{ ...open, stage: 'answered', answeredOn: '2026-06-14' }, '2026-07-01', 'waiting'],
    [{ ...open, stage: 'closed', answeredOn: '2026-06-15' }, '2026-07-01', 'on_time'],
    [{ ...open, stage: 'closed', answeredOn: '2026-06-16' }, '2026-07-01', 'late'],
    [{ ...open, stage: 'draft' }, '2026-07-01', 'draft'],
  ] as const;
  for (const [finding, day, standing] of table) assert.equal(standingOf(finding, day), standing);
});

test('seen on a day, what was answered or closed later was not yet', () => {
  const closed = { stage: 'closed', dueOn: '2026-06-15', answeredOn: '2026-06-10', closedOn: '2026-07-02' } as const;
  const on = (day: string) => standingOf(findingOn(closed, day), day);
  assert.deepEqual(
    ['2026-06-09', '2026-06-30', '2026-07-02'].map((day) => on(day)),
    ['running', 'waiting', 'on_time'],
  );
  const late = { ...closed, answeredOn: '2026-06-20' };
  assert.equal(standingOf(findingOn(late, '2026-06-16'), '2026-06-16'), 'overdue');
  assert.equal(findingOn({ ...open, stage: 'draft', closedOn: null }, today).stage, 'draft');
});

test('the share is of what is closed or overdue; where nothing had to be done yet there is none', () => {
  const closed = (answeredOn: string): FindingOnItsWay => ({ ...open, stage: 'closed', answeredOn });
  const some = [closed('2026-06-01'), closed('2026-06-02'), closed('2026-06-30'), open];
  assert.deepEqual(countFindings(some, today), { all: 4, onTime: 2, late: 1, overdue: 0, open: 1 });
  assert.equal(shareOnTime(countFindings(some, today)), 66.7);
  assert.equal(shareOnTime(countFindings(some, '2026-07-01')), 50);
  assert.equal(shareOnTime(countFindings([open], today)), null);
});

const found = (result: { readonly ok: boolean; readonly refusal?: { readonly problems: readonly object[] } }) =>
  result.ok ? [] : result.refusal?.problems.map((one) => Object.values(one)[0]);

test('a finding says what is amiss, what is asked and by when, and never by a day that is gone', () => {
  const on = { today, calendar: NO_HOLIDAYS };
  assert.deepEqual(found(readFinding({}, on)), ['statement', 'remedy', 'dueOn']);
  const typed = { statement: 'a', remedy: 'b', dueOn: today };
  assert.deepEqual(found(readFinding(typed, on)), ['dueOn']);
  assert.deepEqual(found(readFinding({ ...typed, dueOn: '2026-02-30' }, on)), ['dueOn']);
  assert.deepEqual(found(readFinding({ ...typed, dueOn: '2026-06-16' }, on)), []);
});

test('an inspection has one leader, days forward and within the year of its programme, or a reason outside any', () => {
  const typed = { title: 'a', content: 'b', firstDay: '2026-06-01', lastDay: '2026-06-02' };
  const leader = { name: 'A', part: 'leader' } as const;
  assert.deepEqual(found(readPlanned(typed, [], { year: 2026 })), ['member']);
  assert.deepEqual(found(readPlanned(typed, [leader, leader], { year: 2026 })), ['member']);
  assert.deepEqual(found(readPlanned(typed, [leader], { year: 2025 })), ['firstDay']);
  assert.deepEqual(found(readPlanned(typed, [leader], { year: null })), ['outsideReason']);
  const backwards = { ...typed, lastDay: '2026-05-01' };
  assert.deepEqual(found(readPlanned(backwards, [leader], { year: 2026 })), ['lastDay']);
});

test('there is something to write down from the first day planned on, or when it was begun earlier', () => {
  const planned = { firstDay: today, heldOn: null };
  assert.deepEqual([isUnderWay(planned, '2026-06-14'), isUnderWay(planned, today)], [false, true]);
  assert.equal(isUnderWay({ ...planned, heldOn: '2026-06-10' }, '2026-06-12'), true);
});

test('minutes may have gaps while written, but no days to come', () => {
  assert.deepEqual(found(readMinutes({}, today)), []);
  assert.deepEqual(found(readMinutes({ heldOn: '2026-06-16' }, today)), ['heldUntil']);
  assert.deepEqual(found(readMinutes({ heldOn: '2026-06-10', heldUntil: '2026-06-09' }, today)), ['heldUntil']);
});

test('a programme has a year, a name and a purpose; its paper a number and a day that has come', () => {
  assert.deepEqual(found(readProgramme({ year: '20' })), ['year', 'title', 'purpose']);
  assert.deepEqual(found(readSignedPaper({ number: ' ', date: '2026-07-01' }, today)), ['number', 'date']);
});
