/** Which of the interface's tags and shapes shows a stage, a task, a milestone. */
import type { Attention } from './attention.ts';
import type { MilestoneState, TaskState } from './standing.ts';
import type { PlanStage } from './plan.ts';

export const planLook = {
  draft: 'draft',
  submitted: 'submitted',
  approved: 'verified',
  returned: 'returned',
  withdrawn: 'draft',
} as const satisfies Readonly<Record<PlanStage, string>>;

export const taskLook = {
  done: 'achieved',
  late: 'off_track',
  behind: 'at_risk',
  running: 'on_track',
  to_come: 'no_data',
} as const satisfies Readonly<Record<TaskState, string>>;

export const attentionLook = {
  late: 'off_track',
  behind: 'at_risk',
  near: 'at_risk',
} as const satisfies Readonly<Record<Attention, string>>;

export const milestoneLook = {
  reached: 'achieved',
  late: 'off_track',
  near: 'at_risk',
  to_come: 'no_data',
} as const satisfies Readonly<Record<MilestoneState, string>>;
