import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { StandingTask } from './standing.ts';
import { expectedPercent, milestoneState, percentOf, shareOf, standingOf, taskState } from './standing.ts';

const task = (
  percent: number | null,
  weight: string | null = null,
  more: Partial<StandingTask> = {},
): StandingTask => ({
  percent,
  weight,
  startsOn: '2026-01-01',
  dueOn: '2026-12-31',
  milestones: [],
  ...more,
});
const today = '2026-06-15';

test('progress rolls up by weight, evenly without weights; nothing reported is nothing done', () => {
  assert.equal(percentOf([task(100, '75'), task(null, '25')]), '75');
  assert.equal(percentOf([task(100), task(null)]), '50');
  assert.equal(percentOf([task(100, '75'), task(0, null)]), '50');
  assert.equal(percentOf([task(33, '33.3'), task(34, '66.7')]), '33.7');
  assert.equal(percentOf([]), '0');
});

test('the roll-up lies between the least and the most that was reported', () => {
  const tasks = fc.array(fc.tuple(fc.integer({ min: 0, max: 100 }), fc.integer({ min: 1, max: 100 })), {
    minLength: 1,
  });
  fc.assert(
    fc.property(tasks, (given) => {
      const percents = given.map(([percent]) => percent);
      const whole = Number(percentOf(given.map(([percent, weight]) => task(percent, String(weight)))));
      assert.ok(whole >= Math.min(...percents) && whole <= Math.max(...percents), String(whole));
    }),
  );
});

test('a task is late after its last day, behind when it is far off the time gone by, done when it is done', () => {
  const state = (percent: number | null, more: Partial<StandingTask> = {}) =>
    taskState(task(percent, null, more), today);
  assert.equal(expectedPercent(task(0), today), 45);
  assert.equal(state(34), 'behind');
  assert.equal(state(35), 'running');
  assert.equal(state(null), 'behind');
  assert.equal(state(99, { dueOn: '2026-06-14' }), 'late');
  assert.equal(state(99, { dueOn: '2026-06-15' }), 'running');
  assert.equal(state(100, { dueOn: '2026-06-14' }), 'done');
  assert.equal(state(0, { startsOn: '2026-06-16' }), 'to_come');
  assert.equal(state(0, { startsOn: '2026-06-15', dueOn: '2026-06-15' }), 'running');
});

test('a milestone not reached is late from the day after, near for fourteen days before', () => {
  const state = (dueOn: string, reachedOn: string | null = null) => milestoneState({ dueOn, reachedOn }, today);
  assert.deepEqual(
    [
      state('2026-06-14'),
      state('2026-06-15'),
      state('2026-06-29'),
      state('2026-06-30'),
      state('2026-01-01', '2026-05-01'),
    ],
    ['late', 'near', 'near', 'to_come', 'reached'],
  );
});

test('a plan counts what is late and near in it', () => {
  const milestones = [
    { dueOn: '2026-06-01', reachedOn: null },
    { dueOn: '2026-06-20', reachedOn: null },
    { dueOn: '2026-06-01', reachedOn: '2026-06-01' },
  ];
  assert.deepEqual(standingOf([task(0, null, { dueOn: '2026-06-01', milestones }), task(10)], today), {
    percent: '5',
    tasks: 2,
    milestones: 3,
    lateTasks: 1,
    behindTasks: 1,
    lateMilestones: 1,
    nearMilestones: 1,
  });
});

test('the first day of a plan stands at its left, the day after its last at its right', () => {
  const year = { firstDay: '2026-01-01', lastDay: '2026-12-31' };
  assert.deepEqual([shareOf('2026-01-01', year), shareOf('2027-01-01', year), shareOf('2025-01-01', year)], [0, 1, 0]);
});
