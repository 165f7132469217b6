/** One judgement with the cards that the asker may know of; points only on those that they may read. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { StoredSet } from '../criteria/sets.server.ts';
import { setById } from '../criteria/sets.server.ts';
import { fullMaximum } from '../criteria/criterion.ts';
import type { ReckonedCard } from './cards.server.ts';
import { reckonedCards } from './cards.server.ts';
import type { JudgedBlock } from './judged-block.server.ts';
import { judgedBlock } from './judged-block.server.ts';
import type { JudgementRow } from './case.server.ts';
import { findJudgement } from './case.server.ts';
import type { JudgementMove } from './judgement.ts';
import { judgementProcedure } from './judgement.ts';
import { shownScore } from './points.ts';
import type { CardStage } from './procedure.ts';
import { pointsVisibleTo, visibleTo } from './visible.server.ts';
import type { MissingPoints, NotAppraised } from './whole.ts';
import { lackingIn } from './whole.ts';

export type CardInList = {
  readonly id: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly isActive: boolean;
  readonly stage: CardStage;
  readonly crossName: string | null;
  readonly crossUnitId: string | null;
  readonly isLate: boolean;
  readonly submittedAt: Date | null;
  readonly openObjections: number;
  readonly version: number;
  /** Null where the asker may not read what is on it. In hundredths. */
  readonly points: { readonly shown: number | null; readonly missing: number } | null;
};
export type JudgementPage = {
  readonly judgement: JudgementRow;
  readonly set: Pick<StoredSet, 'id' | 'title' | 'edition' | 'year' | 'isProposal' | 'stage'> & {
    readonly full: number;
  };
  readonly ofName: string;
  /** None where it is a movement's. */
  readonly block: JudgedBlock | null;
  readonly leadName: string | null;
  readonly cards: readonly CardInList[];
  /** How many members there are in all, of which the asker may not know of every card. */
  readonly all: number;
  readonly moves: readonly JudgementMove[];
  /** To whoever may announce: what still stands against it. */
  readonly lacking: NotAppraised | MissingPoints | undefined;
};

export async function judgementPage(
  db: Kysely<DB>,
  actor: Actor,
  { id, today }: { readonly id: string; readonly today: PlainDate },
): Promise<JudgementPage | undefined> {
  const judgement = await findJudgement(db, actor, id);
  if (!judgement) return undefined;
  const [set, names, block, listed] = await Promise.all([
    setById(db, judgement.setId),
    namesOf(db, judgement),
    judgedBlock(db, id),
    cardsIn(db, actor, id),
  ]);
  if (!set) throw new Error(`judgement ${id} without its criteria`);
  const seen = listed.some(({ sees }) => sees);
  const asked = { judgementId: id, set, year: judgement.year, today, isFrozen: judgement.stage === 'frozen' };
  const moves = movesFor(judgementProcedure, judgement, actor);
  const mayAnnounce = moves.includes('announce');
  const reckoned = seen || mayAnnounce ? await reckonedCards(db, asked) : [];
  const byId = new Map(reckoned.map((card) => [card.id, card]));
  const { title, edition, year, isProposal, stage } = set;
  return {
    judgement,
    set: { id: set.id, title, edition, year, isProposal, stage, full: fullMaximum(set.criteria) },
    ...names,
    block,
    cards: listed.map(({ sees, ...card }) => ({ ...card, points: sees ? pointsOf(byId.get(card.id)) : null })),
    moves,
    lacking: mayAnnounce ? lackingIn(reckoned) : undefined,
  };
}

function pointsOf(card: ReckonedCard | undefined): CardInList['points'] {
  if (!card) return null;
  const { score, missing } = card.total;
  return { shown: score && shownScore(score), missing: missing.length };
}

type Names = Pick<JudgementPage, 'ofName' | 'leadName' | 'all'>;

async function namesOf(db: Kysely<DB>, { id, leadUnitId }: JudgementRow): Promise<Names> {
  const { rows } = await sql<Names>`
    select coalesce(b.name, m.name) as "ofName", (select name from unit_now where id = ${leadUnitId}) as "leadName",
      (select count(*)::int from score_card where judgement_id = j.id and stage <> 'dropped') as "all"
    from judgement j join criteria_set s on s.id = j.set_id left join block b on b.id = s.block_id left join movement m on m.id = s.movement_id
    where j.id = ${id}`.execute(db);
  return rows[0] ?? { ofName: '', leadName: null, all: 0 };
}

type Row = Omit<CardInList, 'points'> & { readonly sees: boolean };

async function cardsIn(db: Kysely<DB>, actor: Actor, id: string): Promise<readonly Row[]> {
  const { rows } = await sql<Row>`
    select score_card.id, score_card.unit_id as "unitId", u.code as "unitCode", u.name as "unitName", u.is_active as "isActive", score_card.stage,
      x.name as "crossName", score_card.cross_unit_id as "crossUnitId", score_card.is_late as "isLate", score_card.submitted_at as "submittedAt",
      case when ${pointsVisibleTo(actor)} then (select count(*)::int from objection o where o.card_id = score_card.id and o.stage = 'filed') else 0 end
        as "openObjections", score_card.version, ${pointsVisibleTo(actor)} as sees
    from score_card join judgement on judgement.id = score_card.judgement_id join unit_now u on u.id = score_card.unit_id
    left join unit_now x on x.id = score_card.cross_unit_id
    where judgement.id = ${id} and ${visibleTo(actor)}
    order by score_card.stage = 'dropped', u.name collate "vi-x-icu", score_card.id`.execute(db);
  return rows;
}
