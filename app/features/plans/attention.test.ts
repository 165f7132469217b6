import assert from 'node:assert/strict';
import { test } from 'node:test';
import { attentionOf, countAttention } from './attention.ts';

const milestone = (id: string, dueOn: string, reachedOn: string | null = null) => ({ id, title: id, dueOn, reachedOn });
const task = (id: string, dueOn: string, percent: number | null, ...milestones: ReturnType<typeof milestone>[]) => ({
  id,
  title: id,
  weight: null,
  startsOn: '2026-01-01',
  dueOn,
  percent,
  milestones,
});

test('late and behind tasks, late and near milestones need looking at; what is done, or far away, does not', () => {
  const tasks = [
    task(
      'đã quá hạn',
      '2026-06-01',
      90,
      milestone('đã đạt', '2026-05-01', '2026-05-01'),
      milestone('trễ', '2026-05-01'),
    ),
    task('chậm', '2026-12-31', 10, milestone('gần', '2026-06-20'), milestone('xa', '2026-12-01')),
    task('xong', '2026-06-01', 100),
    task('đúng nhịp', '2026-12-31', 60),
  ];
  const lines = attentionOf(tasks, '2026-06-15');
  assert.deepEqual(
    lines.map(({ id, kind, attention, taskId }) => [id, kind, attention, taskId]),
    [
      ['đã quá hạn', 'task', 'late', 'đã quá hạn'],
      ['trễ', 'milestone', 'late', 'đã quá hạn'],
      ['chậm', 'task', 'behind', 'chậm'],
      ['gần', 'milestone', 'near', 'chậm'],
    ],
  );
  assert.deepEqual(countAttention(lines), { late: 2, behind: 1, near: 1 });
});
