/** For which bodies a person plans inspections, and what about. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';

export type Body = { readonly id: string; readonly code: string; readonly name: string };

/** The unit of the person's own office, and the province where they inspect or appraise for it. */
export async function bodiesOf(db: Kysely<DB>, person: Person): Promise<readonly Body[]> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  const top = [...unitsHeld(person, 'appraiser', 'inspector')];
  if (held.length + top.length === 0) return [];
  const { rows } = await sql<Body>`
    select u.id, u.code, u.name from unit_now u
    where u.is_active and (u.id = any(${held}::uuid[]) or (u.parent_id is null and u.id = any(${top}::uuid[])))
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

export type About = { readonly key: string; readonly name: string; readonly isScheme: boolean };

/** Schemes and the movement of the directive; what is under state secrets is not offered. */
export async function aboutChoices(db: Kysely<DB>): Promise<readonly About[]> {
  const { rows } = await sql<About>`
    select m.id::text as key, m.name, false as "isScheme" from movement m
      where m.pack_code is not null and m.stage <> 'withdrawn' and not m.is_secret
    union all
    select x.code, x.code || ' ' || x.name, true from (select * from scheme s where not s.is_secret order by s.position) x`.execute(
    db,
  );
  return rows;
}

export async function schemesLedBy(db: Kysely<DB>, bodyIds: readonly string[]): Promise<readonly About[]> {
  if (bodyIds.length === 0) return [];
  const { rows } = await sql<About>`
    select s.code as key, s.code || ' ' || s.name as name, true as "isScheme" from scheme s
    where not s.is_secret and exists (select from scheme_unit l
      where l.scheme_code = s.code and l.part = 'lead' and l.unit_id = any(${[...bodyIds]}::uuid[]))
    order by s.position`.execute(db);
  return rows;
}
