/** Papers of a plan: the signed plan, read by whoever may read the plan; evidence of progress, by those inside and whoever reported it for their part. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FoundFile } from '../../platform/files/attachments.server.ts';
import { findHung, hang } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { lockPlan } from './case.server.ts';
import { planProcedure } from './procedure.ts';
import { isInside, isOwnPart, visibleTo } from './visible.server.ts';

export type AttachPaper = { readonly id: string; readonly planId: string; readonly file: KeptFile };

export async function attachPaper(
  context: Context,
  { id, planId, file }: AttachPaper,
): Promise<Result<undefined, ProcedureRefusal | NotThere>> {
  const { tx, actor } = context;
  const plan = await lockPlan(tx, actor, planId);
  if (!plan) return refuse(notThere);
  const allowed = permit(planProcedure, plan, actor, 'attach');
  if (!allowed.ok) return allowed;
  await hang(context, { permit: allowed.value, id, hook: { kind: 'plan', id: planId, unitId: plan.unitId }, file });
  return ok();
}

export function findPaper(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'plan' and exists (select from plan where plan.id = a.subject_id and ${visibleTo(actor)})
      or a.subject_kind = 'plan_progress' and exists (
        select from plan_progress p join plan on plan.id = p.plan_id where p.id = a.subject_id and (${isInside(actor)} or ${isOwnPart(actor)}))`,
  });
}
