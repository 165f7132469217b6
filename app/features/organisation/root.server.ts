/** The province: the one unit in force with nobody above it. */
import type { Kysely } from 'kysely';
import type { UnitPath } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';

export type Root = { readonly id: string; readonly code: string; readonly name: string };

export async function rootUnit(db: Kysely<DB>): Promise<Root | undefined> {
  const row = await db
    .selectFrom('unit_now')
    .select(['id', 'code', 'name'])
    .where('kind', '=', 'province')
    .where('parent_id', 'is', null)
    .where('is_active', '=', true)
    .orderBy('code')
    .executeTakeFirst();
  return row?.id && row.code && row.name ? { id: row.id, code: row.code, name: row.name } : undefined;
}

/** For what is decided at the province itself: only a role held there reaches it. */
export async function rootPath(db: Kysely<DB>): Promise<UnitPath> {
  const root = await rootUnit(db);
  return root ? [root.id] : [];
}
