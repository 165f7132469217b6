/** Evidence of a value: attached and taken off while the value is still its unit's, read by those inside. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FoundFile } from '../../platform/files/attachments.server.ts';
import { findHung, hang, takeOff } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { lockActual } from './case.server.ts';
import { permitMove } from './procedure.ts';
import { evidenceVisibleTo } from './visible.server.ts';

export type EvidenceRefusal = ProcedureRefusal | NotThere;

export async function attachEvidence(
  context: Context,
  { id, actualId, file }: { readonly id: string; readonly actualId: string; readonly file: KeptFile },
): Promise<Result<undefined, EvidenceRefusal>> {
  const { tx, actor } = context;
  const loaded = await lockActual(tx, actor, actualId);
  if (!loaded.ok) return loaded;
  const { unitId } = loaded.value;
  const permit = permitMove(loaded.value, actor, 'change');
  if (!permit.ok) return permit;
  await hang(context, { permit: permit.value, id, hook: { kind: 'actual', id: actualId, unitId }, file });
  return ok();
}

export async function detachEvidence(
  context: Context,
  { id, actualId }: { readonly id: string; readonly actualId: string },
): Promise<Result<undefined, EvidenceRefusal>> {
  const { tx, actor } = context;
  const loaded = await lockActual(tx, actor, actualId);
  if (!loaded.ok) return loaded;
  const permit = permitMove(loaded.value, actor, 'change');
  if (!permit.ok) return permit;
  const hook = { kind: 'actual', id: actualId, unitId: loaded.value.unitId } as const;
  return (await takeOff(context, { permit: permit.value, id, hook })) ? ok() : refuse(notThere);
}

/** What is taken off is still there for those inside: the record speaks of it. */
export function findEvidence(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'actual' and exists (select from actual where actual.id = a.subject_id and ${evidenceVisibleTo(actor)})`,
    withTakenOff: true,
  });
}
