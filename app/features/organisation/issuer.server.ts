/** The heads of papers of a unit, as proposed (issuer.text.ts). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Issuer } from './issuer.text.ts';
import { issuerOf } from './issuer.text.ts';
import type { UnitKind } from './unit.ts';

type Named = { readonly kind: UnitKind; readonly name: string; readonly shortName: string; readonly isRoot: boolean };

export async function issuerAt(db: Kysely<DB>, unitId: string): Promise<Issuer> {
  const { rows } = await sql<Named>`
    select u.kind, u.name, u.short_name as "shortName", u.parent_id is null and u.kind = 'province' as "isRoot"
    from unit_now u where u.id = ${unitId} or (u.kind = 'province' and u.parent_id is null and u.is_active)
    order by (u.id = ${unitId}) desc`.execute(db);
  const [unit] = rows;
  if (!unit) throw new Error(`there is no unit ${unitId}`);
  return issuerOf(unit, rows.find(({ isRoot }) => isRoot) ?? unit);
}
