/**
 * How long a dossier may stand where it stands, in working days (Nghị định 152/2025, Điều 34, 35). How many is a provision with its
 * state; where the law and the province say nothing there is no clock, and none is made up.
 */
import type { PlainDate, WorkCalendar } from '../../kernel/calendar.ts';
import { addDays, addWorkingDays, workingDaysBetween } from '../../kernel/calendar.ts';
import type { Clock } from '../awards/law/provision.ts';
import type { DossierStage } from './procedure.ts';

/** While handed in: to be taken or returned. */
export const stageClocks: Readonly<Partial<Record<DossierStage, Clock>>> = {
  submitted: 'return',
  appraising: 'appraise',
  consulting: 'opinion',
};

export type Term = { readonly days: number; readonly article: string; readonly source: string; readonly state: string };
export type Running = Term & {
  readonly dueOn: PlainDate;
  /** Working days from today on; negative when it is late. */
  readonly left: number;
};

export function runningOn(term: Term, since: PlainDate, today: PlainDate, calendar: WorkCalendar): Running {
  const dueOn = addWorkingDays(since, term.days, calendar);
  return { ...term, dueOn, left: workingDaysBetween(today, dueOn, calendar) };
}

/** Whatever began on this day or before has run out by `today`. */
export function latestLate(days: number, today: PlainDate, calendar: WorkCalendar): PlainDate {
  let day = addDays(today, -days);
  while (workingDaysBetween(day, today, calendar) <= days) day = addDays(day, -1);
  return day;
}
