/** Tasks of a plan while it is the unit's to write: saved with their milestones as one form has them, or taken off. */
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { lockPlan } from './case.server.ts';
import type { PlanRow } from './case.server.ts';
import { planProcedure } from './procedure.ts';
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
  const plan = await lockPlan(tx, actor, command.planId);
  if (!plan) return refuse(notThere);
  const allowed = permit(planProcedure, plan, actor, 'change');
  if (!allowed.ok) return allowed;
  const before = await findTask(context, command);
  if (before ? before.plan_id !== plan.id : command.version !== null) return refuse(notThere);
  const read = readTask(command.typed, plan);
  if (!read.ok) return read;
  if (before && command.version === null) return sentAgain(before, read.value);
  if (before && before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  await write(context, { ...command, plan, isNew: before === undefined, content: read.value });
  const subject = { kind: 'plan', id: plan.id };
  const after = { task: command.taskId, ...read.value };
  const was = before && { task: before.id, title: before.title, weight: before.weight, due_on: before.due_on };
  await record({ permit: allowed.value, kind: 'plan.changed', subject, unitId: plan.unitId, before: was, after });
  return ok({ id: command.taskId });
}

function findTask({ tx }: Context, { taskId }: Pick<SaveTask, 'taskId'>) {
  return tx
    .selectFrom('plan_task')
    .select(['id', 'plan_id', 'version', 'title', 'weight', 'due_on'])
    .where('id', '=', taskId)
    .executeTakeFirst();
}

function sentAgain(
  there: { readonly id: string; readonly version: number; readonly title: string; readonly due_on: string },
  content: TaskContent,
): Result<{ id: string }, LostRace> {
  const isSame = there.title === content.title && there.due_on === content.dueOn;
  return isSame ? ok({ id: there.id }) : refuse({ kind: 'lost_race', current: there.version });
}

type Write = SaveTask & { readonly plan: PlanRow; readonly isNew: boolean; readonly content: TaskContent };

async function write(context: Context, { plan, taskId, isNew, content }: Write): Promise<void> {
  const { tx } = context;
  const { title, product, lead, joins, weight, startsOn, dueOn } = content;
  const lead_unit_id = await unitNamed(context, lead);
  const row = { title, product, lead, lead_unit_id, joins, weight, starts_on: startsOn, due_on: dueOn };
  if (isNew) {
    const last = await tx
      .selectFrom('plan_task')
      .select((eb) => eb.fn.coalesce(eb.fn.max('position'), eb.lit(0)).as('position'))
      .where('plan_id', '=', plan.id)
      .executeTakeFirst();
    const place = { id: taskId, plan_id: plan.id, line_id: newId(), position: Number(last?.position ?? 0) + 1 };
    await tx
      .insertInto('plan_task')
      .values({ ...row, ...place })
      .execute();
  } else {
    await tx
      .updateTable('plan_task')
      .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
      .where('id', '=', taskId)
      .execute();
  }
  await writeMilestones(context, taskId, content);
  await touch(context, plan.id);
}

/** A milestone that was there keeps its line; whatever else a form says is a new one. */
async function writeMilestones({ tx }: Context, taskId: string, { milestones }: TaskContent): Promise<void> {
  const there = await tx.selectFrom('plan_milestone').select('line_id').where('task_id', '=', taskId).execute();
  const known = new Set(there.map(({ line_id }) => line_id));
  await tx.deleteFrom('plan_milestone').where('task_id', '=', taskId).execute();
  if (milestones.length === 0) return;
  await tx
    .insertInto('plan_milestone')
    .values(
      milestones.map(({ lineId, title, dueOn, product }, at) => ({
        id: newId(),
        task_id: taskId,
        line_id: known.delete(lineId) ? lineId : newId(),
        position: at + 1,
        title,
        due_on: dueOn,
        product,
      })),
    )
    .execute();
}

/** A lead that is called as a unit is called is that unit. */
async function unitNamed({ tx }: Context, lead: string): Promise<string | null> {
  const found = await tx
    .selectFrom('unit_now')
    .select('id')
    .where('name', '=', lead)
    .where('is_active', '=', true)
    .limit(2)
    .execute();
  return found.length === 1 ? (found[0]?.id ?? null) : null;
}

/** Whoever submits the plan has seen its tasks as they are. */
async function touch({ tx }: Context, planId: string): Promise<void> {
  await tx
    .updateTable('plan')
    .set((eb) => ({ version: eb('version', '+', 1) }))
    .where('id', '=', planId)
    .execute();
}

export type RemoveTask = { readonly planId: string; readonly taskId: string; readonly version: number };

export async function removeTask(
  context: Context,
  { planId, taskId, version }: RemoveTask,
): Promise<Result<undefined, ProcedureRefusal | NotThere | LostRace>> {
  const { tx, actor, record } = context;
  const plan = await lockPlan(tx, actor, planId);
  const before = await tx
    .selectFrom('plan_task')
    .selectAll()
    .where('id', '=', taskId)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  if (!plan || !before) return refuse(notThere);
  const allowed = permit(planProcedure, plan, actor, 'change');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const milestones = await tx.selectFrom('plan_milestone').selectAll().where('task_id', '=', taskId).execute();
  await tx.deleteFrom('plan_milestone').where('task_id', '=', taskId).execute();
  await tx.deleteFrom('plan_task').where('id', '=', taskId).execute();
  await touch(context, planId);
  const subject = { kind: 'plan', id: planId };
  const was = { ...before, milestones };
  await record({ permit: allowed.value, kind: 'plan.changed', subject, unitId: plan.unitId, before: was });
  return ok();
}
