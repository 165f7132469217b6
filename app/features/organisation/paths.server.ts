/** Where a unit stands: what every feature asks before it gives a permit. */
import { sql } from 'kysely';
import type { UnitPath } from '../../kernel/actor.ts';
import type { Reader } from '../../platform/db.server.ts';
import { askedId } from '../../platform/id.server.ts';

/** The unit and all above it today, nearest first; empty when there is no such unit. */
export async function pathOf(db: Reader, unitId: string): Promise<UnitPath> {
  const rows = await db
    .selectFrom('unit_tree')
    .select('ancestor_id')
    .where('descendant_id', '=', askedId(unitId))
    .orderBy('depth')
    .execute();
  return rows.map((row) => row.ancestor_id);
}

/** The same for many at once; a unit that is not there has no entry. */
export async function pathsOf(db: Reader, unitIds: readonly string[]): Promise<ReadonlyMap<string, UnitPath>> {
  if (unitIds.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit_tree')
    .select(['ancestor_id', 'descendant_id'])
    .where('descendant_id', 'in', unitIds)
    .orderBy('depth')
    .execute();
  const grouped = Map.groupBy(rows, (row) => row.descendant_id);
  return new Map([...grouped].map(([id, path]) => [id, path.map((row) => row.ancestor_id)]));
}

/**
 * Where a unit stands for those who care for it: what has ended is in the care of whoever cares for what took it over
 * (`units_caring`, ADR 0260), so that a former province can still be corrected.
 */
export async function carePathOf(db: Reader, unitId: string): Promise<UnitPath> {
  const { rows } = await sql<{ id: string }>`
    select t.ancestor_id as id from units_caring(${askedId(unitId)}::uuid) with ordinality c(id, place)
      join unit_tree t on t.descendant_id = c.id order by c.place, t.depth`.execute(db);
  return [...new Set(rows.map(({ id }) => id))];
}
