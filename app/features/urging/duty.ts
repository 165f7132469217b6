/**
 * A duty (nhiệm vụ phải làm): what a unit owes, with the day by which. Duties are not kept; they are read each time from
 * rounds, values, plans, pledges and movements, so what is fulfilled is gone. A term that ends on a day off ends on the
 * next working day (Bộ luật Dân sự 2015, Điều 148.5), and the due day counts to its end.
 */
import type { PlainDate, WorkCalendar } from '../../kernel/calendar.ts';
import { nextWorkingDay, workingDaysBetween } from '../../kernel/calendar.ts';

export const dutyKinds = [
  'report',
  'values',
  'plan',
  'pledge',
  'task',
  'milestone',
  'receipt',
  'finding',
  'initiative',
] as const;
export type DutyKind = (typeof dutyKinds)[number];

export const commitments = ['PT-1.2', 'PT-1.3', 'PT-1.4'] as const;
export type Commitment = (typeof commitments)[number];

export type Duty = {
  /** The same as long as the duty is the same, even when its due day moves. */
  readonly key: string;
  readonly kind: DutyKind;
  readonly unitId: string;
  /** The round, period, task, movement or scheme it is about, by name. */
  readonly about: string;
  /** Null where nobody has set one. */
  readonly dueOn: PlainDate | null;
  /** Where it is done. */
  readonly href: string;
  /** Of a receipt: the day of the launch, or on which the unit came into the scope; none where the launch's own day is not known. */
  readonly since?: PlainDate;
  /** Named where it came to be; counts before all other naming. */
  readonly ownerId?: string | null;
  /** What of the directive asks for it. */
  readonly commitment?: Commitment;
  /** Of values: how many are missing, were begun, came back. */
  readonly values?: { readonly missing: number; readonly begun: number; readonly returned: number };
  /** Of a finding: what was done about it did not suffice. */
  readonly isReturned?: boolean;
};

export function dutyKey(kind: DutyKind, subject: string, unitId: string): string {
  return `${kind}:${subject}:${unitId}`;
}

/** The round, movement or whatever it is a duty about, as its key has it. */
export function subjectOf({ key }: Pick<Duty, 'key'>): string {
  return key.split(':').slice(1, -1).join(':');
}

export const dutyStates = ['late', 'today', 'near', 'to_come', 'unset'] as const;
export type DutyState = (typeof dutyStates)[number];

export type Judged = {
  readonly state: DutyState;
  /** The due day, or the working day to which it moves. */
  readonly lastDay: PlainDate | null;
  /** Working days until the last day; below zero, how many have gone by since. Null without a due day. */
  readonly daysLeft: number | null;
};
export type DutyRules = { readonly today: PlainDate; readonly calendar: WorkCalendar; readonly nearDays: number };

export function judgeDuty(dueOn: PlainDate | null, { today, calendar, nearDays }: DutyRules): Judged {
  if (dueOn === null) return { state: 'unset', lastDay: null, daysLeft: null };
  const lastDay = nextWorkingDay(dueOn, calendar);
  const daysLeft = workingDaysBetween(today, lastDay, calendar);
  return { state: stateOf(lastDay, daysLeft, { today, nearDays }), lastDay, daysLeft };
}

function stateOf(lastDay: PlainDate, daysLeft: number, rules: Pick<DutyRules, 'today' | 'nearDays'>): DutyState {
  if (lastDay < rules.today) return 'late';
  if (lastDay === rules.today) return 'today';
  return daysLeft <= rules.nearDays ? 'near' : 'to_come';
}

/** Working days by which it is late; on days off right after the due day there are none yet. */
export function lateBy({ state, daysLeft }: Judged): number {
  return state === 'late' ? Math.abs(daysLeft ?? 0) : 0;
}

/** The most urgent first; what has no due day last. */
export function byUrgency(
  a: { readonly lastDay: PlainDate | null },
  b: { readonly lastDay: PlainDate | null },
): number {
  if (a.lastDay === b.lastDay) return 0;
  if (a.lastDay === null) return 1;
  return b.lastDay === null || a.lastDay < b.lastDay ? -1 : 1;
}
