/** The person behind an account with the holdings in force today: their own and those lent to them. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Holding, Person, Role } from '../../../kernel/actor.ts';
import type { DB } from '../../../platform/db-types.ts';

export type LoadedActor = {
  readonly actor: Person;
  /** An administrator's role is held, but sleeps until a second factor is given in this session. */
  readonly needsSecondFactor: boolean;
  readonly isAdministrator: boolean;
};

type Assurance = { readonly hasSecondFactor: boolean };

/** Undefined when the account is not active or its person has left. */
export async function loadActor(
  db: Kysely<DB>,
  accountId: string,
  { hasSecondFactor }: Assurance,
): Promise<LoadedActor | undefined> {
  const row = await db
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['person.id', 'person.full_name', 'person.position_title', 'person.unit_id'])
    .where('account.id', '=', accountId)
    .where('account.state', '=', 'active')
    .where('person.is_active', '=', true)
    .executeTakeFirst();
  if (!row) return undefined;
  const all = await holdingsInForce(db, row.id);
  const isAdministrator = all.some((holding) => holding.role === 'administrator');
  const needsSecondFactor = isAdministrator && !hasSecondFactor;
  const actor: Person = {
    kind: 'person',
    personId: row.id,
    accountId,
    name: row.full_name,
    positionTitle: row.position_title,
    homeUnitId: row.unit_id,
    holdings: hasSecondFactor ? all : withoutAdministration(all),
    ...(needsSecondFactor && { asleep: ['administrator'] }),
  };
  return { actor, isAdministrator, needsSecondFactor };
}

/**
 * For work that a person has confirmed and that runs later: with the roles they hold when it runs. For an address that is
 * no session: without what a second factor guards.
 */
export async function loadPerson(
  db: Kysely<DB>,
  personId: string,
  assurance: Assurance = { hasSecondFactor: true },
): Promise<Person | undefined> {
  const account = await db.selectFrom('account').select('id').where('person_id', '=', personId).executeTakeFirst();
  const loaded = account && (await loadActor(db, account.id, assurance));
  return loaded?.actor;
}

export function withoutAdministration(holdings: readonly Holding[]): readonly Holding[] {
  return holdings.filter((holding) => holding.role !== 'administrator');
}

/**
 * Own holdings first, so that a person acts in their own name where they can; of those the one nearest the top, which
 * allows most. The last day of a holding is not in it.
 */
export async function holdingsInForce(db: Kysely<DB>, personId: string): Promise<readonly Holding[]> {
  const own = db
    .selectFrom('role_holding as h')
    .select(['h.id', 'h.role', 'h.unit_id', height.as('height'), sql<string | null>`null::uuid`.as('for_person_id')])
    .where('h.person_id', '=', personId)
    .where(isInForce);
  const lent = db
    .selectFrom('delegation as d')
    .innerJoin('role_holding as h', 'h.id', 'd.holding_id')
    .innerJoin('person as lender', 'lender.id', 'h.person_id')
    .select(['h.id', 'h.role', 'h.unit_id', height.as('height'), sql<string | null>`h.person_id`.as('for_person_id')])
    .where('d.to_person_id', '=', personId)
    .where('d.revoked_at', 'is', null)
    .where(sql<boolean>`today_here() between d.valid_from and d.valid_until`)
    .where('lender.is_active', '=', true)
    .where(isInForce);
  const rows = await own.unionAll(lent).execute();
  const isLent = (row: HoldingRow) => Number(row.for_person_id !== null);
  return rows.toSorted((a, b) => isLent(a) - isLent(b) || a.height - b.height).map(holdingOf);
}

/** How many stand above the unit of a role_holding named h, itself included. */
const height = sql<number>`(select count(*) from unit_tree t where t.descendant_id = h.unit_id)`;

/** On a role_holding named h. */
export const isInForce = sql<boolean>`h.valid_from <= today_here() and (h.valid_until is null or h.valid_until > today_here())`;

type HoldingRow = {
  readonly id: string;
  readonly role: string;
  readonly unit_id: string;
  readonly for_person_id: string | null;
  readonly height: number;
};

function holdingOf(row: HoldingRow): Holding {
  return {
    holdingId: row.id,
    role: row.role as Role,
    unitId: row.unit_id,
    ...(row.for_person_id !== null && { forPersonId: row.for_person_id }),
  };
}
