/** Evidence of a value: attached and taken off while the value is still its unit's, read by those inside. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { lockActual } from './case.server.ts';
import { permitMove } from './procedure.ts';
import { evidenceVisibleTo } from './visible.server.ts';

export type EvidenceRefusal = ProcedureRefusal | NotThere;

/** The file is in the store already. Sent twice, it hangs on the value once. */
export async function attachEvidence(
  context: Context,
  { id, actualId, file }: { readonly id: string; readonly actualId: string; readonly file: KeptFile },
): Promise<Result<undefined, EvidenceRefusal>> {
  const { tx, actor, now, record } = context;
  const loaded = await lockActual(tx, actor, actualId);
  if (!loaded.ok) return loaded;
  const { unitId } = loaded.value;
  const permit = permitMove(loaded.value, actor, 'change');
  if (!permit.ok) return permit;
  if (actor.kind !== 'person') return refuse(notThere);
  const stored = { hash: file.hash, size: file.size, media_type: file.mediaType, stored_at: now };
  await tx
    .insertInto('stored_file')
    .values(stored)
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const same = await attachmentsOf(tx, actualId).where('hash', '=', file.hash).executeTakeFirst();
  if (same) return ok();
  const attachment = { id, hash: file.hash, name: file.name, subject_kind: 'actual', subject_id: actualId };
  await tx
    .insertInto('attachment')
    .values({ ...attachment, unit_id: unitId, attached_by: actor.personId, attached_at: now })
    .execute();
  const subject = { kind: 'actual', id: actualId };
  await record({ permit: permit.value, kind: 'file.attached', subject, unitId, after: attachment });
  return ok();
}

export async function detachEvidence(
  context: Context,
  { id, actualId }: { readonly id: string; readonly actualId: string },
): Promise<Result<undefined, EvidenceRefusal>> {
  const { tx, actor, now, record } = context;
  const loaded = await lockActual(tx, actor, actualId);
  if (!loaded.ok) return loaded;
  const permit = permitMove(loaded.value, actor, 'change');
  if (!permit.ok) return permit;
  const before = await attachmentsOf(tx, actualId).where('id', '=', id).executeTakeFirst();
  if (!before) return refuse(notThere);
  await tx.updateTable('attachment').set({ detached_at: now }).where('id', '=', id).execute();
  const subject = { kind: 'actual', id: actualId };
  await record({ permit: permit.value, kind: 'file.detached', subject, unitId: loaded.value.unitId, before });
  return ok();
}

function attachmentsOf(db: Kysely<DB>, actualId: string) {
  return db
    .selectFrom('attachment')
    .select(['id', 'hash', 'name'])
    .where('subject_kind', '=', 'actual')
    .where('subject_id', '=', actualId)
    .where('detached_at', 'is', null);
}

export type EvidenceFile = {
  readonly hash: string;
  readonly name: string;
  readonly mediaType: string;
  readonly size: number;
};

/** What is taken off is still there for those inside: the record speaks of it. */
export async function findEvidence(db: Kysely<DB>, actor: Actor, id: string): Promise<EvidenceFile | undefined> {
  return db
    .selectFrom('attachment')
    .innerJoin('actual', 'actual.id', 'attachment.subject_id')
    .innerJoin('stored_file', 'stored_file.hash', 'attachment.hash')
    .where(sql<boolean>`attachment.id::text = ${id}`)
    .where('attachment.subject_kind', '=', 'actual')
    .where(evidenceVisibleTo(actor))
    .select(['attachment.hash', 'attachment.name', 'stored_file.media_type as mediaType', 'stored_file.size'])
    .executeTakeFirst();
}
