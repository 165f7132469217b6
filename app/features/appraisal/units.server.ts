/** Units of the system that may be asked for their opinion. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';

export type Office = { readonly id: string; readonly name: string };

/** Bodies of the province first, then communes. */
export async function officesToAsk(db: Kysely<DB>): Promise<readonly Office[]> {
  const { rows } = await sql<Office>`
    select u.id, u.name from unit_now u where u.is_active and u.takes_part
    order by u.kind = 'commune', u.kind, u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

export async function knownUnits(db: Kysely<DB>, ids: readonly string[]): Promise<ReadonlyMap<string, Office>> {
  const wanted = ids.filter((id) => id !== '').map(askedId);
  if (wanted.length === 0) return new Map();
  const { rows } = await sql<Office>`
    select u.id, u.name from unit_now u where u.is_active and u.id = any(${wanted}::uuid[])`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}
