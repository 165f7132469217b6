/** Who answers for a unit: its head, its officers, its owners of indicators. For people signed in, by name and position alone. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import type { DB } from '../../../platform/db-types.ts';
import type { Answerable } from './answerable.ts';
import { answerableRoles } from './answerable.ts';
import { isInForce } from '../session/load-actor.server.ts';

/** In the order of the roles, then of the names; what is held above or below the unit is not the unit's own. */
export async function answerableAt(db: Kysely<DB>, actor: Actor, unitId: string): Promise<readonly Answerable[]> {
  if (actor.kind !== 'person' || actor.scopes !== undefined) return [];
  const roles = [...answerableRoles];
  const { rows } = await sql<Answerable>`
    select h.role, p.full_name as name, p.position_title as "positionTitle",
      array(select q.full_name from delegation d join person q on q.id = d.to_person_id
        where d.holding_id = h.id and d.revoked_at is null and today_here() between d.valid_from and d.valid_until
          and q.is_active order by q.full_name collate "vi-x-icu") as "lentTo"
    from role_holding h join person p on p.id = h.person_id
    where h.unit_id = ${unitId} and h.role = any(${roles}) and p.is_active and ${isInForce}
    order by array_position(${roles}::text[], h.role), p.full_name collate "vi-x-icu"`.execute(db);
  return rows;
}
