/**
 * The block's members change in the year: a unit is merged into another, moves to another block, joins. A running judgement follows when whoever organises it says so: who joined gets
 * a card, the card of who left is taken out with the reason and kept.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { newId } from '../../platform/id.server.ts';
import type { JudgementRow } from './case.server.ts';
import { lockCard, lockJudgement } from './case.server.ts';
import { judgementProcedure } from './judgement.ts';
import { cardProcedure } from './procedure.ts';

export type Joined = { readonly unitId: string; readonly unitName: string };
export type Left = {
  readonly cardId: string;
  readonly unitName: string;
  /** Into which units it went, where it was merged or divided. */
  readonly into: readonly string[];
  readonly isMerged: boolean;
};
export type MembersChanged = { readonly joined: readonly Joined[]; readonly left: readonly Left[] };

type Of = Pick<JudgementRow, 'id' | 'blockId' | 'movementId' | 'year'>;

/** Units that are judged: of the block in the year, else of the movement. */
export function membersOf({ blockId, movementId, year }: Omit<Of, 'id'>) {
  return blockId !== null
    ? sql`select m.unit_id from block_member m where m.block_id = ${blockId} and m.year = ${year}`
    : sql`select m.unit_id from movement_unit m where m.movement_id = ${movementId} and m.left_at is null`;
}

export async function membersChanged(db: Kysely<DB>, of: Of): Promise<MembersChanged> {
  const [joined, left] = await Promise.all([
    sql<Joined>`
      select u.id as "unitId", u.name as "unitName" from unit_now u where u.is_active and u.id in (${membersOf(of)})
        and not exists (select from score_card c where c.judgement_id = ${of.id} and c.unit_id = u.id)
      order by u.name collate "vi-x-icu"`.execute(db),
    sql<Left>`
      select c.id as "cardId", u.name as "unitName", not u.is_active as "isMerged",
        array(select n.name from unit_succession s join unit_now n on n.id = s.successor_id where s.predecessor_id = u.id order by n.name) as into
      from score_card c join unit_now u on u.id = c.unit_id
      where c.judgement_id = ${of.id} and c.stage <> 'dropped' and (not u.is_active or u.id not in (${membersOf(of)}))
      order by u.name collate "vi-x-icu"`.execute(db),
  ]);
  return { joined: joined.rows, left: left.rows };
}

export type FollowMembers = { readonly id: string; readonly version: number; readonly reason: string };
export type NobodyChanged = { readonly kind: 'nobody_changed' };
export type FollowRefusal = ProcedureRefusal | NotThere | LostRace | NobodyChanged;

export async function followMembers(
  context: Context,
  { id, version, reason }: FollowMembers,
): Promise<Result<{ id: string; version: number }, FollowRefusal>> {
  const { tx, actor, record } = context;
  const before = await lockJudgement(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(judgementProcedure, before, actor, 'follow', { reason });
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const { joined, left } = await membersChanged(tx, before);
  if (joined.length + left.length === 0) return refuse({ kind: 'nobody_changed' });
  for (const { cardId } of left) {
    const dropped = await drop(context, { cardId, reason });
    if (!dropped.ok) return dropped;
  }
  const cards = joined.map(({ unitId }) => ({ id: newId(), judgement_id: id, unit_id: unitId, stage: 'self' }));
  if (cards.length > 0) await tx.insertInto('score_card').values(cards).execute();
  await tx
    .updateTable('judgement')
    .set({ version: version + 1 })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'judgement.changed',
    subject: { kind: 'judgement', id },
    unitId: before.unitId,
    reason: reason.trim(),
    after: { joined: joined.map(({ unitId }) => unitId), left: left.map(({ cardId }) => cardId) },
  });
  return ok({ id, version: version + 1 });
}

/** Whom it cross-scored is free for another; what it was given stays on it. */
async function drop(
  { tx, actor, record }: Context,
  { cardId, reason }: { readonly cardId: string; readonly reason: string },
): Promise<Result<null, ProcedureRefusal | NotThere>> {
  const card = await lockCard(tx, actor, cardId);
  if (!card) return refuse(notThere);
  const allowed = permit(cardProcedure, card, actor, 'drop', { reason });
  if (!allowed.ok) return allowed;
  const version = card.version + 1;
  await tx
    .updateTable('score_card')
    .set({ stage: 'dropped', standing_note: reason.trim(), version })
    .where('id', '=', cardId)
    .execute();
  await tx
    .updateTable('score_card')
    .set((eb) => ({ cross_unit_id: null, version: eb('version', '+', 1) }))
    .where('judgement_id', '=', card.judgementId)
    .where('cross_unit_id', '=', card.unitId)
    .where('stage', 'in', ['self', 'cross'])
    .execute();
  await record({
    permit: allowed.value,
    kind: 'score_card.moved',
    subject: { kind: 'score_card', id: cardId },
    unitId: card.unitId,
    reason: reason.trim(),
    before: { stage: card.stage, version: card.version },
    after: { move: 'drop', stage: 'dropped', version },
  });
  return ok(null);
}
