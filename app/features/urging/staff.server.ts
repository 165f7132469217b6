/** Who works for units as officer or head on a day, and who was named for what. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder, Named, Staff } from './owner.ts';

/** Of a unit that was merged, those of the units that took over. */
export async function staffOf(db: Kysely<DB>, unitIds: readonly string[], today: PlainDate): Promise<Staff> {
  const [holders, named] = await Promise.all([holdersOf(db, unitIds, today), namedAt(db, unitIds)]);
  return { holders, named };
}

async function holdersOf(db: Kysely<DB>, unitIds: readonly string[], today: PlainDate): Promise<readonly Holder[]> {
  const { rows } = await sql<Holder>`
    with asked as (
      select u.id as unit_id, u.id as at_id from unit_now u where u.id = any(${[...unitIds]}::uuid[]) and u.is_active
      union
      select u.id, c.id from unit u cross join lateral units_caring(u.id) c(id) join unit_now n on n.id = c.id and n.is_active
      where u.id = any(${[...unitIds]}::uuid[]) and u.valid_until <= today_here()),
    held as (
      select h.id, h.role, h.person_id, a.unit_id from role_holding h join asked a on a.at_id = h.unit_id
      join person p on p.id = h.person_id and p.is_active
      where h.role in ('officer', 'head') and h.valid_from <= ${today}::date
        and (h.valid_until is null or h.valid_until > ${today}::date))
    select x.unit_id as "unitId", x.role, p.id as "personId", p.full_name as "personName"
    from (
      select unit_id, role, person_id from held
      union
      select held.unit_id, held.role, d.to_person_id from held join delegation d on d.holding_id = held.id
      where d.revoked_at is null and ${today}::date between d.valid_from and d.valid_until) x
    join person p on p.id = x.person_id and p.is_active
    order by p.full_name collate "vi-x-icu", p.id`.execute(db);
  return rows;
}

export async function namedAt(db: Kysely<DB>, unitIds: readonly string[]): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select o.unit_id as "unitId", o.kind, nullif(o.duty_key, '') as key, p.id as "personId", p.full_name as "personName"
    from duty_owner o join person p on p.id = o.person_id
    where o.unit_id = any(${[...unitIds]}::uuid[])`.execute(db);
  return rows;
}

/** Of these, the units there are today. */
export async function unitsNamedIn(db: Kysely<DB>, ids: readonly string[]) {
  const { rows } = await sql<{ id: string; code: string; name: string }>`
    select u.id, u.code, u.name from unit_now u where u.id = any(${[...ids]}::uuid[]) and u.is_active
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}
