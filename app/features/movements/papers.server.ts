/** Papers of a movement (the signed ones that launch, review and conclude it): read by whoever may know of the movement. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { FoundFile, Hook } from '../../platform/files/attachments.server.ts';
import { findHung, hang, takeOff } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { lockMovement } from './case.server.ts';
import type { SecretMovement } from './moving.server.ts';
import { movementProcedure } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type PaperRefusal = ProcedureRefusal | NotThere | SecretMovement;
type Done = Result<{ readonly id: string }, PaperRefusal>;

export async function attachPaper(
  context: Context,
  { id, movementId, file }: { readonly id: string; readonly movementId: string; readonly file: KeptFile },
): Promise<Done> {
  const { tx, actor } = context;
  const row = await lockMovement(tx, actor, movementId);
  if (!row) return refuse(notThere);
  const allowed = permit(movementProcedure, row, actor, 'attach');
  if (!allowed.ok) return allowed;
  if (row.isSecret) return refuse({ kind: 'secret_movement' });
  await hang(context, { permit: allowed.value, id, hook: hookOf(row), file });
  return ok({ id: movementId });
}

export async function detachPaper(
  context: Context,
  { id, movementId }: { readonly id: string; readonly movementId: string },
): Promise<Done> {
  const { tx, actor } = context;
  const row = await lockMovement(tx, actor, movementId);
  if (!row) return refuse(notThere);
  const allowed = permit(movementProcedure, row, actor, 'attach');
  if (!allowed.ok) return allowed;
  const isOff = await takeOff(context, { permit: allowed.value, id, hook: hookOf(row) });
  return isOff ? ok({ id: movementId }) : refuse(notThere);
}

const hookOf = ({ id, unitId }: { readonly id: string; readonly unitId: string }): Hook => ({
  kind: 'movement',
  id,
  unitId,
});

export function findPaper(db: Kysely<DB>, actor: Actor, id: string): Promise<FoundFile | undefined> {
  return findHung(db, id, {
    mayRead: sql`a.subject_kind = 'movement' and exists (select from movement where movement.id = a.subject_id and ${visibleTo(actor)})`,
  });
}
