/**
 * How a plan stands on a day: what was reported of its tasks, rolled up by weight, and milestones reached, late or near.
 * Nothing reported counts as nothing done. Expected is what the time gone by would give on a straight line.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { addDays, daysBetween } from '../../kernel/calendar.ts';
import { decimal, ZERO } from '../../kernel/decimal.ts';

/** Defaults of the product, said so where they show: no document of the province sets them. */
export const nearDays = 14;
export const behindPoints = 10;

export type StandingTask = {
  readonly weight: string | null;
  readonly startsOn: PlainDate;
  readonly dueOn: PlainDate;
  /** As reported last; null while nothing was. */
  readonly percent: number | null;
  readonly milestones: readonly StandingMilestone[];
};
export type StandingMilestone = { readonly dueOn: PlainDate; readonly reachedOn: PlainDate | null };

export type TaskState = 'done' | 'late' | 'behind' | 'running' | 'to_come';
export type MilestoneState = 'reached' | 'late' | 'near' | 'to_come';

/** Hundredths of the way, one decimal; by weight, or all tasks alike where there are no weights. */
export function percentOf(tasks: readonly StandingTask[]): string {
  if (tasks.length === 0) return '0';
  const isWeighted = tasks.every(({ weight }) => weight !== null);
  const sums = tasks.reduce(
    (sum, { weight, percent }) => {
      const share = decimal(isWeighted ? (weight ?? 0) : 1);
      return { done: sum.done.plus(share.times(percent ?? 0)), all: sum.all.plus(share) };
    },
    { done: ZERO, all: ZERO },
  );
  return sums.all.eq(0) ? '0' : sums.done.div(sums.all).round(1).toFixed();
}

export function taskState({ startsOn, dueOn, percent }: StandingTask, today: PlainDate): TaskState {
  const done = percent ?? 0;
  if (done >= 100) return 'done';
  if (dueOn < today) return 'late';
  if (startsOn > today) return 'to_come';
  return done + behindPoints < expectedPercent({ startsOn, dueOn }, today) ? 'behind' : 'running';
}

/** A task of one day is expected done when its day is over. */
export function expectedPercent(
  { startsOn, dueOn }: Pick<StandingTask, 'startsOn' | 'dueOn'>,
  today: PlainDate,
): number {
  const whole = daysBetween(startsOn, dueOn) + 1;
  const gone = Math.min(whole, Math.max(0, daysBetween(startsOn, today)));
  return Math.floor((gone * 100) / whole);
}

export function milestoneState({ dueOn, reachedOn }: StandingMilestone, today: PlainDate): MilestoneState {
  if (reachedOn !== null) return 'reached';
  if (dueOn < today) return 'late';
  return dueOn <= addDays(today, nearDays) ? 'near' : 'to_come';
}

export type PlanStanding = {
  readonly percent: string;
  readonly tasks: number;
  readonly milestones: number;
  readonly lateTasks: number;
  readonly behindTasks: number;
  readonly lateMilestones: number;
  readonly nearMilestones: number;
};

export function standingOf(tasks: readonly StandingTask[], today: PlainDate): PlanStanding {
  const milestones = tasks.flatMap((task) => task.milestones);
  const inState = (state: TaskState) => tasks.filter((task) => taskState(task, today) === state).length;
  const atState = (state: MilestoneState) => milestones.filter((one) => milestoneState(one, today) === state).length;
  return {
    percent: percentOf(tasks),
    tasks: tasks.length,
    milestones: milestones.length,
    lateTasks: inState('late'),
    behindTasks: inState('behind'),
    lateMilestones: atState('late'),
    nearMilestones: atState('near'),
  };
}

/** Where a day lies between the first and the last: 0 to 1. A day's bar ends when the day does. */
export function shareOf(
  day: PlainDate,
  { firstDay, lastDay }: { readonly firstDay: PlainDate; readonly lastDay: PlainDate },
): number {
  const whole = daysBetween(firstDay, lastDay) + 1;
  return Math.min(1, Math.max(0, daysBetween(firstDay, day) / whole));
}
