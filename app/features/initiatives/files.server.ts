/** Evidence of an initiative: read by whoever may know of it. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
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
import { lockInitiative } from './case.server.ts';
import { initiativeProcedure } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type AttachEvidence = { readonly attachmentId: string; readonly id: string; readonly file: KeptFile };

export async function attachToInitiative(
  context: Context,
  { attachmentId, id, file }: AttachEvidence,
): Promise<Result<{ id: string }, ProcedureRefusal | NotThere>> {
  const row = await lockInitiative(context.tx, context.actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(initiativeProcedure, row, context.actor, 'attach');
  if (!allowed.ok) return allowed;
  const hook = { kind: 'initiative', id, unitId: row.unitId } as const;
  await hang(context, { permit: allowed.value, id: attachmentId, hook, file });
  return ok({ id });
}

export function findInitiativeFile(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'initiative' and exists (select from initiative where initiative.id = a.subject_id and ${visibleTo(actor)})`,
  });
}
