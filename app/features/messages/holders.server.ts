/** Who holds which role over a unit on a day: asked once for each, however many cases of one deed ask. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Role } from '../../kernel/actor.ts';
import type { Database } from '../../platform/db.server.ts';
import { actingPathOf } from '../organisation/hands.server.ts';

export type Holders = (roles: readonly Role[], unitId: string, reach?: 'there only') => Promise<readonly string[]>;

export function holdersOn(db: Database, today: PlainDate): Holders {
  const asked = new Map<string, Promise<readonly string[]>>();
  return (roles, unitId, reach) => {
    const key = [unitId, reach, ...roles].join(' ');
    const known = asked.get(key) ?? holders(db, roles, unitId, today, reach);
    asked.set(key, known);
    return known;
  };
}

/** Who holds one of the roles over the unit today, or over what took it over, in their own name or lent to them. */
async function holders(
  db: Database,
  roles: readonly Role[],
  unitId: string,
  today: string,
  reach?: 'there only',
): Promise<readonly string[]> {
  const acting = await actingPathOf(db, unitId);
  const path = reach ? acting.slice(0, 1) : acting;
  if (path.length === 0) return [];
  const held = db
    .selectFrom('role_holding as h')
    .innerJoin('person as p', 'p.id', 'h.person_id')
    .where('p.is_active', '=', true)
    .where('h.role', 'in', roles)
    .where('h.unit_id', 'in', path)
    .where('h.valid_from', '<=', today)
    .where((eb) => eb.or([eb('h.valid_until', 'is', null), eb('h.valid_until', '>', today)]));
  const own = await held.select('h.person_id as id').execute();
  const lent = await held
    .innerJoin('delegation as d', 'd.holding_id', 'h.id')
    .where('d.revoked_at', 'is', null)
    .where('d.valid_from', '<=', today)
    .where('d.valid_until', '>=', today)
    .select('d.to_person_id as id')
    .execute();
  return [...own, ...lent].map(({ id }) => id);
}
