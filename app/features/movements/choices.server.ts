/** For which units a person may draft a movement, and for which a movement that they received may be carried on. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';

export type LaunchChoice = { readonly id: string; readonly code: string; readonly name: string };

export async function unitsToLaunch(db: Kysely<DB>, person: Person): Promise<readonly LaunchChoice[]> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  const top = [...unitsHeld(person, 'appraiser', 'deciding_authority')];
  if (held.length + top.length === 0) return [];
  const { rows } = await sql<LaunchChoice>`
    select u.id, u.code, u.name from unit_now u
    where u.is_active and (
      u.id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))
      or (u.parent_id is null and u.id = any(${top}::uuid[])))
    order by u.id = any(${[...held, ...top]}::uuid[]) desc, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** Of these units, those that have received the movement. */
export async function receivedAmong(
  db: Kysely<DB>,
  movementId: string,
  units: readonly LaunchChoice[],
): Promise<readonly LaunchChoice[]> {
  if (units.length === 0) return [];
  const rows = await db
    .selectFrom('movement_unit')
    .select('unit_id')
    .where('movement_id', '=', movementId)
    .where('received_at', 'is not', null)
    .where(
      'unit_id',
      'in',
      units.map(({ id }) => id),
    )
    .execute();
  const received = new Set(rows.map(({ unit_id }) => unit_id));
  return units.filter(({ id }) => received.has(id));
}
