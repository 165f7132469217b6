import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_HOLIDAYS } from '../../kernel/calendar.ts';
import { byUrgency, judgeDuty, lateBy } from './duty.ts';
import type { Holder, Named } from './owner.ts';
import { headsBeside, ownerOf } from './owner.ts';
import { daysToTell, isStep, levelsOf } from './steps.ts';

// Monday 15 June 2026; Friday 19 June is a day off.
const rules = { today: '2026-06-15', calendar: { ...NO_HOLIDAYS, daysOff: new Set(['2026-06-19']) }, nearDays: 5 };
const judged = (dueOn: string | null, today = rules.today) => judgeDuty(dueOn, { ...rules, today });
const said = (dueOn: string | null, today?: string) => {
  const one = judged(dueOn, today);
  return [one.state, one.lastDay, one.daysLeft];
};

test('a duty is to come, near, due today or late, in working days', () => {
  assert.deepEqual(said('2026-07-15'), ['to_come', '2026-07-15', 21]);
  assert.deepEqual(said('2026-06-23'), ['near', '2026-06-23', 5]);
  assert.deepEqual(said('2026-06-15'), ['today', '2026-06-15', 0]);
  assert.deepEqual(said('2026-06-12'), ['late', '2026-06-12', -1]);
  assert.deepEqual(said(null), ['unset', null, null]);
});

test('a due day on a day off moves to the next working day, and is late only after that day', () => {
  assert.deepEqual(said('2026-06-19', '2026-06-22'), ['today', '2026-06-22', 0]);
  assert.deepEqual(said('2026-06-19', '2026-06-20'), ['near', '2026-06-22', 1]);
  assert.deepEqual(said('2026-06-19', '2026-06-23'), ['late', '2026-06-22', -1]);
});

test('on the days off after its day a duty is late by no working day yet', () => {
  const saturday = judged('2026-06-12', '2026-06-13');
  assert.deepEqual([saturday.state, lateBy(saturday)], ['late', 0]);
});

test('the most urgent first, what has no day last', () => {
  const order = [null, '2026-06-20', '2026-06-01'].map((lastDay) => ({ lastDay })).toSorted(byUrgency);
  assert.deepEqual(
    order.map(({ lastDay }) => lastDay),
    ['2026-06-01', '2026-06-20', null],
  );
});

test('a reminder falls on its steps before, on and after the day, and on no other', () => {
  const steps = { before: [5, 1, 0], after: [1, 3, 5] };
  const on = ['2026-06-23', '2026-06-22', '2026-06-16', '2026-06-15', '2026-06-12', '2026-06-11', '2026-06-10'];
  assert.deepEqual(
    on.map((day) => isStep(judged(day), steps)),
    [true, false, true, true, true, false, true],
  );
  assert.equal(isStep(judged(null), steps), false);
});

test('what is late goes up to the head, then to the appraising body', () => {
  const heights = { head: 3, appraiser: 7 };
  assert.deepEqual(levelsOf(judged('2026-06-11'), heights), []);
  assert.deepEqual(levelsOf(judged('2026-06-10'), heights), ['head']);
  assert.deepEqual(levelsOf(judged('2026-06-04'), heights), ['head', 'appraiser']);
  assert.deepEqual(levelsOf(judged('2026-06-15'), heights), []);
});

const holder = (role: Holder['role'], personId: string): Holder => ({
  unitId: 'u',
  role,
  personId,
  personName: personId,
});
const name = (personId: string, key: string | null): Named => ({
  unitId: 'u',
  kind: 'report',
  key,
  personId,
  personName: personId,
});
const duty = { kind: 'report', key: 'report:1:u' } as const;
const owned = (named: readonly Named[], holders: readonly Holder[]) => {
  const { owners, way, lapsed } = ownerOf(duty, { named, holders });
  return [owners.map(({ personId }) => personId), way, lapsed];
};

test('who answers: named for it, named for its kind, officers, the head, nobody', () => {
  const staff = [holder('officer', 'a'), holder('officer', 'b'), holder('head', 'h')];
  assert.deepEqual(owned([name('b', duty.key), name('h', null)], staff), [['b'], 'named', null]);
  assert.deepEqual(owned([name('b', 'report:2:u'), name('h', null)], staff), [['h'], 'named_for_kind', null]);
  assert.deepEqual(owned([{ ...name('b', null), kind: 'values' }], staff), [['a', 'b'], 'officer', null]);
  assert.deepEqual(owned([], [holder('head', 'h')]), [['h'], 'head', null]);
  assert.deepEqual(owned([], []), [[], 'nobody', null]);
});

test('who was named and left falls back, and is reported', () => {
  const staff = [holder('officer', 'a'), holder('head', 'h')];
  assert.deepEqual(owned([name('gone', duty.key), name('h', null)], staff), [['h'], 'named_for_kind', 'gone']);
  assert.deepEqual(owned([name('gone', null)], staff), [['a'], 'officer', 'gone']);
});

test('a head who answers for a duty is not told of it as head', () => {
  const heads = [
    { personId: 'h', name: 'h' },
    { personId: 'i', name: 'i' },
  ];
  const mine = ownerOf(duty, { named: [], holders: [holder('head', 'h')] });
  assert.deepEqual(
    headsBeside(mine, heads).map(({ personId }) => personId),
    ['i'],
  );
});

test('told are the steps of today and of the working days since the last that was told, no further back than a fortnight', () => {
  const days = (last: string | undefined, today = '2026-06-24') =>
    daysToTell({ last, today, calendar: rules.calendar });
  assert.deepEqual(days(undefined), ['2026-06-24']);
  assert.deepEqual(days('2026-06-24'), ['2026-06-24']);
  assert.deepEqual(days('2026-06-23'), ['2026-06-24']);
  assert.deepEqual(days('2026-06-17'), ['2026-06-18', '2026-06-22', '2026-06-23', '2026-06-24']);
  assert.deepEqual([days('2025-01-01').length, days('2025-01-01')[0]], [10, '2026-06-10']);
});
