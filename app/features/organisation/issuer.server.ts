/** The heads of papers of a unit, as proposed (issuer.text.ts). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Issuer, NamedUnit } from './issuer.text.ts';
import { issuerOf } from './issuer.text.ts';
import { rootUnit } from './root.server.ts';

export async function issuerAt(db: Kysely<DB>, unitId: string): Promise<Issuer> {
  const { rows } = await sql<NamedUnit>`
    with recursive line as (
      select u.id, u.parent_id, u.kind, u.name, 0 as depth from unit_now u where u.id = ${unitId}
      union all
      select u.id, u.parent_id, u.kind, u.name, line.depth + 1 from line join unit_now u on u.id = line.parent_id)
    select kind, name from line order by depth`.execute(db);
  const [unit, parent] = rows;
  if (!unit) throw new Error(`there is no unit ${unitId}`);
  const commune = rows.slice(1).find(({ kind }) => kind === 'commune');
  const root = rows.find(({ kind }) => kind === 'province') ?? (await rootUnit(db)) ?? unit;
  return issuerOf({ unit, parent, commune, root });
}
