/** What the form of a new round offers: forms, and kinds of units with how many there are. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { UnitKind } from '../organisation/unit.ts';

export type KindCount = { readonly kind: UnitKind; readonly count: number };

export async function kindsTakingPart(db: Kysely<DB>): Promise<readonly KindCount[]> {
  const { rows } = await sql<KindCount>`
    select u.kind, count(*) as count from unit_now u where u.is_active and u.takes_part
    group by u.kind order by u.kind <> 'commune', count(*) desc, u.kind`.execute(db);
  return rows;
}
