import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Above, TypedMovement } from './movement.ts';
import { linesOf, readDocument, readMovement, readReview, stageOn, treeOf, wholeYears } from './movement.ts';

const typed = (more: Partial<TypedMovement> = {}): TypedMovement => ({
  name: 'Thi đua mẫu',
  kind: 'themed',
  first: '2026-06-01',
  last: '2026-07-30',
  aim: 'Làm xong đường',
  goals: '- Làm 5 km\n\n- Không để ai bị thương',
  scope: [],
  ...more,
});
const secretName = 'Tên chung';
const reading = (more: Partial<TypedMovement>, above: Above | null = null) =>
  readMovement(typed(more), { above, secretName });
const problemsOf = (more: Partial<TypedMovement>, above: Above | null = null) => {
  const read = reading(more, above);
  return read.ok ? [] : read.refusal.problems.map(({ field, problem }) => `${field} ${problem.kind}`);
};

test('a movement of days is read with its goals one a line', () => {
  assert.deepEqual(
    reading({ midTerm: '2026-07-01', yearly: 'on', scope: ['commune', 'province', 'x'], scopeUnits: ['b', 'a', 'b'] }),
    {
      ok: true,
      value: {
        name: 'Thi đua mẫu',
        kind: 'themed',
        days: { first: '2026-06-01', last: '2026-07-30' },
        aim: 'Làm xong đường',
        goals: ['Làm 5 km', 'Không để ai bị thương'],
        criteria: [],
        reviews: [
          { kind: 'yearly', on: null },
          { kind: 'mid_term', on: '2026-07-01' },
        ],
        scopeKinds: ['commune'],
        scopeUnits: ['a', 'b'],
        scopeBlocks: [],
        visibility: 'internal',
        isSecret: false,
      },
    },
  );
});

test('what is missing or wrong is named at its field', () => {
  assert.deepEqual(problemsOf({ name: ' ', aim: '', goals: '', kind: 'other', first: '', last: '2026-02-30' }), [
    'name missing',
    'aim missing',
    'goals missing',
    'kind missing',
    'first missing',
    'last not_a_day',
  ]);
  assert.deepEqual(problemsOf({ last: '2026-05-31' }), ['last ends_before_start']);
  assert.deepEqual(problemsOf({ name: 'x'.repeat(301) }), ['name too_long']);
  assert.deepEqual(problemsOf({ midTerm: '2026-08-01', final: '2026-05-01' }), [
    'midTerm after_end',
    'final before_start',
  ]);
  assert.deepEqual(problemsOf({ final: '2026-08-15' }), [], 'a conclusion may be held after the last day');
});

const within = { first: '2026-06-10', last: '2026-07-20' };
const above = { days: within, visibility: 'internal', isSecret: false } as const;

test('what carries on a movement stays within its days and is seen no wider', () => {
  assert.deepEqual(problemsOf({}, above), ['first outside_parent', 'last outside_parent']);
  const seen = (chosen: string, wide: Above['visibility']) => {
    const read = reading({ ...within, visibility: chosen }, { ...above, visibility: wide });
    return read.ok && read.value.visibility;
  };
  assert.deepEqual(
    [seen('public', 'public'), seen('public', 'internal'), seen('public', 'restricted'), seen('restricted', 'public')],
    ['public', 'internal', 'restricted', 'restricted'],
  );
  assert.equal(seen('', 'public'), 'internal');
});

test('one handled off the system says nothing, is kept to its units, and hands both down', () => {
  const blank = { name: '', aim: '', goals: '', criteria: '' };
  assert.deepEqual(problemsOf({ secret: 'on' }), [
    'name secret_says_nothing',
    'aim secret_says_nothing',
    'goals secret_says_nothing',
  ]);
  const read = reading({ ...blank, secret: 'on', visibility: 'public', midTerm: '2026-07-01' });
  assert.ok(read.ok);
  const { name, aim, goals, reviews, visibility, isSecret } = read.value;
  assert.deepEqual([name, aim, goals, reviews, visibility, isSecret], [secretName, '', [], [], 'restricted', true]);
  const below = reading({ ...blank, ...within }, { ...above, isSecret: true });
  assert.equal(below.ok && below.value.isSecret, true);
});

test('on a past day a movement stands where it had come by its end', () => {
  const at = (day: string) => new Date(`${day}T03:00:00Z`);
  const one = {
    stage: 'concluded',
    packCode: null,
    launchedAt: at('2026-06-01'),
    closedAt: at('2026-08-01'),
    concludedAt: at('2026-08-10'),
  } as const;
  const days = ['2026-05-31', '2026-06-01', '2026-08-01', '2026-08-10'];
  assert.deepEqual(
    [...days, undefined].map((day) => stageOn(one, day)),
    [undefined, 'launched', 'closed', 'concluded', 'concluded'],
  );
  assert.equal(stageOn({ ...one, stage: 'launched', packCode: 'mau' }, '2026-05-31'), 'launched');
});

test('a signed paper has a number and a day that has come', () => {
  const today = '2026-06-15';
  assert.deepEqual(readDocument({ number: ' 12/KH ', date: today }, today), {
    ok: true,
    value: { number: '12/KH', date: today },
  });
  const wrong = readDocument({ date: '2026-06-16' }, today);
  assert.deepEqual(!wrong.ok && wrong.refusal.problems, [
    { field: 'number', problem: { kind: 'missing' } },
    { field: 'date', problem: { kind: 'in_future', today } },
  ]);
});

test('a review has a kind, a day of the movement that has come, and words', () => {
  const wrong = readReview({ heldOn: '2026-05-01' }, { first: '2026-06-01', today: '2026-06-15' });
  assert.deepEqual(!wrong.ok && wrong.refusal.problems, [
    { field: 'reviewKind', problem: { kind: 'missing' } },
    { field: 'heldOn', problem: { kind: 'before_start', first: '2026-06-01' } },
    { field: 'conclusion', problem: { kind: 'missing' } },
  ]);
  const chosen = { reviewKind: 'final', heldOn: '2026-06-10', conclusion: 'Tốt' };
  const sneaked = readReview(chosen, { first: '2026-06-01', today: '2026-06-15' });
  assert.equal(sneaked.ok, false, 'a final review is a conclusion, and that is a move of its own');
});

test('whole years are told in years, everything else in days', () => {
  assert.deepEqual(wholeYears({ first: '2026-01-01', last: '2030-12-31' }), { from: 2026, to: 2030 });
  assert.equal(wholeYears({ first: '2026-01-01', last: '2026-12-30' }), undefined);
  assert.deepEqual(linesOf(' một \r\n\n• hai'), ['một', 'hai']);
});

test('movements stand under the one they carry on; one whose parent is hidden stands at the top', () => {
  const item = (id: string, parentId: string | null) => ({ id, parentId });
  const [top, child, grandchild, orphan] = [item('b', 'a'), item('c', 'b'), item('d', 'c'), item('f', 'hidden')];
  assert.deepEqual(treeOf([grandchild, top, child, orphan]), [
    { item: top, below: [{ item: child, below: [{ item: grandchild, below: [] }] }] },
    { item: orphan, below: [] },
  ]);
});
