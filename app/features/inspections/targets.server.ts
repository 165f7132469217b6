/**
 * Whom a body may inspect: what stands below it; for a scheme that it leads, whoever takes part in the movement; and itself,
 * which is a check of its own.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

export type Target = { readonly id: string; readonly code: string; readonly name: string; readonly kind: string };

type By = { readonly byUnitId: string; readonly schemeCode: string | null };

/** Units in force. With a scheme the body leads: all that take part, wherever they stand. */
export async function targetsOf(db: Kysely<DB>, { byUnitId, schemeCode }: By): Promise<readonly Target[]> {
  const { rows } = await sql<Target>`
    select u.id, u.code, u.name, u.kind from unit_now u
    where u.is_active and (
      u.id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${byUnitId})
      or (u.takes_part and exists (
        select from scheme_unit l where l.scheme_code = ${schemeCode} and l.unit_id = ${byUnitId} and l.part = 'lead')))
    order by u.kind, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}
