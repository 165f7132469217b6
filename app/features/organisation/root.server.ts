/** The province: the one unit in force with nobody above it. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { unitsOn } from './unit-rows.server.ts';

export type Root = { readonly id: string; readonly code: string; readonly name: string };

/** As it was on the day, when one is given: today's province under its name then, or the one there was before it. */
export async function rootUnit(db: Kysely<DB>, day?: PlainDate): Promise<Root | undefined> {
  const { rows } = await sql<Root>`
    select u.id, u.code, u.name from ${unitsOn(day)} u left join unit_now n on n.id = u.id and n.is_active
    where u.kind = 'province' and u.parent_id is null and u.is_active
    order by n.id is null, u.code limit 1`.execute(db);
  return rows[0];
}

/** For what is decided at the province itself: only a role held there reaches it. */
export async function rootPath(db: Kysely<DB>): Promise<UnitPath> {
  const root = await rootUnit(db);
  return root ? [root.id] : [];
}
