import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readPaper, readPlan } from './plan.ts';
import { readProgress } from './progress.ts';

const plan = { title: 'Kế hoạch mẫu', objectives: 'Mục tiêu mẫu', firstDay: '2026-01-01', lastDay: '2026-12-31' };

test('a plan has a name, objectives and days in their order', () => {
  assert.deepEqual(readPlan(plan), { ok: true, value: plan });
  const wrong = readPlan({ ...plan, title: ' ', lastDay: '2025-12-31' });
  assert.deepEqual(wrong.ok ? [] : wrong.refusal.problems, [
    { field: 'title', problem: { kind: 'missing' } },
    { field: 'lastDay', problem: { kind: 'backwards' } },
  ]);
  const noDay = readPlan({ ...plan, firstDay: '31/12/2026' });
  assert.deepEqual(noDay.ok ? [] : noDay.refusal.problems, [{ field: 'firstDay', problem: { kind: 'not_a_day' } }]);
});

test('a signed paper has a number and a date that has come', () => {
  const paper = (number: string, date: string) => {
    const read = readPaper({ number, date }, '2026-06-15');
    return read.ok ? 'ok' : read.refusal.problems.map(({ field, problem }) => `${field} ${problem}`).join();
  };
  assert.equal(paper('15/KH-UBND', '2026-06-15'), 'ok');
  assert.equal(paper('', ''), 'number missing,date missing');
  assert.equal(paper('15/KH-UBND', '2026-06-16'), 'date to_come');
  assert.equal(paper('15/KH-UBND', '16/6'), 'date not_a_day');
});

test('progress is whole hundredths until today; a milestone is reached or not', () => {
  const told = (percent: string, isMilestone = false, asOf = '2026-06-15') => {
    const read = readProgress({ percent, asOf, note: '' }, { today: '2026-06-15', isMilestone });
    return read.ok ? read.value.percent : read.refusal.problems.map(({ problem }) => problem).join();
  };
  assert.deepEqual([told('60'), told('60 %'), told('100', true), told('0', true)], [60, 60, 100, 0]);
  assert.deepEqual(
    [told(''), told('101'), told('6,5'), told('60', true)],
    ['missing', 'not_a_percent', 'not_a_percent', 'not_whole'],
  );
  assert.equal(told('60', false, '2026-06-16'), 'to_come');
});
