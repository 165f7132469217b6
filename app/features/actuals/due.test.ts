import assert from 'node:assert/strict';
import { test } from 'node:test';
import { NO_HOLIDAYS } from '../../kernel/calendar.ts';
import type { DueIndicator, Reported } from './due.ts';
import { dueForms, duePeriods } from './due.ts';
import { isReporter } from './reporters.ts';

const monthly: DueIndicator = { code: 'KT-91', reporting: 'month', fromYear: 2026, deadline: 2030 };
const yearly: DueIndicator = { code: 'MT-93', reporting: 'year', fromYear: 2026, deadline: 2030 };
const unit = { id: 'xa', validFrom: '2025-07-01' };
const rules = { today: '2026-03-20', dueDays: 15, calendar: NO_HOLIDAYS };
const forms = (reported: readonly Reported[] = [], indicators = [monthly, yearly]) =>
  dueForms(unit, indicators, reported, rules).map(({ period, deadline, workingDaysLeft, missing, begun, returned }) => [
    period.code,
    deadline,
    workingDaysLeft,
    [...missing, ...begun.map((code) => `${code} begun`), ...returned.map((code) => `${code} returned`)],
  ]);
const value = (period: string, stage: Reported['stage']): Reported => ({ indicatorCode: 'KT-91', period, stage });

test('every ended period within the term is owed, the nearest deadline first, in working days; a deadline on a Sunday runs to Monday', () => {
  assert.deepEqual(forms(), [
    ['2026-01', '2026-02-15', -24, ['KT-91']],
    ['2026-02', '2026-03-15', -4, ['KT-91']],
  ]);
});

test('what was sent or verified is owed no more, what was begun or came back still is', () => {
  assert.deepEqual(forms([value('2026-01', 'verified'), value('2026-02', 'submitted')]), []);
  assert.deepEqual(
    forms([value('2026-01', 'entered'), value('2026-02', 'returned')]).map((form) => form[3]),
    [['KT-91 begun'], ['KT-91 returned']],
  );
});

test('what came back for a period that still runs is on the list before it is due', () => {
  assert.deepEqual(forms([value('2026', 'returned')], [yearly]), [['2026', '2027-01-15', 215, ['KT-91 returned']]]);
});

test('a unit owes nothing for periods before it was there, nor older than a year', () => {
  const codes = (from: string, today: string) =>
    duePeriods({ ...monthly, fromYear: 2020 }, { id: 'xa', validFrom: from }, today).map(({ code }) => code);
  assert.deepEqual(codes('2026-02-01', '2026-03-20'), ['2026-02']);
  assert.equal(codes('2020-01-01', '2026-03-20').length, 12);
});

test('communes that take part report what adds up, the province what does not', () => {
  const commune = { id: 'a', kind: 'commune', parentId: 'p', takesPart: true };
  const province = { id: 'p', kind: 'province', parentId: null, takesPart: false };
  const sums = { rollup: 'sum' } as const;
  const rates = { rollup: 'none' } as const;
  assert.deepEqual(
    [isReporter(commune, sums), isReporter(province, sums), isReporter(commune, rates), isReporter(province, rates)],
    [true, false, false, true],
  );
  assert.equal(isReporter({ ...commune, takesPart: false }, sums), false);
});
