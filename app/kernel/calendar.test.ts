import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  addDays,
  addWorkingDays,
  daysBetween,
  isPlainDate,
  isWorkingDay,
  lastDayOfMonth,
  NO_HOLIDAYS,
  plainDateIn,
  weekday,
  workingDaysBetween,
} from './calendar.ts';

test('only a date that exists is a plain date', () => {
  assert.deepEqual(
    [
      '2026-02-28',
      '2028-02-29',
      '2026-02-29',
      '2026-13-01',
      '2026-00-10',
      '2026-04-31',
      '26-01-01',
      '2026-1-1',
      '',
    ].map(isPlainDate),
    [true, true, false, false, false, false, false, false, false],
  );
});

test('the date in Vietnam turns at 17:00 UTC', () => {
  assert.equal(plainDateIn('2026-10-05T16:59:59Z'), '2026-10-05');
  assert.equal(plainDateIn('2026-10-05T17:00:00Z'), '2026-10-06');
});

test('months end where they end', () => {
  assert.deepEqual(
    [lastDayOfMonth(2026, 2), lastDayOfMonth(2028, 2), lastDayOfMonth(2026, 12), lastDayOfMonth(2100, 2)],
    ['2026-02-28', '2028-02-29', '2026-12-31', '2100-02-28'],
  );
});

test('weekdays are counted from Monday', () => {
  assert.deepEqual([weekday('2026-10-05'), weekday('2026-10-11'), weekday('1969-12-31')], [1, 7, 3]);
});

test('a term in working days skips weekends and days off, and uses weekend days worked in exchange', () => {
  const calendar = { daysOff: new Set(['2026-09-01', '2026-09-02']), workedWeekends: new Set(['2026-08-29']) };
  assert.equal(addWorkingDays('2026-08-28', 1, calendar), '2026-08-29');
  assert.equal(addWorkingDays('2026-08-28', 2, calendar), '2026-08-31');
  assert.equal(addWorkingDays('2026-08-28', 3, calendar), '2026-09-03');
  assert.equal(addWorkingDays('2026-09-03', -3, calendar), '2026-08-28');
  assert.equal(addWorkingDays('2026-09-02', 0, calendar), '2026-09-02');
  assert.equal(isWorkingDay('2026-09-05', calendar), false);
});

const someDay = fc.integer({ min: -5000, max: 5000 }).map((days) => addDays('2026-06-15', days));

test("adding days and counting them are each other's inverse", () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: -999, max: 999 }), (day, n) =>
      assert.equal(daysBetween(day, addDays(day, n)), n),
    ),
  );
});

test('working days added are the working days counted', () => {
  fc.assert(
    fc.property(someDay, fc.integer({ min: 0, max: 60 }), (day, n) => {
      assert.equal(workingDaysBetween(day, addWorkingDays(day, n, NO_HOLIDAYS), NO_HOLIDAYS), n);
    }),
  );
});

test('working days between two days are those that one counts day by day, both ways, with days off and worked weekends', () => {
  const near = fc.integer({ min: -40, max: 40 });
  fc.assert(
    fc.property(someDay, near, fc.array(near), fc.array(near), (from, distance, off, worked) => {
      const at = (days: number) => addDays(from, days);
      const calendar = { daysOff: new Set(off.map(at)), workedWeekends: new Set(worked.map(at)) };
      const [first, last] = distance < 0 ? [distance, 0] : [0, distance];
      const between = Array.from({ length: last - first }, (_, n) => at(first + 1 + n));
      const counted = between.filter((day) => isWorkingDay(day, calendar)).length;
      assert.equal(workingDaysBetween(from, at(distance), calendar), distance < 0 ? -counted : counted);
    }),
  );
});
