/** Somebody must be able to administer the whole: the last who can is not taken away. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { DB } from '../../../platform/db-types.ts';
import { isInForce } from '../session/load-actor.server.ts';

export type LastAdministrator = { readonly kind: 'last_administrator' };

/** Locks all such holdings first, so that two cannot remove each other at once. */
export async function isLastTopAdministrator(tx: Kysely<DB>, personId: string): Promise<boolean> {
  const holdings = await tx
    .selectFrom('role_holding as h')
    .select(['h.id', 'h.person_id'])
    .where('h.role', '=', 'administrator')
    .where(isInForce)
    .where(sql<boolean>`not exists (select from unit_tree t where t.descendant_id = h.unit_id and t.depth > 0)`)
    .orderBy('h.id')
    .forUpdate()
    .execute();
  if (!holdings.some((holding) => holding.person_id === personId)) return false;
  const others = holdings.map((holding) => holding.person_id).filter((id) => id !== personId);
  if (others.length === 0) return true;
  const able = await tx
    .selectFrom('person')
    .innerJoin('account', 'account.person_id', 'person.id')
    .select('person.id')
    .where('person.id', 'in', others)
    .where('person.is_active', '=', true)
    .where('account.state', '<>', 'disabled')
    .limit(1)
    .execute();
  return able.length === 0;
}
