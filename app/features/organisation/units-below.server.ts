/** The units that a form offers to whoever holds a role: their own first, then what stands below them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

export type UnitChoice = { readonly id: string; readonly code: string; readonly name: string };

/** `roots`: where the role is held. Active ones only, no more than `most`. */
export async function unitsBelow(
  db: Kysely<DB>,
  roots: readonly string[],
  most: number,
): Promise<readonly UnitChoice[]> {
  const held = [...roots];
  if (held.length === 0) return [];
  const { rows } = await sql<UnitChoice>`
    select u.id, u.code, u.name from unit_now u
    where u.is_active and u.id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))
    order by u.id = any(${held}::uuid[]) desc, u.name collate "vi-x-icu" limit ${most}`.execute(db);
  return rows;
}
