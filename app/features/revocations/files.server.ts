/** Evidence of a revocation: read by those who work on it, not by whoever may only know that it was decided. */
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
import { lockRevocation } from './case.server.ts';
import { revocationProcedure } from './procedure.ts';
import { isInside } from './visible.server.ts';

export type AttachEvidence = { readonly attachmentId: string; readonly id: string; readonly file: KeptFile };

export async function attachToRevocation(
  context: Context,
  { attachmentId, id, file }: AttachEvidence,
): Promise<Result<{ id: string }, ProcedureRefusal | NotThere>> {
  const row = await lockRevocation(context.tx, context.actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(revocationProcedure, row, context.actor, 'attach');
  if (!allowed.ok) return allowed;
  const hook = { kind: 'revocation', id, unitId: row.unitId } as const;
  await hang(context, { permit: allowed.value, id: attachmentId, hook, file });
  return ok({ id });
}

export function findRevocationFile(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'revocation' and exists (select from revocation where revocation.id = a.subject_id and ${isInside(actor)})`,
  });
}
