/** Where a criteria set belongs: to whoever organises the blocks, which is the province. */
import type { Kysely } from 'kysely';
import type { UnitPath } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { blocksPath } from '../organisation/block-store.server.ts';

export async function setPlaces(db: Kysely<DB>): Promise<{ readonly unit: UnitPath }> {
  return { unit: await blocksPath(db) };
}
