/**
 * Lending a role for a time (ủy quyền): by whose it is, or by an administrator who could give it. To somebody of the
 * same house only, and the record shows for whom they act. What was lent cannot be lent on.
 */
import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import type { NotAllowed, Permit, PermitRefusal } from '../../../kernel/permit.ts';
import { permitOwn } from '../../../kernel/permit.ts';
import type { NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { newId } from '../../../platform/id.server.ts';
import { pathOf } from '../../organisation/paths.server.ts';
import { today } from '../first-administrator.server.ts';
import type { GrantRefusal } from './granting.ts';
import type { BadDates, DelegationRefusal } from './lending.ts';
import { areDatesRight } from './lending.ts';
import type { PersonGone } from './roles.server.ts';
import { lockHolding, lockPerson, permitRole } from './roles.server.ts';

export type NewDelegation = {
  readonly holdingId: string;
  readonly toPersonId: string;
  /** Plain dates, both days included. */
  readonly from: string;
  readonly until: string;
  readonly reason: string;
};

export type DelegateRefusal =
  | PermitRefusal
  | NotAllowed
  | NotThere
  | GrantRefusal
  | BadDates
  | PersonGone
  | DelegationRefusal;

export async function delegateRole(context: Context, given: NewDelegation): Promise<Result<string, DelegateRefusal>> {
  const { tx, record } = context;
  const holding = await lockHolding(context, given.holdingId);
  if (!holding) return refuse(notThere);
  const isToSelf = context.actor.kind === 'person' && context.actor.personId === given.toPersonId;
  const permit = await permitLending(context, 'role.delegate', holding, isToSelf);
  if (!permit.ok) return permit;
  const objection = await objectionToLending(context, holding, given);
  if (objection) return refuse(objection);
  const id = newId();
  const row = { valid_from: given.from, valid_until: given.until, reason: given.reason.trim() };
  await tx
    .insertInto('delegation')
    .values({ id, holding_id: given.holdingId, to_person_id: given.toPersonId, ...row })
    .execute();
  await record({
    permit: permit.value,
    kind: 'role.delegated',
    subject: { kind: 'delegation', id },
    unitId: holding.unit_id,
    reason: row.reason,
    after: {
      role: holding.role,
      ofPersonId: holding.person_id,
      toPersonId: given.toPersonId,
      from: given.from,
      until: given.until,
    },
  });
  return ok(id);
}

/** Ends it at once; done twice, it stays done. */
export async function revokeDelegation(
  context: Context,
  delegationId: string,
): Promise<Result<undefined, PermitRefusal | NotAllowed | NotThere | GrantRefusal>> {
  const { tx, now, record } = context;
  const row = await tx
    .selectFrom('delegation')
    .select(['id', 'holding_id', 'revoked_at', 'to_person_id'])
    .where('id', '=', delegationId)
    .forUpdate()
    .executeTakeFirst();
  const holding = row && (await lockHolding(context, row.holding_id));
  if (!row || !holding) return refuse(notThere);
  const permit = await permitLending(context, 'role.revoke_delegation', holding, false);
  if (!permit.ok) return permit;
  if (row.revoked_at !== null) return ok();
  await tx.updateTable('delegation').set({ revoked_at: now }).where('id', '=', delegationId).execute();
  await record({
    permit: permit.value,
    kind: 'role.delegation_revoked',
    subject: { kind: 'delegation', id: delegationId },
    unitId: holding.unit_id,
    after: { role: holding.role, toPersonId: row.to_person_id },
  });
  return ok();
}

type Holding = NonNullable<Awaited<ReturnType<typeof lockHolding>>>;

async function permitLending(
  context: Context,
  deed: 'role.delegate' | 'role.revoke_delegation',
  holding: Holding,
  isToSelf: boolean,
): Promise<Result<Permit, PermitRefusal | NotAllowed | NotThere | GrantRefusal>> {
  const { actor } = context;
  const isOwn = actor.kind === 'person' && actor.personId === holding.person_id;
  // An administrator's role that sleeps for want of a second factor cannot be lent awake.
  const isAwake = actor.kind === 'person' && actor.holdings.some((one) => one.holdingId === holding.id);
  if (isOwn && isAwake) return permitOwn(deed, actor, holding.person_id);
  return permitRole(context, deed, { role: holding.role as Role, unitId: holding.unit_id }, isToSelf);
}

async function objectionToLending(
  context: Context,
  holding: Holding,
  { toPersonId, from, until, reason, holdingId }: NewDelegation,
): Promise<DelegateRefusal | undefined> {
  const { tx } = context;
  if (reason.trim() === '') return { kind: 'needs_reason' };
  if (!areDatesRight(from, until, await today(tx))) return { kind: 'bad_dates' };
  if (holding.valid_until !== null && holding.valid_until <= from) return { kind: 'bad_dates' };
  if (toPersonId === holding.person_id) return { kind: 'to_holder' };
  const person = await lockPerson(context, toPersonId);
  if (!person?.is_active) return { kind: 'person_gone' };
  if (!(await pathOf(tx, person.unit_id)).includes(await houseOf(context, holding))) return { kind: 'other_house' };
  const overlapping = await tx
    .selectFrom('delegation')
    .select('id')
    .where('holding_id', '=', holdingId)
    .where('to_person_id', '=', toPersonId)
    .where('revoked_at', 'is', null)
    .where(sql<boolean>`daterange(valid_from, valid_until, '[]') && daterange(${from}::date, ${until}::date, '[]')`)
    .executeTakeFirst();
  return overlapping ? { kind: 'already_delegated' } : undefined;
}

/** The unit of the role, or for a role held for the whole province the house its holder works in. */
async function houseOf({ tx }: Context, holding: Holding): Promise<string> {
  const path = await pathOf(tx, holding.unit_id);
  if (path.length > 1) return holding.unit_id;
  const holder = await tx
    .selectFrom('person')
    .select('unit_id')
    .where('id', '=', holding.person_id)
    .executeTakeFirstOrThrow();
  return holder.unit_id;
}
