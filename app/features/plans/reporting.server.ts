/** Progress of an approved plan: what is reported of a task or a milestone is appended, with evidence where there is some. */
import type { Insertable } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { hang } from '../../platform/files/attachments.server.ts';
import type { PlanProgress } from '../../platform/db-types.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { importedId, newId } from '../../platform/id.server.ts';
import { lockPlan } from './case.server.ts';
import type { Partner } from './partners.server.ts';
import { partnersOf } from './partners.server.ts';
import { planProcedure } from './procedure.ts';
import type { ProgressWrong, TypedProgress } from './progress.ts';
import { readProgress } from './progress.ts';

export type ReportProgress = {
  /** Minted when the form was drawn: sent twice, it is one report. */
  readonly id: string;
  readonly planId: string;
  readonly taskId: string;
  /** Of the task, where what is reported is the task's own. */
  readonly milestoneId: string | null;
  /** Code of a unit that leads or joins the task beside the plan's own: its part, which does not count in the roll-up. */
  readonly part?: string | null | undefined;
  readonly typed: TypedProgress;
  readonly file?: KeptFile | undefined;
};
export type ReportRefusal = ProcedureRefusal | ProgressWrong | NotThere | { readonly kind: 'plan_replaced' };

export async function reportProgress(
  context: Context,
  command: ReportProgress,
): Promise<Result<undefined, ReportRefusal>> {
  const { tx, actor, now, record } = context;
  const plan = await lockPlan(tx, actor, command.planId);
  const line = plan && (await findLine(context, command));
  const part = plan && (await findPart(context, command));
  if (!plan || !line || part === undefined) return refuse(notThere);
  const allowed = permit(planProcedure, part === null ? plan : { ...plan, places: part.places }, actor, 'report');
  if (!allowed.ok) return allowed;
  if (plan.isSuperseded) return refuse({ kind: 'plan_replaced' });
  const read = readProgress(command.typed, { today: plainDateIn(now), isMilestone: command.milestoneId !== null });
  if (!read.ok) return read;
  if (actor.kind !== 'person') throw new Error('only people report');
  const { percent, asOf, note } = read.value;
  const about = { plan_id: plan.id, ...line, part_unit_id: part?.unitId ?? null };
  const said = { ...about, percent, as_of_date: asOf, note };
  const by = { reported_by: actor.personId, reported_for: allowed.value.holding?.forPersonId ?? null };
  const id = await append(context, { id: command.id, ...said, ...by, reported_at: now });
  if (id === undefined) return ok();
  const subject = { kind: 'plan', id: plan.id };
  await record({
    permit: allowed.value,
    kind: 'plan.progressed',
    subject,
    unitId: plan.unitId,
    after: { id, ...said },
  });
  const { file } = command;
  const hook = { kind: 'plan_progress', id, unitId: plan.unitId } as const;
  if (file) await hang(context, { permit: allowed.value, id: newId(), hook, file, about: subject });
  return ok();
}

/** Undefined when it is there already. The same form with other words is a further report, not one to be lost. */
async function append({ tx }: Context, row: Insertable<PlanProgress>): Promise<string | undefined> {
  const add = (one: typeof row) =>
    tx
      .insertInto('plan_progress')
      .values(one)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst();
  if (await add(row)) return row.id;
  const { id, line_id, part_unit_id, percent, as_of_date, note } = row;
  const same = await tx
    .selectFrom('plan_progress')
    .select('id')
    .where((eb) => eb.and({ id, line_id, percent, as_of_date, note }))
    .where('part_unit_id', 'is not distinct from', part_unit_id ?? null)
    .executeTakeFirst();
  if (same) return undefined;
  const further = importedId(id, JSON.stringify([line_id, part_unit_id, percent, as_of_date, note]));
  return (await add({ ...row, id: further }))?.id;
}

type Line = { readonly line_kind: 'task' | 'milestone'; readonly line_id: string };

async function findLine({ tx }: Context, command: ReportProgress): Promise<Line | undefined> {
  const { planId, taskId, milestoneId } = command;
  const task = await tx
    .selectFrom('plan_task')
    .select('line_id')
    .where('id', '=', taskId)
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  if (!task || milestoneId === null) return task && { line_kind: 'task', line_id: task.line_id };
  const milestone = await tx
    .selectFrom('plan_milestone')
    .select('line_id')
    .where('id', '=', milestoneId)
    .where('task_id', '=', taskId)
    .executeTakeFirst();
  return milestone && { line_kind: 'milestone', line_id: milestone.line_id };
}

/** Whose part it is: null for the plan's own unit, undefined where the task has no such partner. */
async function findPart(
  { tx }: Context,
  { taskId, milestoneId, part }: ReportProgress,
): Promise<Partner | null | undefined> {
  if (!part) return null;
  if (milestoneId !== null) return undefined;
  return (await partnersOf(tx, taskId)).find(({ code }) => code === part);
}
