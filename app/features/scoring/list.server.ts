/** Judgements as a list reads them, with how far their cards have come. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { JudgementStage } from './judgement.ts';
import { judgementVisibleTo, visibleTo } from './visible.server.ts';

export type ListedJudgement = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly stage: JudgementStage;
  /** The block, else the movement. */
  readonly ofName: string;
  readonly cards: number;
  readonly submitted: number;
  readonly appraised: number;
  readonly selfUntil: PlainDate | null;
  readonly objectionsUntil: PlainDate | null;
};
export type JudgementsQuery = {
  readonly year?: number | undefined;
  readonly stage?: JudgementStage | undefined;
  readonly blockId?: string | undefined;
  readonly page?: number;
  readonly size?: number;
};

export async function listJudgements(
  db: Kysely<DB>,
  actor: Actor,
  { year, stage, blockId, page = 1, size = 50 }: JudgementsQuery,
): Promise<{ readonly rows: readonly ListedJudgement[]; readonly total: number }> {
  const { rows } = await sql<ListedJudgement & { total: number }>`
    select judgement.id, judgement.title, judgement.year, judgement.stage, coalesce(b.name, m.name) as "ofName",
      c.cards, c.submitted, c.appraised, judgement.self_until as "selfUntil", judgement.objections_until as "objectionsUntil",
      count(*) over ()::int as total
    from judgement join criteria_set s on s.id = judgement.set_id left join block b on b.id = s.block_id left join movement m on m.id = s.movement_id
    cross join lateral (select count(*)::int as cards, count(*) filter (where stage <> 'self')::int as submitted,
      count(*) filter (where stage = 'appraised')::int as appraised from score_card where judgement_id = judgement.id and stage <> 'dropped') c
    where ${judgementVisibleTo(actor)} and ${year === undefined ? sql`true` : sql`judgement.year = ${year}`}
      and ${stage === undefined ? sql`judgement.stage <> 'cancelled'` : sql`judgement.stage = ${stage}`}
      and ${blockId === undefined ? sql`true` : sql`s.block_id = ${blockId}`}
    order by judgement.year desc, judgement.title collate "vi-x-icu", judgement.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  return { rows: rows.map(({ total: _counted, ...row }) => row), total: rows[0]?.total ?? 0 };
}

export type NearCard = {
  readonly id: string;
  readonly unitName: string;
  readonly crossName: string | null;
  readonly judgementTitle: string;
  readonly part: 'own' | 'cross';
};

/** Cards that the asker's own offices write or cross-score, while scores are given. */
export async function cardsNear(db: Kysely<DB>, actor: Actor): Promise<readonly NearCard[]> {
  if (actor.kind !== 'person') return [];
  const held = actor.holdings.filter(({ role }) => role === 'officer' || role === 'head').map(({ unitId }) => unitId);
  if (held.length === 0) return [];
  const { rows } = await sql<NearCard>`
    select score_card.id, u.name as "unitName", x.name as "crossName", judgement.title as "judgementTitle",
      case when score_card.unit_id = any(${held}::uuid[]) then 'own' else 'cross' end as part
    from score_card join judgement on judgement.id = score_card.judgement_id join unit_now u on u.id = score_card.unit_id
    left join unit_now x on x.id = score_card.cross_unit_id
    where judgement.stage in ('scoring', 'announced') and score_card.stage <> 'dropped' and ${visibleTo(actor)}
      and (score_card.unit_id = any(${held}::uuid[]) or score_card.cross_unit_id = any(${held}::uuid[]))
    order by part desc, u.name collate "vi-x-icu", score_card.id`.execute(db);
  return rows;
}
