/** Papers of a movement (the signed ones that launch, review and conclude it): read by whoever may know of the movement. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { lockMovement } from './case.server.ts';
import { movementProcedure } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type PaperRefusal = ProcedureRefusal | NotThere;
type Done = Result<{ readonly id: string }, PaperRefusal>;

/** The file is in the store already. Sent twice, it hangs on the movement once. */
export async function attachPaper(
  context: Context,
  { id, movementId, file }: { readonly id: string; readonly movementId: string; readonly file: KeptFile },
): Promise<Done> {
  const { tx, actor, now, record } = context;
  const row = await lockMovement(tx, actor, movementId);
  if (!row) return refuse(notThere);
  const allowed = permit(movementProcedure, row, actor, 'attach');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') return refuse(notThere);
  await tx
    .insertInto('stored_file')
    .values({ hash: file.hash, size: file.size, media_type: file.mediaType, stored_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const same = await hangingOn(tx, movementId).where('hash', '=', file.hash).executeTakeFirst();
  if (same) return ok({ id: movementId });
  const attachment = { id, hash: file.hash, name: file.name, subject_kind: 'movement', subject_id: movementId };
  await tx
    .insertInto('attachment')
    .values({ ...attachment, unit_id: row.unitId, attached_by: actor.personId, attached_at: now })
    .execute();
  const subject = { kind: 'movement', id: movementId };
  await record({ permit: allowed.value, kind: 'file.attached', subject, unitId: row.unitId, after: attachment });
  return ok({ id: movementId });
}

export async function detachPaper(
  context: Context,
  { id, movementId }: { readonly id: string; readonly movementId: string },
): Promise<Done> {
  const { tx, actor, now, record } = context;
  const row = await lockMovement(tx, actor, movementId);
  if (!row) return refuse(notThere);
  const allowed = permit(movementProcedure, row, actor, 'attach');
  if (!allowed.ok) return allowed;
  const before = await hangingOn(tx, movementId).where('id', '=', id).executeTakeFirst();
  if (!before) return refuse(notThere);
  await tx.updateTable('attachment').set({ detached_at: now }).where('id', '=', id).execute();
  const subject = { kind: 'movement', id: movementId };
  await record({ permit: allowed.value, kind: 'file.detached', subject, unitId: row.unitId, before });
  return ok({ id: movementId });
}

function hangingOn(db: Kysely<DB>, movementId: string) {
  return db
    .selectFrom('attachment')
    .select(['id', 'hash', 'name'])
    .where('subject_kind', '=', 'movement')
    .where('subject_id', '=', movementId)
    .where('detached_at', 'is', null);
}

export type Paper = { readonly id: string; readonly name: string; readonly size: number; readonly attachedAt: Date };

/** Of a movement that the asker was found to know of. */
export async function papersOf(db: Kysely<DB>, movementId: string): Promise<readonly Paper[]> {
  const { rows } = await sql<Paper>`
    select a.id, a.name, f.size, a.attached_at as "attachedAt" from attachment a join stored_file f on f.hash = a.hash
    where a.subject_kind = 'movement' and a.subject_id = ${movementId} and a.detached_at is null
    order by a.attached_at, a.id`.execute(db);
  return rows;
}

export type PaperFile = { readonly hash: string; readonly name: string; readonly mediaType: string };

export async function findPaper(db: Kysely<DB>, actor: Actor, id: string): Promise<PaperFile | undefined> {
  return db
    .selectFrom('attachment')
    .innerJoin('movement', 'movement.id', 'attachment.subject_id')
    .innerJoin('stored_file', 'stored_file.hash', 'attachment.hash')
    .where('attachment.id', '=', id)
    .where('attachment.subject_kind', '=', 'movement')
    .where('attachment.detached_at', 'is', null)
    .where(visibleTo(actor))
    .select(['attachment.hash', 'attachment.name', 'stored_file.media_type as mediaType'])
    .executeTakeFirst();
}
