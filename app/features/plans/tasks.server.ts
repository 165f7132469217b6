/** Tasks of a plan while it is the unit's to write: saved with their milestones as one form has them, or taken off. */
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lockPlan } from './case.server.ts';
import type { PlanTask } from './lines.server.ts';
import { tasksOf } from './lines.server.ts';
import { planProcedure } from './procedure.ts';
import { aroundTask, deleteTask, writeTask } from './task-rows.server.ts';
import type { TaskContent, TaskWrong, TypedTask } from './task.ts';
import { readTask } from './task.ts';

export type SaveTask = {
  readonly planId: string;
  /** Minted when the form was drawn, for a task that is new: sent twice, it is one task. */
  readonly taskId: string;
  /** Null for a task that is new. */
  readonly version: number | null;
  readonly typed: TypedTask;
};
export type TaskRefusal = ProcedureRefusal | TaskWrong | NotThere | LostRace;

export async function saveTask(context: Context, command: SaveTask): Promise<Result<{ id: string }, TaskRefusal>> {
  const { tx, actor, record } = context;
  const { planId, taskId, version, typed } = command;
  const plan = await lockPlan(tx, actor, planId);
  if (!plan) return refuse(notThere);
  const allowed = permit(planProcedure, plan, actor, 'change');
  if (!allowed.ok) return allowed;
  const before = await findTask(context, planId, taskId);
  if (!before && (version !== null || (await isElsewhere(context, taskId)))) return refuse(notThere);
  const read = readTask(typed, await aroundTask(tx, plan, typed));
  if (!read.ok) return read;
  if (before && version === null) return sentAgain(before, read.value);
  if (before && before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  await writeTask(context, { planId, taskId, isNew: before === undefined, content: read.value });
  const subject = { kind: 'plan', id: planId };
  const after = { task: taskId, ...read.value };
  const was = before && { task: taskId, ...contentOf(before) };
  await record({ permit: allowed.value, kind: 'plan.changed', subject, unitId: plan.unitId, before: was, after });
  return ok({ id: taskId });
}

async function findTask({ tx }: Context, planId: string, taskId: string): Promise<PlanTask | undefined> {
  return (await tasksOf(tx, [planId])).find(({ id }) => id === taskId);
}

async function isElsewhere({ tx }: Context, taskId: string): Promise<boolean> {
  return (await tx.selectFrom('plan_task').select('id').where('id', '=', taskId).executeTakeFirst()) !== undefined;
}

export function contentOf(task: PlanTask): TaskContent {
  const { title, product, leadUnit, lead, owner, joinUnits, joins, criteria, weight, startsOn, dueOn } = task;
  const milestones = task.milestones.map(({ lineId, title: name, dueOn: due, product: made }) => ({
    lineId,
    title: name,
    dueOn: due,
    product: made,
  }));
  return { title, product, leadUnit, lead, owner, joinUnits, joins, criteria, weight, startsOn, dueOn, milestones };
}

/** The same request twice is one task; with other words it is not the same request. */
function sentAgain(there: PlanTask, content: TaskContent): Result<{ id: string }, LostRace> {
  const isSame = there.title === content.title && there.dueOn === content.dueOn;
  return isSame ? ok({ id: there.id }) : refuse({ kind: 'lost_race', current: there.version });
}

export type RemoveTask = { readonly planId: string; readonly taskId: string; readonly version: number };

export async function removeTask(
  context: Context,
  { planId, taskId, version }: RemoveTask,
): Promise<Result<undefined, ProcedureRefusal | NotThere | LostRace>> {
  const { tx, actor, record } = context;
  const plan = await lockPlan(tx, actor, planId);
  const before = plan && (await findTask(context, planId, taskId));
  if (!plan || !before) return refuse(notThere);
  const allowed = permit(planProcedure, plan, actor, 'change');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  await deleteTask(context, { planId, taskId });
  const subject = { kind: 'plan', id: planId };
  const was = { task: taskId, ...contentOf(before) };
  await record({ permit: allowed.value, kind: 'plan.changed', subject, unitId: plan.unitId, before: was });
  return ok();
}
