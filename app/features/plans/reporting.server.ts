/** Progress of an approved plan: what is reported of a task or a milestone is appended, with evidence where there is some. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { hang } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { newId } from '../../platform/id.server.ts';
import { lockPlan } from './case.server.ts';
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
  if (!plan || !line) return refuse(notThere);
  const allowed = permit(planProcedure, plan, actor, 'report');
  if (!allowed.ok) return allowed;
  if (plan.isSuperseded) return refuse({ kind: 'plan_replaced' });
  const read = readProgress(command.typed, { today: plainDateIn(now), isMilestone: command.milestoneId !== null });
  if (!read.ok) return read;
  if (actor.kind !== 'person') throw new Error('only people report');
  const { percent, asOf, note } = read.value;
  const row = { id: command.id, plan_id: plan.id, ...line, percent, as_of_date: asOf, note };
  const by = { reported_by: actor.personId, reported_for: allowed.value.holding?.forPersonId ?? null };
  const added = await tx
    .insertInto('plan_progress')
    .values({ ...row, ...by, reported_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return ok();
  const subject = { kind: 'plan', id: plan.id };
  await record({ permit: allowed.value, kind: 'plan.progressed', subject, unitId: plan.unitId, after: row });
  const { file } = command;
  const hook = { kind: 'plan_progress', id: row.id, unitId: plan.unitId } as const;
  if (file) await hang(context, { permit: allowed.value, id: newId(), hook, file, about: subject });
  return ok();
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
