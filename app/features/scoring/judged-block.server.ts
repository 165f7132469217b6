/** The block whose units a judgement judges; null where it is of a whole movement. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

export type JudgedBlock = { readonly id: string; readonly code: string; readonly name: string };

/** Of a judgement that the asker was found to know of. */
export async function judgedBlock(db: Kysely<DB>, judgementId: string): Promise<JudgedBlock | null> {
  const row = await db
    .selectFrom('judgement as j')
    .innerJoin('criteria_set as s', 's.id', 'j.set_id')
    .innerJoin('block as b', 'b.id', 's.block_id')
    .select(['b.id', 'b.code', 'b.name'])
    .where('j.id', '=', judgementId)
    .executeTakeFirst();
  return row ?? null;
}
