/** The case of a holder for `evaluateStandards`, made from the register (features/awards/standards). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Case } from '../awards/standards/case.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AskedCase } from './facts.ts';
import { caseFrom } from './facts.ts';
import { factsOf } from './facts.server.ts';

export type AskedOf = Omit<AskedCase, 'movement'> & {
  readonly holderId: string;
  /** The movement it is proposed for; without one it is for none. */
  readonly movementId?: string | null;
};

/**
 * For callers that may read the holder; one that was merged answers as the kept one.
 * @throws when there is no such holder.
 */
export async function caseOf(db: Kysely<DB>, { holderId, movementId, ...asked }: AskedOf): Promise<Case> {
  const id = await keptIdOf(db, holderId);
  const [facts, movement] = await Promise.all([
    factsOf(db, [id]),
    movementId ? movementFact(db, movementId) : (false as const),
  ]);
  const mine = facts.get(id);
  if (!mine) throw new Error(`there is no holder ${holderId}`);
  return caseFrom(mine, { ...asked, movement });
}

async function keptIdOf(db: Kysely<DB>, holderId: string): Promise<string> {
  const { rows } = await sql<{ id: string }>`
    with recursive way(id, merged_into) as (
      select id, merged_into from holder where id = ${holderId}
      union select h.id, h.merged_into from way w join holder h on h.id = w.merged_into)
    select id from way where merged_into is null limit 1`.execute(db);
  return rows[0]?.id ?? holderId;
}

/** Who launched it by the kind of unit; how it was placed in a review is not in the register and stays unknown. */
async function movementFact(db: Kysely<DB>, movementId: string): Promise<Case['movement']> {
  const row = await db
    .selectFrom('movement as m')
    .innerJoin('unit as u', 'u.id', 'm.unit_id')
    .select(['u.kind', 'm.first_day as from', 'm.last_day as until'])
    .where('m.id', '=', movementId)
    .executeTakeFirst();
  if (!row) return null;
  const launched = row.kind === 'province' || row.kind === 'commune' ? row.kind : 'unit';
  return { launched_by: launched, from: row.from, until: row.until };
}
