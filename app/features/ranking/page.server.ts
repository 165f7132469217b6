/** The table of a block: reckoned now until it is frozen, from then on as it was frozen. Places say something of every unit, so whoever may not read every card sees none. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { JudgementRow } from '../scoring/case.server.ts';
import { findJudgement } from '../scoring/case.server.ts';
import type { JudgementMove } from '../scoring/judgement.ts';
import { judgementProcedure } from '../scoring/judgement.ts';
import { pointsVisibleTo } from '../scoring/visible.server.ts';
import type { ListedAppeal } from './appeals/list.server.ts';
import { listAppeals } from './appeals/list.server.ts';
import type { Condition, SettleWay } from './conditions.server.ts';
import { conditionsOf, settleWays } from './conditions.server.ts';
import { frozenOf } from './frozen.server.ts';
import { inputsOf } from './inputs.server.ts';
import type { Inputs, LaidDown } from './outcome.ts';
import { outcomesOf } from './outcome.ts';
import type { Publication } from './publication/publishing.server.ts';
import { liveOf, publicationDeeds } from './publication/publishing.server.ts';
import type { RankedRow } from './ranked.ts';
import { byPlace, rankedRow } from './ranked.ts';
import type { MadeTieDecision } from './ties.server.ts';
import { tieDecisions } from './ties.server.ts';

export type Named = { readonly unitCode: string; readonly unitName: string; readonly cardId: string | null };
export type RankedUnit = RankedRow & Named;
export type Ranking = {
  readonly rows: readonly RankedUnit[];
  readonly laidDown: LaidDown | null;
  readonly thresholds: Inputs['thresholds'];
  /** Titles of groups and criteria by code. */
  readonly titles: Readonly<Record<string, string>>;
  readonly ties: readonly MadeTieDecision[];
};
export type RankingPage = {
  readonly judgement: JudgementRow;
  readonly ofName: string;
  /** Null: the asker may not read every card yet. */
  readonly ranking: Ranking | null;
  readonly next: NextStep | null;
  readonly moves: readonly JudgementMove[];
  /** Of a frozen result: whether everybody may see it, and what this person may do about that. */
  readonly live: Publication | null;
  readonly deeds: ReturnType<typeof publicationDeeds>;
  readonly appeals: readonly ListedAppeal[];
};
/** The step that comes next, with all that it asks for; `refusal`: why this very person may not take it. */
export type NextStep = {
  readonly move: SettleWay;
  readonly conditions: readonly Condition[];
  readonly refusal: ProcedureRefusal | null;
};

type Asked = { readonly id: string; readonly today: PlainDate };

export async function rankingPage(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<RankingPage | undefined> {
  const judgement = await findJudgement(db, actor, asked.id);
  if (!judgement) return undefined;
  const [ofName, isWhole] = await Promise.all([nameOf(db, judgement.id), readsAll(db, actor, judgement.id)]);
  const ranking = isWhole ? await rankingOf(db, judgement, asked.today) : null;
  const moves = movesFor(judgementProcedure, judgement, actor);
  const next = ranking && (await nextStep(db, actor, { judgement, today: asked.today, rows: ranking.rows }));
  const live = (await liveOf(db, judgement.id)) ?? null;
  const { rows: appeals } = await listAppeals(db, actor, { today: asked.today, judgementId: judgement.id, size: 200 });
  const deeds = publicationDeeds(judgement, actor, live);
  return { judgement, ofName, ranking, next, moves, live, deeds, appeals };
}

/** For callers that know that the asker may read every card. */
export async function rankingOf(db: Kysely<DB>, judgement: JudgementRow, today: PlainDate): Promise<Ranking> {
  const { id, setId, year, stage } = judgement;
  const { inputs, rows } =
    stage === 'frozen' ? await frozenOf(db, id) : await reckonedNow(db, { judgementId: id, setId, year, today });
  const [names, ties] = await Promise.all([namesIn(db, id), tieDecisions(db, id)]);
  const { laidDown, thresholds, set } = inputs;
  const titles = Object.fromEntries(set.criteria.map(({ code, title }) => [code, title]));
  const inOrder = names.flatMap(({ unitId, ...named }) => {
    const row = rows.find((one) => one.unitId === unitId);
    return row ? [{ ...row, ...named }] : [];
  });
  return { rows: byPlace(inOrder), laidDown, thresholds, titles, ties };
}

async function reckonedNow(db: Kysely<DB>, asked: Parameters<typeof inputsOf>[1]) {
  const inputs = await inputsOf(db, asked);
  return { inputs, rows: outcomesOf(inputs).map((one) => rankedRow(one, inputs.thresholds)) };
}

/** Whether the asker may read what is on every card of the judgement. */
export async function readsAll(db: Kysely<DB>, actor: Actor, judgementId: string): Promise<boolean> {
  const { rows } = await sql<{ reads: boolean | null }>`
    select bool_and(${pointsVisibleTo(actor)}) as reads from score_card join judgement on judgement.id = score_card.judgement_id
    where judgement.id = ${judgementId} and score_card.stage <> 'dropped'`.execute(db);
  return rows[0]?.reads ?? false;
}

type Stepping = {
  readonly judgement: JudgementRow;
  readonly today: PlainDate;
  readonly rows: readonly RankedRow[];
};

async function nextStep(db: Kysely<DB>, actor: Actor, { judgement, today, rows }: Stepping): Promise<NextStep | null> {
  const move = settleWays.find((each) => judgementProcedure[judgement.stage][each] !== undefined);
  if (!move) return null;
  const allowed = permit(judgementProcedure, judgement, actor, move);
  const conditions = await conditionsOf(db, judgement, { move, today, rows });
  return { move, conditions, refusal: allowed.ok ? null : allowed.refusal };
}

/** The block, else the movement. */
export async function nameOf(db: Kysely<DB>, judgementId: string): Promise<string> {
  const { rows } = await sql<{ name: string }>`
    select coalesce(b.name, m.name) as name from judgement j join criteria_set s on s.id = j.set_id
    left join block b on b.id = s.block_id left join movement m on m.id = s.movement_id where j.id = ${judgementId}`.execute(
    db,
  );
  return rows[0]?.name ?? '';
}

/** In the order of their names. */
async function namesIn(db: Kysely<DB>, judgementId: string): Promise<readonly (Named & { unitId: string })[]> {
  const { rows } = await sql<Named & { unitId: string }>`
    select c.unit_id as "unitId", u.code as "unitCode", u.name as "unitName", c.id as "cardId"
    from score_card c join unit_now u on u.id = c.unit_id where c.judgement_id = ${judgementId} and c.stage <> 'dropped'
    order by u.name collate "vi-x-icu", u.id`.execute(db);
  return rows;
}
