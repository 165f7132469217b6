/** The case of a holder for `evaluateStandards`, made from the register (features/awards/standards). */
import type { Kysely } from 'kysely';
import type { Case } from '../awards/standards/case.ts';
import { reviewOfMovement } from '../awards/standards/case.ts';
import type { ReviewKind } from '../movements/movement.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AskedCase } from './facts.ts';
import { caseFrom } from './facts.ts';
import { keptFactsOf } from './facts.server.ts';

type MovementFact = Exclude<Case['movement'], false | null | undefined>;

export type AskedOf = Omit<AskedCase, 'movement'> & {
  readonly holderId: string;
  /** The movement it is proposed for; without one it is for none. */
  readonly movementId?: string | null;
  /** At which of its reviews, and how it was placed there. */
  readonly movementReview?: ReviewKind | null;
  readonly movementRank?: number | null;
};

/**
 * For callers that may read the holder; one that was merged answers as the kept one.
 * @throws when there is no such holder.
 */
export async function caseOf(
  db: Kysely<DB>,
  { holderId, movementId, movementReview = null, movementRank = null, ...asked }: AskedOf,
): Promise<Case> {
  const [facts, movement] = await Promise.all([
    keptFactsOf(db, [holderId]),
    movementId ? movementFact(db, movementId, movementReview) : (false as const),
  ]);
  const mine = facts.get(holderId);
  if (!mine) throw new Error(`there is no holder ${holderId}`);
  return caseFrom(mine, { ...asked, movement: movement && { ...movement, rank: movementRank } });
}

/** Who launched it by the kind of unit, its days, and the review; what a dossier does not say stays unknown. */
export async function movementFact(
  db: Kysely<DB>,
  movementId: string,
  review: ReviewKind | null,
): Promise<MovementFact | null> {
  const row = await db
    .selectFrom('movement as m')
    .innerJoin('unit as u', 'u.id', 'm.unit_id')
    .select(['u.kind', 'm.first_day as from', 'm.last_day as until'])
    .where('m.id', '=', movementId)
    .executeTakeFirst();
  if (!row) return null;
  const launched = row.kind === 'province' || row.kind === 'commune' ? row.kind : 'unit';
  return { launched_by: launched, from: row.from, until: row.until, review: review && reviewOfMovement[review] };
}
