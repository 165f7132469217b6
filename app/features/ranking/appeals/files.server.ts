/** Papers of an appeal: the unit's and those of who handles it, while it is open; read by whoever may know of the appeal. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../../kernel/procedure.ts';
import { permit } from '../../../kernel/procedure.ts';
import type { NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { DB } from '../../../platform/db-types.ts';
import type { FoundFile } from '../../../platform/files/attachments.server.ts';
import { findHung, hang } from '../../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../../platform/files/intake.server.ts';
import { appealProcedure } from './appeal.ts';
import { lockAppeal } from './list.server.ts';
import { visibleTo } from './visible.server.ts';

export type AttachToAppeal = { readonly attachmentId: string; readonly id: string; readonly file: KeptFile };

/** The same file sent twice hangs there once. */
export async function attachToAppeal(
  context: Context,
  { attachmentId, id, file }: AttachToAppeal,
): Promise<Result<{ id: string }, ProcedureRefusal | NotThere>> {
  const appeal = await lockAppeal(context.tx, context.actor, id);
  if (!appeal) return refuse(notThere);
  const allowed = permit(appealProcedure, appeal, context.actor, 'attach');
  if (!allowed.ok) return allowed;
  const hook = { kind: 'result_appeal', id: appeal.id, unitId: appeal.unitId } as const;
  await hang(context, { permit: allowed.value, id: attachmentId, hook, file });
  return ok({ id: appeal.id });
}

export function findAppealFile(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'result_appeal' and exists (
      select from result_appeal join judgement on judgement.id = result_appeal.judgement_id where result_appeal.id = a.subject_id and ${visibleTo(actor)})`,
  });
}
