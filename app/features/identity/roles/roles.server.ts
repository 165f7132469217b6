/** Commands on roles: give, end. The rules against escalation are in granting.ts. */
import { sql } from 'kysely';
import type { Role } from '../../../kernel/actor.ts';
import { roles } from '../../../kernel/actor.ts';
import { isPlainDate } from '../../../kernel/calendar.ts';
import type { Permit, PermitRefusal } from '../../../kernel/permit.ts';
import { permitTo } from '../../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { newId } from '../../../platform/id.server.ts';
import { pathOf } from '../../organisation/paths.server.ts';
import { today } from '../first-administrator.server.ts';
import type { IdentityDeed } from '../rights.ts';
import { identityRights } from '../rights.ts';
import type { GrantRefusal } from './granting.ts';
import { objectionTo } from './granting.ts';
import type { BadDates } from './lending.ts';
import type { LastAdministrator } from './last-administrator.server.ts';
import { isLastTopAdministrator } from './last-administrator.server.ts';

export type AlreadyHeld = { readonly kind: 'already_held' };
export type PersonGone = { readonly kind: 'person_gone' };

export type NewRole = {
  readonly personId: string;
  readonly role: Role;
  readonly unitId: string;
  /** Plain dates; the last is the first day without the role. */
  readonly from: string | null;
  readonly until: string | null;
  readonly basis: string | null;
};

export type GrantOutcome = Result<
  string,
  PermitRefusal | NotThere | GrantRefusal | BadDates | AlreadyHeld | PersonGone
>;

/** The person may sit anywhere: an officer of a department can be a council member of the province. */
export async function grantRole(context: Context, given: NewRole): Promise<GrantOutcome> {
  const { tx, actor, record } = context;
  const isSelf = actor.kind === 'person' && actor.personId === given.personId;
  const permit = await permitRole(context, 'role.grant', given, isSelf);
  if (!permit.ok) return permit;
  const from = given.from ?? (await today(tx));
  if (!isSpan(from, given.until)) return refuse({ kind: 'bad_dates' });
  const person = await lockPerson(context, given.personId);
  if (!person?.is_active) return refuse({ kind: 'person_gone' });
  if (await overlaps(context, given, from)) return refuse({ kind: 'already_held' });
  const id = newId();
  const { personId: person_id, role, unitId: unit_id, until: valid_until, basis } = given;
  const row = { id, person_id, role, unit_id, valid_from: from, valid_until, basis };
  await tx.insertInto('role_holding').values(row).execute();
  const subject = { kind: 'role_holding', id };
  const after = { personId: person_id, role, from, until: valid_until, basis };
  await record({ permit: permit.value, kind: 'role.granted', subject, unitId: unit_id, after });
  return ok(id);
}

function isSpan(from: string, until: string | null): boolean {
  return isPlainDate(from) && (until === null || (isPlainDate(until) && until > from));
}

export type RoleEnd = { readonly holdingId: string; readonly version: number; readonly reason: string | null };

/** From today on. What was lent of it ends with it. Ending an ended role is no error and no second entry. */
export async function endRole(
  context: Context,
  { holdingId, version, reason }: RoleEnd,
): Promise<Result<undefined, PermitRefusal | NotThere | GrantRefusal | LostRace | LastAdministrator>> {
  const { tx, record } = context;
  const holding = await lockHolding(context, holdingId);
  if (!holding) return refuse(notThere);
  const where = { role: holding.role as Role, unitId: holding.unit_id };
  const permit = await permitRole(context, 'role.end', where, false);
  if (!permit.ok) return permit;
  const day = await today(tx);
  if (holding.valid_until !== null && holding.valid_until <= day) return ok();
  if (holding.version !== version) return refuse({ kind: 'lost_race', current: holding.version });
  if (await takesLastAdministrator(context, holding)) return refuse({ kind: 'last_administrator' });
  const until = holding.valid_from > day ? holding.valid_from : day;
  const row = { valid_until: until, version: version + 1 };
  await tx.updateTable('role_holding').set(row).where('id', '=', holdingId).execute();
  await record({
    permit: permit.value,
    kind: 'role.ended',
    subject: { kind: 'role_holding', id: holdingId },
    unitId: holding.unit_id,
    reason,
    before: { until: holding.valid_until },
    after: { personId: holding.person_id, role: holding.role, until },
  });
  return ok();
}

type Place = { readonly role: Role; readonly unitId: string };

/** The administrator's right at the unit, and nothing against it. */
export async function permitRole(
  context: Context,
  deed: IdentityDeed,
  { role, unitId }: Place,
  isSelf: boolean,
): Promise<Result<Permit, PermitRefusal | NotThere | GrantRefusal>> {
  const path = await pathOf(context.tx, unitId);
  if (path.length === 0 || !roles.includes(role)) return refuse(notThere);
  const permit = permitTo(identityRights, deed, context.actor, path);
  if (!permit.ok) return permit;
  const objection = objectionTo({ role, path, by: permit.value.holding, isSelf });
  return objection ? refuse(objection) : permit;
}

export function lockHolding({ tx }: Context, holdingId: string) {
  return tx.selectFrom('role_holding').selectAll().where('id', '=', holdingId).forUpdate().executeTakeFirst();
}

export function lockPerson({ tx }: Context, personId: string) {
  return tx
    .selectFrom('person')
    .select(['id', 'is_active', 'unit_id'])
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
}

async function takesLastAdministrator(
  { tx }: Context,
  holding: { readonly role: string; readonly unit_id: string; readonly person_id: string },
): Promise<boolean> {
  if (holding.role !== 'administrator' || (await pathOf(tx, holding.unit_id)).length !== 1) return false;
  return isLastTopAdministrator(tx, holding.person_id);
}

async function overlaps({ tx }: Context, given: NewRole, from: string): Promise<boolean> {
  const found = await tx
    .selectFrom('role_holding')
    .select('id')
    .where('person_id', '=', given.personId)
    .where('role', '=', given.role)
    .where('unit_id', '=', given.unitId)
    .where(sql<boolean>`daterange(valid_from, valid_until) && daterange(${from}::date, ${given.until}::date)`)
    .executeTakeFirst();
  return found !== undefined;
}
