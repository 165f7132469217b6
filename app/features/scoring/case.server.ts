/** Judgements and score cards as cases of their procedures. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import { actingPath, actingPathOf } from '../organisation/hands.server.ts';
import type { JudgementPlace, JudgementStage } from './judgement.ts';
import type { CardPlace, CardStage } from './procedure.ts';
import { judgementVisibleTo, visibleTo } from './visible.server.ts';

export type JudgementRow = {
  readonly id: string;
  readonly setId: string;
  readonly unitId: string;
  readonly blockId: string | null;
  readonly movementId: string | null;
  readonly review: 'yearly' | 'mid_term' | 'final' | null;
  readonly year: number;
  readonly title: string;
  readonly stage: JudgementStage;
  readonly selfUntil: PlainDate | null;
  readonly crossUntil: PlainDate | null;
  readonly appraiseUntil: PlainDate | null;
  readonly objectionDays: number;
  readonly objectionsUntil: PlainDate | null;
  readonly announcedAt: Date | null;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly minutesNumber: string | null;
  readonly minutesDate: PlainDate | null;
  readonly frozenAt: Date | null;
  readonly digest: string | null;
  readonly version: number;
  readonly leadUnitId: string | null;
  readonly places: Readonly<Record<JudgementPlace, UnitPath>>;
};

/** The very unit, not above it (ADR 0223). */
const leadingAt = (place: 'lead' | 'deputy') => sql<UnitPath>`array(
  select l.unit_id::text from block_leading l where l.block_id = s.block_id and l.year = s.year and l.place = ${place} and l.unit_id is not null)`;

const leadOf = sql`(select m.unit_id from block_member m where m.block_id = s.block_id and m.year = s.year and m.part = 'lead')`;

const judgementColumns = sql`judgement.id, judgement.set_id as "setId", judgement.unit_id as "unitId", s.block_id as "blockId", s.movement_id as "movementId",
  s.review, judgement.year, judgement.title, judgement.stage, judgement.self_until as "selfUntil", judgement.cross_until as "crossUntil",
  judgement.appraise_until as "appraiseUntil", judgement.objection_days as "objectionDays", judgement.objections_until as "objectionsUntil",
  judgement.announced_at as "announcedAt", judgement.submitted_by as "submittedBy", judgement.submitted_for as "submittedFor",
  judgement.minutes_number as "minutesNumber", judgement.minutes_date as "minutesDate", judgement.frozen_at as "frozenAt", judgement.digest,
  judgement.version, ${leadOf} as "leadUnitId", ${actingPath('judgement.unit_id')} as "unitPath"`;

type LoadedJudgement = Omit<JudgementRow, 'places'> & { readonly unitPath: UnitPath };

function judgementOf({ unitPath, ...row }: LoadedJudgement): JudgementRow {
  return { ...row, places: { unit: unitPath } };
}

export async function findJudgement(db: Kysely<DB>, actor: Actor, id: string): Promise<JudgementRow | undefined> {
  const { rows } =
    await sql<LoadedJudgement>`select ${judgementColumns} from judgement join criteria_set s on s.id = judgement.set_id
    where judgement.id = ${askedId(id)} and ${judgementVisibleTo(actor)}`.execute(db);
  return rows[0] && judgementOf(rows[0]);
}

export async function lockJudgement(tx: Transaction<DB>, actor: Actor, id: string): Promise<JudgementRow | undefined> {
  const { rows } =
    await sql<LoadedJudgement>`select ${judgementColumns} from judgement join criteria_set s on s.id = judgement.set_id
    where judgement.id = ${askedId(id)} and ${judgementVisibleTo(actor)} for update of judgement`.execute(tx);
  return rows[0] && judgementOf(rows[0]);
}

export type CardRow = {
  readonly id: string;
  readonly judgementId: string;
  readonly setId: string;
  readonly unitId: string;
  readonly year: number;
  readonly judgementStage: JudgementStage;
  readonly selfUntil: PlainDate | null;
  readonly objectionsUntil: PlainDate | null;
  readonly stage: CardStage;
  readonly crossUnitId: string | null;
  readonly isLate: boolean;
  readonly version: number;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  /** `field` is nowhere here: it depends on the criterion (`atField`). */
  readonly places: Readonly<Record<CardPlace, UnitPath>>;
};

type LoadedCard = Omit<CardRow, 'places'> & {
  readonly unitPath: UnitPath;
  readonly crossPath: UnitPath;
  readonly leadPath: UnitPath;
  readonly deputyPath: UnitPath;
  readonly rootPath: UnitPath;
};

function cardOf({ unitPath, crossPath, leadPath, deputyPath, rootPath, ...row }: LoadedCard): CardRow {
  const places = { unit: unitPath, cross: crossPath, lead: leadPath, deputy: deputyPath, root: rootPath, field: [] };
  return { ...row, places };
}

const cards = (actor: Actor, id: string) => sql`
  select score_card.id, score_card.judgement_id as "judgementId", judgement.set_id as "setId", score_card.unit_id as "unitId", judgement.year,
    judgement.stage as "judgementStage", judgement.self_until as "selfUntil", judgement.objections_until as "objectionsUntil", score_card.stage,
    score_card.cross_unit_id as "crossUnitId", score_card.is_late as "isLate", score_card.version, score_card.submitted_by as "submittedBy",
    score_card.submitted_for as "submittedFor", ${actingPath('score_card.unit_id')} as "unitPath", ${actingPath('score_card.cross_unit_id')} as "crossPath",
    ${leadingAt('lead')} as "leadPath", ${leadingAt('deputy')} as "deputyPath",
    ${actingPath('judgement.unit_id')} as "rootPath"
  from score_card join judgement on judgement.id = score_card.judgement_id join criteria_set s on s.id = judgement.set_id
  where score_card.id = ${askedId(id)} and ${visibleTo(actor)}`;

export async function findCard(db: Kysely<DB>, actor: Actor, id: string): Promise<CardRow | undefined> {
  const { rows } = await sql<LoadedCard>`${cards(actor, id)}`.execute(db);
  return rows[0] && cardOf(rows[0]);
}

/** The judgement is locked with it for sharing: it does not move on while a card is written. */
export async function lockCard(tx: Transaction<DB>, actor: Actor, id: string): Promise<CardRow | undefined> {
  const { rows } = await sql<LoadedCard>`${cards(actor, id)} for update of score_card for share of judgement`.execute(
    tx,
  );
  return rows[0] && cardOf(rows[0]);
}

/** The card as whoever is in charge of a criterion's field meets it. */
export async function atField(db: Kysely<DB>, card: CardRow, expertUnitId: string | null): Promise<CardRow> {
  if (expertUnitId === null) return card;
  return { ...card, places: { ...card.places, field: await actingPathOf(db, expertUnitId) } };
}
