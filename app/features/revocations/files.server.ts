/** Evidence of a revocation: read by those who work on it, not by whoever may only know that it was decided. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { hang } from '../../platform/files/attachments.server.ts';
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

export async function findRevocationFile(db: Kysely<DB>, actor: Actor, id: string) {
  return db
    .selectFrom('attachment')
    .innerJoin('revocation', 'revocation.id', 'attachment.subject_id')
    .innerJoin('stored_file', 'stored_file.hash', 'attachment.hash')
    .where('attachment.id', '=', id)
    .where('attachment.subject_kind', '=', 'revocation')
    .where('attachment.detached_at', 'is', null)
    .where(isInside(actor))
    .select(['attachment.hash', 'attachment.name', 'stored_file.media_type as mediaType'])
    .executeTakeFirst();
}
