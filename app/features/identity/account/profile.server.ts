/** What the pages of one's own account read. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Person, Role } from '../../../kernel/actor.ts';
import type { DB } from '../../../platform/db-types.ts';
import type { Seal } from '../../../platform/seal.server.ts';
import { holdingsInForce } from '../session/load-actor.server.ts';

export type Profile = {
  readonly name: string;
  readonly username: string;
  readonly positionTitle: string | null;
  readonly unit: string | null;
  readonly email: string | null;
  readonly phone: string | null;
};

export async function ownProfile(db: Kysely<DB>, seal: Seal, actor: Person): Promise<Profile> {
  const row = await db
    .selectFrom('person as p')
    .innerJoin('account as a', 'a.person_id', 'p.id')
    .leftJoin('unit_now as u', 'u.id', 'p.unit_id')
    .select(['p.full_name', 'p.position_title', 'p.email_sealed', 'p.phone_sealed', 'a.username', 'u.name as unit'])
    .where('p.id', '=', actor.personId)
    .executeTakeFirstOrThrow();
  return {
    name: row.full_name,
    username: row.username,
    positionTitle: row.position_title,
    unit: row.unit,
    email: row.email_sealed && seal.open('person.email', row.email_sealed),
    phone: row.phone_sealed && seal.open('person.phone', row.phone_sealed),
  };
}

export type RoleLine = {
  readonly holdingId: string;
  readonly role: Role;
  readonly unit: string;
  readonly lender: string | null;
  readonly isOwn: boolean;
};

/** Every holding in force, also an administrator's that sleeps for want of a second factor. */
export async function rolesOf(db: Kysely<DB>, personId: string): Promise<readonly RoleLine[]> {
  const holdings = await holdingsInForce(db, personId);
  if (holdings.length === 0) return [];
  const units = await db
    .selectFrom('unit_now')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(holdings.map((holding) => holding.unitId))])
    .execute();
  const lenders = holdings.flatMap((holding) => holding.forPersonId ?? []);
  const people =
    lenders.length === 0
      ? []
      : await db.selectFrom('person').select(['id', 'full_name']).where('id', 'in', lenders).execute();
  return holdings.map(({ holdingId, role, unitId, forPersonId }) => ({
    holdingId,
    role,
    unit: units.find((unit) => unit.id === unitId)?.name ?? '',
    lender: people.find((person) => person.id === forPersonId)?.full_name ?? null,
    isOwn: forPersonId === undefined,
  }));
}

export type FactorState = {
  readonly totpSince: Date | null;
  readonly codesLeft: number;
  readonly isAdministrator: boolean;
};

export async function factorState(db: Kysely<DB>, actor: Person): Promise<FactorState> {
  const account = await db
    .selectFrom('account')
    .select('totp_confirmed_at')
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
  const codes = await db
    .selectFrom('recovery_code')
    .select((eb) => eb.fn.countAll<number>().as('left'))
    .where('account_id', '=', actor.accountId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  const holdings = await holdingsInForce(db, actor.personId);
  return {
    totpSince: account.totp_confirmed_at,
    codesLeft: codes.left,
    isAdministrator: holdings.some((holding) => holding.role === 'administrator'),
  };
}

export type DelegationLine = {
  readonly id: string;
  readonly role: Role;
  readonly unit: string;
  readonly to: string;
  readonly from: string;
  readonly until: string;
  readonly reason: string;
};

/** What this person has lent and is not over. */
export async function delegationsOf(db: Kysely<DB>, personId: string): Promise<readonly DelegationLine[]> {
  const rows = await db
    .selectFrom('delegation as d')
    .innerJoin('role_holding as h', 'h.id', 'd.holding_id')
    .innerJoin('person as receiver', 'receiver.id', 'd.to_person_id')
    .leftJoin('unit_now as u', 'u.id', 'h.unit_id')
    .select(['d.id', 'h.role', 'u.name as unit', 'receiver.full_name', 'd.valid_from', 'd.valid_until', 'd.reason'])
    .where('h.person_id', '=', personId)
    .where('d.revoked_at', 'is', null)
    .where(sql<boolean>`d.valid_until >= today_here()`)
    .orderBy('d.valid_from')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    role: row.role as Role,
    unit: row.unit ?? '',
    to: row.full_name,
    from: row.valid_from,
    until: row.valid_until,
    reason: row.reason,
  }));
}

/** `unitIds`: where they hold roles of their own. */
export type Lender = { readonly personId: string; readonly homeUnitId: string; readonly unitIds: readonly string[] };

/** Colleagues of the same house, by name: to whom a role can be lent. Names only; nobody else's house. */
export async function colleaguesOf(
  db: Kysely<DB>,
  { personId, homeUnitId, unitIds }: Lender,
): Promise<readonly { readonly id: string; readonly name: string }[]> {
  const houses = [homeUnitId, ...unitIds];
  return db
    .selectFrom('person as p')
    .select(['p.id', 'p.full_name as name'])
    .where('p.is_active', '=', true)
    .where('p.id', '<>', personId)
    .where(
      sql<boolean>`exists (select from unit_tree t where t.descendant_id = p.unit_id
        and t.ancestor_id = any(${houses}::uuid[])
        and exists (select from unit_tree up where up.descendant_id = t.ancestor_id and (up.depth > 0 or t.ancestor_id = ${homeUnitId}::uuid)))`,
    )
    .orderBy('p.full_name')
    .limit(500)
    .execute();
}
