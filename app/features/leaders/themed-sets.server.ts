/** Criteria sets of a movement by review, each with the judgement that uses it: how far the movement's own ranking has come. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import type { SetStage } from '../criteria/procedure.ts';
import { visibleTo as setVisibleTo } from '../criteria/visible.server.ts';
import type { ReviewKind } from '../movements/movement.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import type { JudgementStage } from '../scoring/judgement.ts';
import { judgementVisibleTo } from '../scoring/visible.server.ts';

export type ThemedSet = {
  readonly setId: string;
  readonly title: string;
  readonly year: number;
  readonly review: ReviewKind;
  /** Null: all units in the scope of the movement are one group. */
  readonly blockName: string | null;
  readonly stage: SetStage;
  readonly judgement: { readonly id: string; readonly stage: JudgementStage } | null;
};

/** Without those that another edition replaced or that were given up. */
export async function themedSets(db: Kysely<DB>, actor: Actor, movementId: string): Promise<readonly ThemedSet[]> {
  const { rows } = await sql<ThemedSet>`
    select criteria_set.id as "setId", criteria_set.title, criteria_set.year, criteria_set.review, b.name as "blockName", criteria_set.stage,
      (select jsonb_build_object('id', judgement.id, 'stage', judgement.stage) from judgement
        where judgement.set_id = criteria_set.id and judgement.stage <> 'cancelled' and ${judgementVisibleTo(actor)}) as judgement
    from criteria_set left join block b on b.id = criteria_set.block_id
    where criteria_set.movement_id = ${askedId(movementId)} and criteria_set.stage in ('draft', 'published') and ${setVisibleTo(actor)}
    order by criteria_set.year desc, array_position(array['final', 'mid_term', 'yearly'], criteria_set.review), b.name collate "vi-x-icu" nulls first, criteria_set.id`.execute(
    db,
  );
  return rows;
}

export type JudgedMovement = { readonly id: string; readonly name: string };

/** Movements with a criteria set of their own that the asker may know of, and the one that was asked for. */
export async function judgedMovements(
  db: Kysely<DB>,
  actor: Actor,
  asked: string | null = null,
): Promise<readonly JudgedMovement[]> {
  const { rows } = await sql<JudgedMovement>`
    select movement.id, movement.name from movement
    where not movement.is_secret and ${movementVisibleTo(actor)} and (movement.id = ${asked === null ? null : askedId(asked)}::uuid
      or exists (select from criteria_set where criteria_set.movement_id = movement.id and ${setVisibleTo(actor)}))
    order by movement.first_day desc, movement.name collate "vi-x-icu", movement.id limit 200`.execute(db);
  return rows;
}
