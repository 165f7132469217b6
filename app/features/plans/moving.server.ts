/** A plan on its way: submitted, recalled, withdrawn, approved with its signed paper, returned. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lenderIn } from '../../platform/lender.server.ts';
import { lockPlan } from './case.server.ts';
import type { PlanRow } from './case.server.ts';
import type { PaperWrong, PlanPaper } from './plan.ts';
import { readPaper } from './plan.ts';
import type { PlanMove } from './procedure.ts';
import { planProcedure } from './procedure.ts';
import type { PlanFault } from './task.ts';
import { faultsOf } from './task.ts';
import { tasksOf } from './lines.server.ts';

export type PlanWay = Extract<PlanMove, 'submit' | 'recall' | 'withdraw' | 'approve' | 'return'>;
export type MovePlan = {
  readonly id: string;
  readonly version: number;
  readonly move: PlanWay;
  readonly reason?: string | null;
  /** Of the signed plan, to approve it. */
  readonly paper?: { readonly number: string; readonly date: string };
};
export type PlanIncomplete = { readonly kind: 'plan_incomplete'; readonly faults: readonly PlanFault[] };
export type MovePlanRefusal = ProcedureRefusal | NotThere | LostRace | PaperWrong | PlanIncomplete;

export async function movePlan(context: Context, command: MovePlan): Promise<Result<{ id: string }, MovePlanRefusal>> {
  const { tx, actor, now, record } = context;
  const { id, move, reason } = command;
  const plan = await lockPlan(tx, actor, id);
  if (!plan) return refuse(notThere);
  const allowed = permit(planProcedure, plan, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  if (plan.version !== command.version) return refuse({ kind: 'lost_race', current: plan.version });
  const paper = await readyFor(context, plan, command);
  if (!paper.ok) return paper;
  if (actor.kind !== 'person') throw new Error('only people move plans');
  if (move === 'approve' && plan.replacesId !== null)
    await tx.updateTable('plan').set({ superseded_at: now }).where('id', '=', plan.replacesId).execute();
  const stage = planProcedure[plan.stage][move]?.to ?? plan.stage;
  const lent = move === 'submit' ? { submitted_for: lenderIn('plan', [{ row: plan, permit: allowed.value }]) } : {};
  const marked = marks(command, { personId: actor.personId, now, paper: paper.value });
  await tx
    .updateTable('plan')
    .set({ stage, version: plan.version + 1, ...marked, ...lent })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'plan.moved',
    subject: { kind: 'plan', id },
    unitId: plan.unitId,
    reason: reason?.trim() || null,
    before: { stage: plan.stage, version: plan.version },
    after: { move, stage, version: plan.version + 1, ...paper.value },
  });
  return ok({ id });
}

/** A plan is whole when it is submitted and when it is approved; approved, it has its paper. */
async function readyFor(
  { tx, now }: Context,
  plan: PlanRow,
  { move, paper }: MovePlan,
): Promise<Result<PlanPaper | null, PaperWrong | PlanIncomplete>> {
  if (move !== 'submit' && move !== 'approve') return ok(null);
  const faults = faultsOf(plan, await tasksOf(tx, [plan.id]));
  if (faults.length > 0) return refuse({ kind: 'plan_incomplete', faults });
  return move === 'approve' ? readPaper(paper ?? { number: '', date: '' }, plainDateIn(now)) : ok(null);
}

type Mark = { readonly personId: string; readonly now: Date; readonly paper: PlanPaper | null };

function marks({ move, reason }: MovePlan, { personId, now, paper }: Mark) {
  const decided = { decided_by: personId, decided_at: now };
  switch (move) {
    case 'submit':
      return { submitted_by: personId, submitted_at: now, return_reason: null, decided_by: null, decided_at: null };
    case 'approve':
      return { ...decided, document_number: paper?.number ?? null, document_date: paper?.date ?? null };
    case 'return':
      return { ...decided, return_reason: reason?.trim() ?? null };
    case 'recall':
    case 'withdraw':
      return {};
  }
}
