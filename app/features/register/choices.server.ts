/** For which units a person writes or reads the register. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { readingRoles, registerRights } from './rights.ts';

export type UnitChoice = { readonly id: string; readonly code: string; readonly name: string };

/** Where they write: own units first, then those below them. */
export function unitChoices(db: Kysely<DB>, person: Person): Promise<readonly UnitChoice[]> {
  return below(db, unitsHeld(person, ...registerRights['holder.enter'].by));
}

/** Where they read the register. */
export function readableUnits(db: Kysely<DB>, person: Person): Promise<readonly UnitChoice[]> {
  return below(db, unitsHeld(person, ...readingRoles));
}

async function below(db: Kysely<DB>, roots: readonly string[]): Promise<readonly UnitChoice[]> {
  const held = [...roots];
  if (held.length === 0) return [];
  const { rows } = await sql<UnitChoice>`
    select u.id, u.code, u.name from unit_now u
    where u.is_active and u.id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))
    order by u.id = any(${held}::uuid[]) desc, u.name collate "vi-x-icu" limit 4000`.execute(db);
  return rows;
}
