import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nextWorkingDay, NO_HOLIDAYS } from '../../kernel/calendar.ts';
import { readRound } from './round.ts';
import type { RoundRefusal } from './round.ts';
import { countBy, countStandings, isInView, judge, lateDays, roundViews, shareOnTime } from './standing.ts';
import type { StandingFacts } from './standing.ts';

const today = '2026-09-20';
const rules = { today, calendar: { ...NO_HOLIDAYS, daysOff: new Set(['2026-10-05']) } };
const typed = { ten: 'Báo cáo quý III', ky: '2026-Q3', han: '2026-10-03' };
const wrongs = (more: Readonly<Record<string, string>>) => {
  const read = readRound({ ...typed, ...more }, rules);
  return read.ok ? [] : read.refusal.problems.map(({ field, problem }) => [field, problem.kind]);
};

test('a due day on a Saturday before a holiday on Monday moves to Tuesday, and the day asked for is kept', () => {
  assert.deepEqual(readRound(typed, rules), {
    ok: true,
    value: {
      name: 'Báo cáo quý III',
      period: '2026-Q3',
      firstDay: '2026-07-01',
      lastDay: '2026-09-30',
      askedDay: '2026-10-03',
      dueOn: '2026-10-06',
    },
  });
  assert.equal(nextWorkingDay('2026-10-06', rules.calendar), '2026-10-06');
});

test('an ad hoc round has days of its own', () => {
  const read = readRound({ ...typed, ky: 'dot-xuat', 'tu-ngay': '2026-09-01', 'den-ngay': '2026-09-10' }, rules);
  assert.deepEqual(read.ok && [read.value.period, read.value.firstDay, read.value.lastDay], [
    null,
    '2026-09-01',
    '2026-09-10',
  ]);
});

const cases: readonly (readonly [Readonly<Record<string, string>>, readonly (readonly [string, string])[]])[] = [
  [{ ten: '  ' }, [['ten', 'name_missing']]],
  [{ ten: 'x'.repeat(201) }, [['ten', 'name_long']]],
  [{ ky: '2026-Q5' }, [['ky', 'period_unknown']]],
  [{ han: '2026-02-30' }, [['han', 'day_impossible']]],
  [{ han: '2026-09-19' }, [['han', 'due_past']]],
  [
    { ky: 'dot-xuat' },
    [
      ['tu-ngay', 'day_impossible'],
      ['den-ngay', 'day_impossible'],
    ],
  ],
  [{ ky: 'dot-xuat', 'tu-ngay': '2026-09-10', 'den-ngay': '2026-09-01' }, [['den-ngay', 'last_before_first']]],
];
for (const [more, expected] of cases)
  test(`wrong: ${JSON.stringify(more).slice(0, 60)}`, () => {
    const fields: RoundRefusal['problems'] | readonly unknown[] = wrongs(more);
    assert.deepEqual(fields, expected);
  });

const dueOn = '2026-10-06';
const facts = (more: Partial<StandingFacts>): StandingFacts => ({
  isExempt: false,
  stage: null,
  sentOn: null,
  ...more,
});
const rows: readonly (readonly [Partial<StandingFacts>, string, string, boolean])[] = [
  [{}, dueOn, 'waiting', false],
  [{}, '2026-10-07', 'overdue', true],
  [{ stage: 'draft' }, dueOn, 'waiting', false],
  [{ stage: 'presented' }, '2026-10-07', 'overdue', true],
  [{ isExempt: true }, '2026-10-07', 'exempt', false],
  [{ stage: 'signed', sentOn: dueOn }, '2026-10-07', 'sent', false],
  [{ stage: 'signed', sentOn: '2026-10-07' }, '2026-10-07', 'sent', true],
  [{ stage: 'received', sentOn: dueOn }, '2026-12-01', 'received', false],
  [{ stage: 'returned', sentOn: dueOn }, '2026-12-01', 'returned', false],
  [{ stage: 'presented', sentOn: dueOn }, '2026-12-01', 'returned', false],
  [{ stage: 'signed', sentOn: '2026-10-07', isExempt: true }, '2026-12-01', 'sent', false],
];
for (const [more, on, standing, isLate] of rows)
  test(`${JSON.stringify(more)} on ${on} is ${standing}${isLate ? ', late' : ''}`, () => {
    assert.deepEqual(judge(facts(more), { dueOn, today: on }), { standing, isLate });
  });

test('every number is the length of the list it opens, and nobody is counted twice', () => {
  const judged = rows.map(([more, on]) => judge(facts(more), { dueOn, today: on }));
  const counts = countStandings(judged);
  const lengths = Object.fromEntries(
    roundViews.map((view) => [view, judged.filter((one) => isInView(one, view)).length]),
  );
  assert.deepEqual(lengths, {
    'da-gui': counts.sent,
    'dung-han': counts.onTime,
    'gui-muon': counts.sentLate,
    'da-nhan': counts.received,
    'chua-gui': counts.missing,
    'qua-han': counts.overdue,
    mien: counts.exempt,
  });
  assert.equal(counts.sent + counts.missing, counts.expected);
  assert.equal(counts.expected + counts.exempt, judged.length);
});

test('late is counted in working days, of what came and of what is still to come', () => {
  const { calendar } = rules;
  const days = (more: Partial<StandingFacts>, on: string, due = '2026-10-02') => {
    const given = { dueOn: due, sentOn: more.sentOn ?? null, today: on };
    return lateDays(judge(facts(more), given), given, calendar);
  };
  // Friday 2 October; Monday the 5th is a day off.
  assert.equal(days({ stage: 'signed', sentOn: '2026-10-07' }, '2026-12-01'), 2);
  assert.equal(days({}, '2026-10-06'), 1);
  assert.equal(days({}, '2026-10-02'), 0);
  assert.equal(days({ isExempt: true }, '2026-12-01'), 0);
});

test('groups add up to the whole, what is in none comes last, and the share is of those expected', () => {
  const judged = rows.map(([more, on], at) => ({
    ...judge(facts(more), { dueOn, today: on }),
    in: at % 3 ? 'A' : null,
  }));
  const groups = countBy(judged, (one) => one.in);
  assert.deepEqual(
    groups.map(({ key }) => key),
    ['A', null],
  );
  const whole = countStandings(judged);
  assert.equal(
    groups.reduce((sum, { counts }) => sum + counts.onTime, 0),
    whole.onTime,
  );
  const ended = { ...whole, expected: 8, onTime: 5, missing: 2, overdue: 2 };
  assert.equal(shareOnTime(ended), 63);
  assert.equal(shareOnTime({ ...ended, overdue: 1 }), null);
  assert.equal(shareOnTime({ ...ended, expected: 0 }), null);
});
