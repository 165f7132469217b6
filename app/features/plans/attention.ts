/** What of plans needs looking at on a day: milestones late or near, tasks late or behind. The rules are standing.ts. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { StandingMilestone, StandingTask } from './standing.ts';
import { milestoneState, taskState } from './standing.ts';

export const attentions = ['late', 'behind', 'near'] as const;
export type Attention = (typeof attentions)[number];

type Named = { readonly id: string; readonly title: string };
type Milestone = StandingMilestone & Named;
export type AttentionTask = Omit<StandingTask, 'milestones'> & Named & { readonly milestones: readonly Milestone[] };
export type AttentionLine = {
  readonly id: string;
  readonly taskId: string;
  readonly kind: 'task' | 'milestone';
  readonly title: string;
  readonly dueOn: PlainDate;
  readonly attention: Attention;
};

export function attentionOf(tasks: readonly AttentionTask[], day: PlainDate): readonly AttentionLine[] {
  return tasks.flatMap((task) => [
    ...lineOf(task, { task, kind: 'task', attention: ofTask(task, day) }),
    ...task.milestones.flatMap((one) => lineOf(one, { task, kind: 'milestone', attention: ofMilestone(one, day) })),
  ]);
}

type About = {
  readonly task: AttentionTask;
  readonly kind: AttentionLine['kind'];
  readonly attention: Attention | undefined;
};

function lineOf(
  { id, title, dueOn }: Named & { readonly dueOn: PlainDate },
  { task, kind, attention }: About,
): readonly AttentionLine[] {
  return attention === undefined ? [] : [{ id, taskId: task.id, kind, title, dueOn, attention }];
}

function ofTask(task: AttentionTask, day: PlainDate): Attention | undefined {
  const state = taskState(task, day);
  return state === 'late' || state === 'behind' ? state : undefined;
}

function ofMilestone(milestone: Milestone, day: PlainDate): Attention | undefined {
  const state = milestoneState(milestone, day);
  return state === 'late' || state === 'near' ? state : undefined;
}

export type AttentionCounts = Readonly<Record<Attention, number>>;

export function countAttention(lines: readonly Pick<AttentionLine, 'attention'>[]): AttentionCounts {
  const of = (attention: Attention) => lines.filter((line) => line.attention === attention).length;
  return { late: of('late'), behind: of('behind'), near: of('near') };
}
