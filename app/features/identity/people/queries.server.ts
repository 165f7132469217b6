/** What the pages of administration read. Every row passes visibleTo. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Actor, Role } from '../../../kernel/actor.ts';
import { unitsHeld } from '../../../kernel/actor.ts';
import { fold } from '../../../kernel/fold.ts';
import type { DB } from '../../../platform/db-types.ts';
import type { Seal } from '../../../platform/seal.server.ts';
import { isInForce } from '../session/load-actor.server.ts';
import type { ShownState } from './person.ts';
import { peoplePerPage, peopleSorts } from './person.ts';
import { visibleTo } from './visible.server.ts';

export type PeopleFilter = {
  readonly words: string;
  readonly unitId: string | null;
  readonly role: Role | null;
  readonly state: ShownState | null;
  readonly sort: { readonly by: string; readonly direction: 'asc' | 'desc' };
  readonly page: number;
  readonly now: Date;
};

export type PersonLine = {
  readonly id: string;
  readonly name: string;
  readonly positionTitle: string | null;
  readonly unit: string;
  readonly username: string | null;
  readonly state: ShownState;
  readonly roles: readonly Role[];
  readonly lastSignedInAt: Date | null;
};

const stateOf = (now: Date) => sql<ShownState>`case
  when not p.is_active then 'left' when a.id is null then 'none' when a.state <> 'active' then a.state
  when a.locked_until > ${now} then 'locked' else 'active' end`;

function filtered(db: Kysely<DB>, actor: Actor, filter: PeopleFilter) {
  const { words, unitId, role, state, now } = filter;
  const folded = `%${fold(words.trim()).replace(/[\\%_]/g, '\\$&')}%`;
  let query = db
    .selectFrom('person as p')
    .leftJoin('account as a', 'a.person_id', 'p.id')
    .leftJoin('unit_now as u', 'u.id', 'p.unit_id')
    .where(visibleTo(actor));
  if (words.trim() !== '') query = query.where(sql<boolean>`(p.name_fold like ${folded} or a.username like ${folded})`);
  if (unitId !== null) {
    query = query.where(sql<boolean>`exists (select from unit_tree t
      where t.descendant_id = p.unit_id and t.ancestor_id = ${unitId}::uuid)`);
  }
  if (role !== null) {
    query = query.where(sql<boolean>`exists (select from role_holding h
      where h.person_id = p.id and h.role = ${role} and ${isInForce})`);
  }
  return state === null ? query : query.where(sql<boolean>`${stateOf(now)} = ${state}`);
}

const orders = {
  ten: sql`p.full_name collate "vi-x-icu"`,
  'don-vi': sql`u.name collate "vi-x-icu"`,
  'dang-nhap': sql`a.last_signed_in_at`,
} as const;

export async function peoplePage(
  db: Kysely<DB>,
  actor: Actor,
  filter: PeopleFilter,
): Promise<{ readonly rows: readonly PersonLine[]; readonly total: number }> {
  const query = filtered(db, actor, filter);
  const { total } = await query.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const order = peopleSorts.find((name) => name === filter.sort.by) ?? 'ten';
  const rows = await query
    .select(['p.id', 'p.full_name', 'p.position_title', 'u.name as unit', 'a.username', 'a.last_signed_in_at'])
    .select(stateOf(filter.now).as('state'))
    .select(
      sql<Role[]>`array(select distinct h.role from role_holding h
        where h.person_id = p.id and ${isInForce} order by h.role)`.as('roles'),
    )
    .orderBy(orders[order], (direction) =>
      filter.sort.direction === 'desc' ? direction.desc().nullsLast() : direction.asc().nullsLast(),
    )
    .orderBy('p.id')
    .limit(peoplePerPage)
    .offset((filter.page - 1) * peoplePerPage)
    .execute();
  return { rows: rows.map(lineOf), total };
}

type Row = {
  readonly id: string;
  readonly full_name: string;
  readonly position_title: string | null;
  readonly unit: string | null;
  readonly username: string | null;
  readonly last_signed_in_at: Date | null;
  readonly state: ShownState;
  readonly roles: readonly Role[];
};

function lineOf(row: Row): PersonLine {
  return {
    id: row.id,
    name: row.full_name,
    positionTitle: row.position_title,
    unit: row.unit ?? '',
    username: row.username,
    state: row.state,
    roles: row.roles,
    lastSignedInAt: row.last_signed_in_at,
  };
}

/** The units an administrator may put people in: those they reach, in the order of their names. */
export async function administeredUnits(
  db: Kysely<DB>,
  actor: Actor,
): Promise<readonly { readonly id: string; readonly code: string; readonly name: string }[]> {
  const rows = await db
    .selectFrom('unit_now as u')
    .select(['u.id', 'u.code', 'u.name'])
    .where('u.is_active', '=', true)
    .where(
      sql<boolean>`exists (select from unit_tree t where t.descendant_id = u.id
        and t.ancestor_id = any(${unitsHeld(actor, 'administrator')}::uuid[]))`,
    )
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .limit(2000)
    .execute();
  return rows.flatMap(({ id, code, name }) => (id === null ? [] : [{ id, code: code ?? '', name: name ?? '' }]));
}

export type HoldingLine = {
  readonly id: string;
  readonly unitId: string;
  readonly role: Role;
  readonly unit: string;
  readonly from: string;
  readonly until: string | null;
  readonly version: number;
  readonly basis: string | null;
};

export type PersonDetail = PersonLine & {
  readonly unitId: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly isActive: boolean;
  readonly version: number;
  readonly hasTotp: boolean;
  readonly passkeys: number;
  readonly holdings: readonly HoldingLine[];
};

/** Undefined for somebody who is not there or not for this actor to see. */
export async function personDetail(
  db: Kysely<DB>,
  seal: Seal,
  actor: Actor,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Promise<PersonDetail | undefined> {
  const everybody = { words: '', unitId: null, role: null, state: null } as const;
  const filter = { ...everybody, sort: { by: 'ten', direction: 'asc' }, page: 1, now } as const;
  const row = await filtered(db, actor, filter)
    .where('p.id', '=', personId)
    .select(['p.id', 'p.full_name', 'p.position_title', 'u.name as unit', 'a.username', 'a.last_signed_in_at'])
    .select(['p.unit_id', 'p.is_active', 'p.version', 'p.email_sealed', 'p.phone_sealed', 'a.totp_confirmed_at'])
    .select(stateOf(now).as('state'))
    .select(sql<number>`(select count(*) from passkey k where k.account_id = a.id)`.as('passkeys'))
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    ...lineOf({ ...row, roles: [] }),
    unitId: row.unit_id,
    email: row.email_sealed && seal.open('person.email', row.email_sealed),
    phone: row.phone_sealed && seal.open('person.phone', row.phone_sealed),
    isActive: row.is_active,
    version: row.version,
    hasTotp: row.totp_confirmed_at !== null,
    passkeys: row.passkeys,
    holdings: await holdingsOf(db, personId),
  };
}

async function holdingsOf(db: Kysely<DB>, personId: string): Promise<readonly HoldingLine[]> {
  const rows = await db
    .selectFrom('role_holding as h')
    .leftJoin('unit_now as u', 'u.id', 'h.unit_id')
    .select(['h.id', 'h.role', 'h.unit_id', 'u.name as unit', 'h.valid_from', 'h.valid_until', 'h.version', 'h.basis'])
    .where('h.person_id', '=', personId)
    .where(sql<boolean>`(h.valid_until is null or h.valid_until > today_here())`)
    .orderBy('h.valid_from')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    unitId: row.unit_id,
    role: row.role as Role,
    unit: row.unit ?? '',
    from: row.valid_from,
    until: row.valid_until,
    version: row.version,
    basis: row.basis,
  }));
}
