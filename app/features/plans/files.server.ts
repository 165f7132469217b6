/** Papers of a plan: the signed plan, read by whoever may read the plan; evidence of progress, by those inside. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { lockPlan } from './case.server.ts';
import type { PlanRow } from './case.server.ts';
import { planProcedure } from './procedure.ts';
import { isInside, visibleTo } from './visible.server.ts';

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
  await attach(context, { permit: allowed.value, id, plan, about: 'plan', subjectId: planId, file });
  return ok();
}

type Attach = {
  readonly permit: Permit;
  readonly id: string;
  readonly plan: PlanRow;
  readonly about: 'plan' | 'plan_progress';
  readonly subjectId: string;
  readonly file: KeptFile;
};

/** The file is in the store already. Sent twice, it hangs there once. */
export async function attach(
  context: Context,
  { permit: held, id, plan, about, subjectId, file }: Attach,
): Promise<void> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') throw new Error('only people attach');
  const stored = { hash: file.hash, size: file.size, media_type: file.mediaType, stored_at: now };
  await tx
    .insertInto('stored_file')
    .values(stored)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const same = await tx
    .selectFrom('attachment')
    .select('id')
    .where('subject_kind', '=', about)
    .where('subject_id', '=', subjectId)
    .where('hash', '=', file.hash)
    .where('detached_at', 'is', null)
    .executeTakeFirst();
  if (same) return;
  const attachment = { id, hash: file.hash, name: file.name, subject_kind: about, subject_id: subjectId };
  const by = { unit_id: plan.unitId, attached_by: actor.personId, attached_at: now };
  await tx
    .insertInto('attachment')
    .values({ ...attachment, ...by })
    .execute();
  const subject = { kind: 'plan', id: plan.id };
  await record({ permit: held, kind: 'file.attached', subject, unitId: plan.unitId, after: attachment });
}

export type PaperFile = { readonly id: string; readonly name: string; readonly size: number };

/** Of a plan that was found for this actor already. */
export async function papersOf(db: Kysely<DB>, planId: string): Promise<readonly PaperFile[]> {
  return db
    .selectFrom('attachment as a')
    .innerJoin('stored_file as f', 'f.hash', 'a.hash')
    .where('a.subject_kind', '=', 'plan')
    .where('a.subject_id', '=', planId)
    .where('a.detached_at', 'is', null)
    .select(['a.id', 'a.name', 'f.size'])
    .orderBy('a.attached_at')
    .execute();
}

export async function findPaper(db: Kysely<DB>, actor: Actor, id: string) {
  const { rows } = await sql<{ hash: string; name: string; mediaType: string }>`
    select a.hash, a.name, f.media_type as "mediaType"
    from attachment a join stored_file f on f.hash = a.hash
    where a.id::text = ${id} and a.detached_at is null and (
      a.subject_kind = 'plan' and exists (select from plan where plan.id = a.subject_id and ${visibleTo(actor)})
      or a.subject_kind = 'plan_progress' and exists (
        select from plan_progress p join plan on plan.id = p.plan_id where p.id = a.subject_id and ${isInside(actor)}))`.execute(
    db,
  );
  return rows[0];
}
