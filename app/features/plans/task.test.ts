import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { TaskContent, TypedTask } from './task.ts';
import { faultsOf, readTask } from './task.ts';
import { partName, taskFieldsOf, typedTask } from './task-form.ts';

const year = {
  firstDay: '2026-01-01',
  lastDay: '2026-12-31',
  unitCode: 'xa-mau',
  units: new Set(['xa-mau', 'so-mau', 'ban-mau']),
  criteriaOf: new Set(['DA-91.1']),
};
const typed = (more: Partial<TypedTask> = {}): TypedTask => ({
  title: 'Làm mẫu',
  product: '01 mô hình mẫu',
  leadUnit: '',
  lead: 'Phòng Mẫu',
  owner: 'Người Mẫu',
  joinUnits: [],
  joins: '',
  criteria: [],
  weight: '',
  startsOn: '2026-03-01',
  dueOn: '2026-06-30',
  milestones: [],
  ...more,
});
const problemsOf = (task: TypedTask) => {
  const read = readTask(task, year);
  return read.ok ? [] : read.refusal.problems.map((wrong) => [partName(wrong), wrong.problem.kind]);
};
const milestone = (dueOn: string, title = 'Xong khung') => ({ lineId: '', title, dueOn, product: '' });

test('what is missing, no day or no weight is named at its field', () => {
  assert.deepEqual(problemsOf(typed({ title: ' ', dueOn: '2026-02-30', weight: 'nửa' })), [
    ['title', 'missing'],
    ['dueOn', 'not_a_day'],
    ['weight', 'not_a_weight'],
  ]);
  for (const weight of ['0', '-5', '100,5', '12,345'])
    assert.deepEqual(problemsOf(typed({ weight })), [['weight', 'not_a_weight']]);
});

test('somebody leads, somebody answers for it; units and lines of the scheme are those there are', () => {
  assert.deepEqual(problemsOf(typed({ lead: ' ', owner: '' })), [
    ['owner', 'missing'],
    ['leadUnit', 'nobody_leads'],
  ]);
  assert.deepEqual(problemsOf(typed({ leadUnit: 'so-khac', joinUnits: ['so-mau', 'x'], criteria: ['DA-92.1'] })), [
    ['leadUnit', 'unknown'],
    ['joinUnits', 'unknown'],
    ['criteria', 'unknown'],
  ]);
  const read = readTask(
    typed({ lead: '', leadUnit: 'xa-mau', joinUnits: ['so-mau', 'xa-mau', 'ban-mau', 'so-mau'] }),
    year,
  );
  assert.deepEqual(read.ok && [read.value.leadUnit, read.value.joinUnits], ['xa-mau', ['ban-mau', 'so-mau']]);
});

test('a task lies within its plan and ends after it begins', () => {
  assert.deepEqual(problemsOf(typed({ startsOn: '2025-12-31', dueOn: '2027-01-01' })), [
    ['startsOn', 'outside_plan'],
    ['dueOn', 'outside_plan'],
  ]);
  assert.deepEqual(problemsOf(typed({ dueOn: '2026-02-28' })), [['dueOn', 'backwards']]);
});

test('a milestone before its task, or after it, is refused; on its first and last day it is not', () => {
  const on = (dueOn: string) => problemsOf(typed({ milestones: [milestone('', ''), milestone(dueOn)] }));
  assert.deepEqual(on('2026-02-28'), [['moc-1-dueOn', 'outside_task']]);
  assert.deepEqual(on('2026-07-01'), [['moc-1-dueOn', 'outside_task']]);
  assert.deepEqual([on('2026-03-01'), on('2026-06-30')], [[], []]);
  assert.deepEqual(problemsOf(typed({ milestones: [milestone('2026-04-01', '')] })), [['moc-0-title', 'missing']]);
});

const task = (weight: string | null, more: Partial<TaskContent> = {}): TaskContent => ({
  title: 'Làm mẫu',
  product: 'Mẫu',
  leadUnit: null,
  lead: 'Mẫu',
  owner: 'Mẫu',
  joinUnits: [],
  joins: '',
  criteria: [],
  weight,
  startsOn: '2026-03-01',
  dueOn: '2026-06-30',
  milestones: [],
  ...more,
});

test('weights add up to a hundred or are left out', () => {
  assert.deepEqual(faultsOf(year, [task('33,3'.replace(',', '.')), task('66.7')]), []);
  assert.deepEqual(faultsOf(year, [task(null), task(null)]), []);
  assert.deepEqual(faultsOf(year, [task('40'), task('50')]), [{ kind: 'weights_not_whole', total: '90' }]);
  assert.deepEqual(faultsOf(year, [task('100'), task(null, { title: 'Thiếu' })]), [
    { kind: 'weights_missing', tasks: ['Thiếu'] },
  ]);
  assert.deepEqual(faultsOf(year, []), [{ kind: 'no_task' }]);
});

test('tasks that stray when the days of the plan change are named', () => {
  const short = { firstDay: '2026-04-01', lastDay: '2026-12-31' };
  const strayed = task(null, { milestones: [{ lineId: 'a', title: 'Sớm', dueOn: '2026-02-01', product: '' }] });
  assert.deepEqual(faultsOf(short, [strayed]), [
    { kind: 'task_outside', task: 'Làm mẫu' },
    { kind: 'milestone_outside', task: 'Làm mẫu', milestone: 'Sớm' },
  ]);
});

test('what the form is drawn with reads back as the task it was drawn from', () => {
  const day = fc.integer({ min: 1, max: 28 }).map((n) => `2026-04-${String(n).padStart(2, '0')}`);
  const word = fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() === text);
  const milestones = fc.array(
    fc.record({ lineId: fc.uuid(), title: word, dueOn: day, product: word }, { noNullPrototype: true }),
    {
      maxLength: 5,
    },
  );
  fc.assert(
    fc.property(word, milestones, (title, list) => {
      const one = task(null, { title, milestones: list });
      const read = readTask(typedTask(taskFieldsOf(one, '', year)), year);
      assert.deepEqual(read, { ok: true, value: one });
    }),
  );
});
