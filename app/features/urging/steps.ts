/**
 * When something is said of a duty, in working days around its last day. The directive sets neither steps nor
 * escalation; the numbers are settings with defaults, and screens say so. Nothing happens on days off.
 */
import type { PlainDate, WorkCalendar } from '../../kernel/calendar.ts';
import { addDays, isWorkingDay } from '../../kernel/calendar.ts';
import type { Judged } from './duty.ts';
import { lateBy } from './duty.ts';

export type Steps = {
  /** Working days before; 0 is the last day itself. */
  readonly before: readonly number[];
  readonly after: readonly number[];
};
export type Heights = { readonly head: number; readonly appraiser: number };

export const levels = ['head', 'appraiser'] as const;
export type Level = (typeof levels)[number];

/** Whether today is a day on which somebody is reminded of it. */
export function isStep(judged: Judged, { before, after }: Steps): boolean {
  const { state, daysLeft } = judged;
  if (daysLeft === null) return false;
  return state === 'late' ? after.includes(lateBy(judged)) : before.includes(daysLeft);
}

/** After a longer stop nobody is told of single steps: what is late has been passed up by then. */
const longestStop = 14;

type Stop = { readonly last: PlainDate | undefined; readonly today: PlainDate; readonly calendar: WorkCalendar };

/** The working days of which the steps are still to be told: today, and those since the last day that was told in full. */
export function daysToTell({ last, today, calendar }: Stop): readonly PlainDate[] {
  const days: PlainDate[] = [];
  const earliest = addDays(today, -longestStop);
  for (let day = last === undefined || last >= today ? today : addDays(last, 1); day <= today; day = addDays(day, 1))
    if (day >= earliest && isWorkingDay(day, calendar)) days.push(day);
  return days;
}

/** How far up a duty has to be known by now. */
export function levelsOf(judged: Judged, heights: Heights): readonly Level[] {
  if (judged.state !== 'late') return [];
  return levels.filter((level) => lateBy(judged) >= heights[level]);
}
