/** The weights of all tasks of a plan, set at once while the plan is its unit's to write. */
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lockPlan } from './case.server.ts';
import { tasksOf } from './lines.server.ts';
import { planProcedure } from './procedure.ts';
import type { TypedWeight, WeightsWrong } from './weights.ts';
import { readWeights } from './weights.ts';

export type SetWeights = {
  readonly planId: string;
  /** Of the plan: a task that was added or changed meanwhile makes it another. */
  readonly version: number;
  readonly typed: readonly TypedWeight[];
};

export async function setWeights(
  context: Context,
  { planId, version, typed }: SetWeights,
): Promise<Result<{ id: string }, ProcedureRefusal | NotThere | LostRace | WeightsWrong>> {
  const { tx, actor, record } = context;
  const plan = await lockPlan(tx, actor, planId);
  if (!plan) return refuse(notThere);
  const allowed = permit(planProcedure, plan, actor, 'change');
  if (!allowed.ok) return allowed;
  if (plan.version !== version) return refuse({ kind: 'lost_race', current: plan.version });
  const tasks = await tasksOf(tx, [planId]);
  const textOf = new Map(typed.map(({ taskId, text }) => [taskId, text]));
  const read = readWeights(tasks.map(({ id }) => ({ taskId: id, text: textOf.get(id) ?? '' })));
  if (!read.ok) return read;
  for (const { taskId, weight } of read.value)
    await tx
      .updateTable('plan_task')
      .set((eb) => ({ weight, version: eb('version', '+', 1) }))
      .where('id', '=', taskId)
      .execute();
  await tx
    .updateTable('plan')
    .set({ version: version + 1 })
    .where('id', '=', planId)
    .execute();
  const before = { weights: tasks.map(({ id, weight }) => ({ taskId: id, weight })) };
  const after = { weights: read.value, version: version + 1 };
  const subject = { kind: 'plan', id: planId };
  await record({ permit: allowed.value, kind: 'plan.changed', subject, unitId: plan.unitId, before, after });
  return ok({ id: planId });
}
