/** A revocation is drafted for an honour that stands; it goes to the body that decided it. */
import { permitTo } from '../../kernel/permit.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import type { Rights } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { deciderOf } from '../fund/dues.server.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { visibleTo as holderVisibleTo } from '../register/visible.server.ts';
import { lockRevocation } from './case.server.ts';
import { revocationProcedure, writingRoles } from './procedure.ts';
import type { RevocationWrong, Typed } from './revocation.ts';
import { readRevocation } from './revocation.ts';

export const revocationRights = { begin: { by: writingRoles } } as const satisfies Rights<'begin'>;

export type BeginRevocation = {
  /** Minted when the form was drawn. */
  readonly id: string;
  readonly honourId: string;
  readonly typed: Typed;
};
export type RevokedAlready = { readonly kind: 'honour_revoked' };
export type UnderWay = { readonly kind: 'under_way' };
export type NoDecider = { readonly kind: 'no_decider' };
export type DraftRefusal =
  | PermitRefusal
  | ProcedureRefusal
  | NotThere
  | LostRace
  | RevocationWrong
  | RevokedAlready
  | UnderWay
  | NoDecider;
export type KeptRevocation = { readonly id: string; readonly version: number };

export async function beginRevocation(
  context: Context,
  { id, honourId, typed }: BeginRevocation,
): Promise<Result<KeptRevocation, DraftRefusal>> {
  const { tx, actor, now, record } = context;
  const honour = await tx
    .selectFrom('honour')
    .innerJoin('holder', 'holder.id', 'honour.holder_id')
    .select(['honour.id', 'honour.revoked_on as revokedOn', 'holder.unit_id as unitId'])
    .where('honour.id', '=', honourId)
    .where('honour.struck_at', 'is', null)
    .where(holderVisibleTo(actor))
    .forUpdate('honour')
    .executeTakeFirst();
  if (!honour) return refuse(notThere);
  const allowed = permitTo(revocationRights, 'begin', actor, await pathOf(tx, honour.unitId));
  if (!allowed.ok) return allowed;
  const { holding } = allowed.value;
  if (actor.kind !== 'person' || !holding) throw new Error('only people propose to revoke');
  if (honour.revokedOn !== null) return refuse({ kind: 'honour_revoked' });
  const read = readRevocation(typed, false);
  if (!read.ok) return read;
  const deciderId = await deciderOf(tx, honourId);
  if (deciderId === null) return refuse({ kind: 'no_decider' });
  const open = await tx
    .selectFrom('revocation')
    .select(['id', 'version', 'entered_by as enteredBy'])
    .where('honour_id', '=', honourId)
    .where('stage', 'in', ['draft', 'proposed', 'appraised', 'numbered', 'signed', 'sealed', 'decided'])
    .executeTakeFirst();
  if (open) return open.id === id ? ok({ id, version: open.version }) : refuse({ kind: 'under_way' });
  const row = {
    id,
    honour_id: honourId,
    unit_id: holding.unitId,
    decider_id: deciderId,
    ...read.value,
    stage: 'draft',
  };
  await tx
    .insertInto('revocation')
    .values({ ...row, stage_since: now, entered_by: actor.personId, entered_at: now })
    .execute();
  const subject = { kind: 'revocation', id };
  await record({ permit: allowed.value, kind: 'revocation.entered', subject, unitId: holding.unitId, after: row });
  return ok({ id, version: 1 });
}

export type ChangeRevocation = { readonly id: string; readonly version: number; readonly typed: Typed };

export async function changeRevocation(
  { tx, actor, record }: Context,
  { id, version, typed }: ChangeRevocation,
): Promise<Result<KeptRevocation, DraftRefusal>> {
  const before = await lockRevocation(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(revocationProcedure, before, actor, 'change');
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const read = readRevocation(typed, false);
  if (!read.ok) return read;
  const after = { ...read.value, version: version + 1 };
  await tx.updateTable('revocation').set(after).where('id', '=', id).execute();
  const { ground, statement } = before;
  await record({
    permit: allowed.value,
    kind: 'revocation.changed',
    subject: { kind: 'revocation', id },
    unitId: before.unitId,
    before: { ground, statement },
    after,
  });
  return ok({ id, version: version + 1 });
}
