/** In whose name a block's papers go out: the lead unit's, or of whoever took it over; of a block without a lead the province's. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import { issuerAt } from '../organisation/issuer.server.ts';
import type { Issuer } from '../organisation/issuer.text.ts';
import { rootUnit } from '../organisation/root.server.ts';
import type { BlockYear } from './block-year.ts';
import { leadOf } from './block-year.ts';

export async function issuerIn(db: Kysely<DB>, year: BlockYear): Promise<Issuer> {
  const lead = leadOf(year);
  const unitId = lead?.handUnitId ?? lead?.unitId ?? (await rootUnit(db))?.id;
  if (unitId === undefined) throw new Error('there is no unit to issue papers');
  return issuerAt(db, unitId);
}
