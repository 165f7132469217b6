/** The unit above all others, where rights over the whole product are held. */
import type { UnitPath } from '../../kernel/actor.ts';
import type { Database } from '../../platform/db.server.ts';

export async function provincePath(db: Database): Promise<UnitPath> {
  const roots = await db
    .selectFrom('unit_now')
    .select('id')
    .where('kind', '=', 'province')
    .where('parent_id', 'is', null)
    .where('is_active', '=', true)
    .execute();
  return roots.flatMap(({ id }) => (id === null ? [] : [id]));
}
