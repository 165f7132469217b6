/** Who can be named to a council: people with an account, of the unit's own bodies or with a role at it. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

export type Seatable = { readonly id: string; readonly name: string; readonly unitName: string };

export async function seatableIn(db: Kysely<DB>, unitId: string): Promise<readonly Seatable[]> {
  const { rows } = await sql<Seatable>`
    select p.id, p.full_name as name, u.name as "unitName"
    from person p join unit_now u on u.id = p.unit_id join account a on a.person_id = p.id and a.state = 'active'
    where p.is_active and (u.id = ${unitId} or u.parent_id = ${unitId} and u.kind <> 'commune'
      or exists (select from role_holding h where h.person_id = p.id and h.unit_id = ${unitId}))
    order by p.full_name collate "vi-x-icu" limit 500`.execute(db);
  return rows;
}
