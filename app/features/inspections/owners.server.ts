/** Who may be named to see to a finding: whoever works for the unit as officer or head. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Colleague } from './team.server.ts';

export async function ownersAt(db: Kysely<DB>, unitId: string): Promise<readonly Colleague[]> {
  const { rows } = await sql<Colleague>`
    select distinct p.id, p.full_name as name from person p join role_holding h on h.person_id = p.id
    where p.is_active and h.unit_id = ${unitId} and h.role in ('officer', 'head')
      and h.valid_from <= today_here() and (h.valid_until is null or h.valid_until > today_here())
    order by p.full_name`.execute(db);
  return rows;
}
