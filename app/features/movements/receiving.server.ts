/** A unit of the scope says that it has received the movement; from then on it may carry it on. */
import { sql } from 'kysely';
import type { UnitPath } from '../../kernel/actor.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lockMovement } from './case.server.ts';
import { receiptRights } from './procedure.ts';

export type ReceiveMovement = { readonly id: string; readonly unitId: string };
export type NotRunning = { readonly kind: 'not_running'; readonly stage: string };
export type ReceiveRefusal = PermitRefusal | NotThere | NotRunning;

/** Said twice, the first receipt stands. */
export async function receiveMovement(
  context: Context,
  { id, unitId }: ReceiveMovement,
): Promise<Result<{ readonly id: string }, ReceiveRefusal>> {
  const { tx, actor, now, record } = context;
  const row = await lockMovement(tx, actor, id);
  if (!row) return refuse(notThere);
  const { rows } = await sql<{ isReceived: boolean; path: UnitPath }>`
    select s.received_at is not null as "isReceived",
      array(select t.ancestor_id::text from unit_tree t where t.descendant_id = s.unit_id order by t.depth) as path
    from movement_unit s where s.movement_id = ${id} and s.unit_id = ${unitId} for update`.execute(tx);
  const [seat] = rows;
  if (!seat) return refuse(notThere);
  const allowed = permitTo(receiptRights, 'movement.receive', actor, seat.path);
  if (!allowed.ok) return allowed;
  if (row.stage !== 'launched') return refuse({ kind: 'not_running', stage: row.stage });
  if (seat.isReceived) return ok({ id });
  if (actor.kind !== 'person') return refuse(notThere);
  const lender = allowed.value.holding?.forPersonId ?? null;
  await tx
    .updateTable('movement_unit')
    .set({ received_at: now, received_by: actor.personId, received_for: lender })
    .where('movement_id', '=', id)
    .where('unit_id', '=', unitId)
    .execute();
  const subject = { kind: 'movement', id };
  await record({ permit: allowed.value, kind: 'movement.received', subject, unitId, after: { unitId } });
  return ok({ id });
}
