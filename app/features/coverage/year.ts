/** The movement's year at a glance: what runs when, how far each has come, and which is late on a day. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { TaskState } from '../plans/standing.ts';
import { shareOf, taskState } from '../plans/standing.ts';

export const yearKinds = [
  'receipt',
  'plans',
  'pledges',
  'lead_plans',
  'lead_checks',
  'initiatives',
  'movement',
  'round',
  'programme',
  'review',
] as const;
export type YearKind = (typeof yearKinds)[number];

export type YearRow = {
  readonly id: string;
  readonly kind: YearKind;
  /** Of a movement, a round, a programme: its own; else what the kind is called. */
  readonly name: string | null;
  readonly href: string;
  readonly first: PlainDate;
  readonly last: PlainDate;
  readonly done: number;
  readonly of: number;
  /** Closed: what was not done is not awaited any more. */
  readonly isOver?: boolean;
};

/** Judged as a task of a plan is, with its default for what is behind. Of nothing to do nothing is late or behind. */
export function yearState({ first, last, done, of, isOver }: YearRow, today: PlainDate): TaskState {
  if (isOver) return 'done';
  if (of === 0) return first > today ? 'to_come' : 'running';
  const percent = Math.floor((done * 100) / of);
  return taskState({ weight: null, startsOn: first, dueOn: last, percent, milestones: [] }, today);
}

export type YearBar = YearRow & {
  readonly state: TaskState;
  /** On the axis of the year: 0 its first day, 1 the end of its last; what reaches over is cut. */
  readonly from: number;
  readonly to: number;
};

/** As they stand in the year, by their last day; whatever has no day in it is left out. */
export function yearBars(rows: readonly YearRow[], year: number, today: PlainDate): readonly YearBar[] {
  const axis = { firstDay: `${year}-01-01`, lastDay: `${year}-12-31` };
  const within = rows.filter(({ first, last }) => first <= axis.lastDay && last >= axis.firstDay);
  const bars = within.map((row) => ({
    ...row,
    state: yearState(row, today),
    from: shareOf(row.first, axis),
    to: shareOf(addDays(row.last, 1), axis),
  }));
  const order = (row: YearRow) => yearKinds.indexOf(row.kind);
  return bars.toSorted((a, b) => order(a) - order(b) || (a.last < b.last ? -1 : 1));
}

export function todayOn(year: number, today: PlainDate): number {
  return shareOf(today, { firstDay: `${year}-01-01`, lastDay: `${year}-12-31` });
}
