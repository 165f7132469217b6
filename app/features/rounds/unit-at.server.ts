/** A unit by its code, among those one may know of. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { visibleTo } from '../organisation/visible.server.ts';

export type UnitAt = { readonly id: string; readonly code: string; readonly name: string };

export async function unitAt(db: Kysely<DB>, actor: Actor, code: string): Promise<UnitAt | undefined> {
  const { rows } = await sql<UnitAt>`
    select u.id, u.code, u.name from unit_now u where u.code = ${code} and ${visibleTo(actor)}`.execute(db);
  return rows[0];
}
