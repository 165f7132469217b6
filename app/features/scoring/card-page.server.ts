/** One score card: what each step gave at each criterion, by whom and why, what the data say, what stands, and what the asker may do. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Criterion } from '../criteria/criterion.ts';
import type { StoredSet } from '../criteria/sets.server.ts';
import { setById } from '../criteria/sets.server.ts';
import type { Given, Standing } from './card.ts';
import { leastPoints } from './card.ts';
import type { ReckonedCard } from './cards.server.ts';
import { reckonedCards } from './cards.server.ts';
import type { CardRow } from './case.server.ts';
import { atField, findCard } from './case.server.ts';
import { isInterested } from './interest.server.ts';
import type { Facts, Measured, MeasureShown } from './measured.ts';
import { measureKey, shownMeasure } from './measured.ts';
import type { Total } from './points.ts';
import type { CardMove, ScoreStep } from './procedure.ts';
import { cardProcedure } from './procedure.ts';
import { pointsVisibleTo } from './visible.server.ts';

export type GivenShown = Omit<Given, 'by' | 'forUnitId'> & {
  readonly byName: string | null;
  readonly unitName: string | null;
};
export type CardLine = {
  readonly one: Criterion;
  readonly depth: number;
  readonly given: readonly GivenShown[];
  /** Of a criterion; a group has its sum instead. */
  readonly standing: Standing | null;
  readonly measured: MeasureShown | null;
  /** Of a frozen card: what the data say today, where that gives another figure. */
  readonly since: MeasureShown | null;
  /** Scored from data that are missing: the points if what is not known counts as not attained. */
  readonly least: number | null;
};
/** Scored under an edition of the criteria that the judgement has left: it counts for nothing and is not lost. */
export type LeftOver = { readonly code: string; readonly title: string | null; readonly given: readonly GivenShown[] };
export type CardPage = {
  readonly card: CardRow;
  readonly names: CardNames;
  readonly set: StoredSet;
  /** Null: the asker may know that it is there, not what is on it. */
  readonly content: {
    readonly lines: readonly CardLine[];
    readonly leftOver: readonly LeftOver[];
    readonly total: Total;
  } | null;
  readonly moves: readonly CardMove[];
  /** Whose forms the asker may fill in now. */
  readonly steps: readonly ScoreStep[];
};
export type CardNames = {
  readonly unitName: string;
  readonly unitCode: string;
  readonly isActive: boolean;
  readonly crossName: string | null;
  readonly judgementTitle: string;
  readonly ofName: string;
  readonly submittedName: string | null;
  readonly submittedAt: Date | null;
  readonly frozenAt: Date | null;
};

export async function cardPage(
  db: Kysely<DB>,
  actor: Actor,
  { id, today, known }: { readonly id: string; readonly today: PlainDate; readonly known?: PlainDate | undefined },
): Promise<CardPage | undefined> {
  const card = await findCard(db, actor, id);
  if (!card) return undefined;
  const [set, names, sees] = await Promise.all([setById(db, card.setId), namesOf(db, id), seesPoints(db, actor, id)]);
  if (!set) throw new Error(`card ${id} without its criteria`);
  const { judgementId, year, unitId } = card;
  const isFrozen = card.judgementStage === 'frozen';
  const asked = { judgementId, set, year, today, known: isFrozen ? undefined : known, unitId };
  const [reckoned] = sees ? await reckonedCards(db, { ...asked, isFrozen }) : [];
  const [now] = sees && isFrozen ? await reckonedCards(db, asked) : [];
  return {
    card,
    names,
    set,
    content: reckoned ? await contentOf(db, set, { card: reckoned, now: now?.facts }) : null,
    moves: movesFor(cardProcedure, card, actor).filter((move) => isTimely(card, move, today)),
    steps: await stepsOf(db, actor, card, set),
  };
}

/** What the table of moves leaves to the judgement: its stage, and the term of objections. */
function isTimely({ judgementStage, objectionsUntil }: CardRow, move: CardMove, today: PlainDate): boolean {
  if (move === 'object') return judgementStage === 'announced' && objectionsUntil !== null && today <= objectionsUntil;
  return judgementStage === (move === 'answer' ? 'announced' : 'scoring');
}

export async function seesPoints(db: Kysely<DB>, actor: Actor, id: string): Promise<boolean> {
  const { rows } = await sql<{ sees: boolean }>`
    select ${pointsVisibleTo(actor)} as sees from score_card join judgement on judgement.id = score_card.judgement_id
    where score_card.id = ${id}`.execute(db);
  return rows[0]?.sees ?? false;
}

async function namesOf(db: Kysely<DB>, id: string): Promise<CardNames> {
  const { rows } = await sql<CardNames>`
    select u.name as "unitName", u.code as "unitCode", u.is_active as "isActive", x.name as "crossName", j.title as "judgementTitle",
      coalesce(b.name, m.name) as "ofName", p.full_name as "submittedName", c.submitted_at as "submittedAt", j.frozen_at as "frozenAt"
    from score_card c join judgement j on j.id = c.judgement_id join criteria_set s on s.id = j.set_id join unit_now u on u.id = c.unit_id
    left join unit_now x on x.id = c.cross_unit_id left join block b on b.id = s.block_id left join movement m on m.id = s.movement_id
    left join person p on p.id = c.submitted_by where c.id = ${id}`.execute(db);
  if (!rows[0]) throw new Error(`card ${id} was not read`);
  return rows[0];
}

export async function stepsOf(
  db: Kysely<DB>,
  actor: Actor,
  card: CardRow,
  { criteria }: StoredSet,
): Promise<readonly ScoreStep[]> {
  if (card.judgementStage !== 'scoring') return [];
  const may = (subject: CardRow, move: CardMove) => permit(cardProcedure, subject, actor, move, { reason: 'x' }).ok;
  const bodies = [...new Set(criteria.flatMap(({ expertUnitId }) => expertUnitId ?? []))];
  const fields = await Promise.all(bodies.map((unitId) => atField(db, card, unitId)));
  const isApart = !(await isInterested(db, actor, card.unitId));
  return [
    ...(may(card, 'score_self') ? (['self'] as const) : []),
    ...(isApart && may(card, 'score_cross') ? (['cross'] as const) : []),
    ...(isApart && fields.some((field) => may(field, 'score_field')) ? (['expert'] as const) : []),
    ...(may(card, 'appraise') ? (['appraisal'] as const) : []),
  ];
}

async function contentOf(
  db: Kysely<DB>,
  set: StoredSet,
  { card, now }: { readonly card: ReckonedCard; readonly now: Facts | undefined },
): Promise<NonNullable<CardPage['content']>> {
  const named = await namer(db, [...card.given.values()].flat());
  const codes = new Set(set.criteria.map(({ code }) => code));
  const lines = set.criteria.map((one) => {
    const measured = one.rule === null ? undefined : card.facts.get(measureKey(one.rule.measure));
    return {
      one,
      depth: depthOf(set.criteria, one),
      given: (card.given.get(one.code) ?? []).map(named),
      standing: card.standing.get(one.code) ?? null,
      measured: measured ? shownMeasure(measured) : null,
      since: sinceOf(measured, one.rule === null ? undefined : now?.get(measureKey(one.rule.measure))),
      least: one.way === 'data' ? leastPoints(one, measured) : null,
    };
  });
  const left = [...card.given].filter(([code]) => !codes.has(code));
  const titles = await titlesBefore(
    db,
    set,
    left.map(([code]) => code),
  );
  const leftOver = left.map(([code, given]) => ({ code, title: titles.get(code) ?? null, given: given.map(named) }));
  return { lines, leftOver, total: card.total };
}

function sinceOf(frozen: Measured | undefined, now: Measured | undefined): MeasureShown | null {
  if (!frozen || !now) return null;
  const [before, after] = [shownMeasure(frozen), shownMeasure(now)];
  return JSON.stringify(before) === JSON.stringify(after) ? null : after;
}

export function depthOf(criteria: readonly Criterion[], { parent }: Criterion): number {
  const above = criteria.find(({ code }) => code === parent);
  return above ? 1 + depthOf(criteria, above) : 0;
}

async function namer(db: Kysely<DB>, given: readonly Given[]): Promise<(one: Given) => GivenShown> {
  const people = [...new Set(given.flatMap(({ by }) => by ?? []))];
  const units = [...new Set(given.flatMap(({ forUnitId }) => forUnitId ?? []))];
  const { rows } = await sql<{ id: string; name: string }>`
    select id, full_name as name from person where id = any(${people}::uuid[])
    union all select id, name from unit_now where id = any(${units}::uuid[])`.execute(db);
  const names = new Map(rows.map(({ id, name }) => [id, name]));
  return ({ by, forUnitId, ...one }) => ({
    ...one,
    byName: names.get(by ?? '') ?? null,
    unitName: names.get(forUnitId ?? '') ?? null,
  });
}

/** What removed criteria were called in the latest edition that had them. */
async function titlesBefore(
  db: Kysely<DB>,
  set: StoredSet,
  codes: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (codes.length === 0) return new Map();
  const { rows } = await sql<{ code: string; title: string }>`
    select distinct on (c.code) c.code, c.title from criterion c join criteria_set s on s.id = c.set_id
    where c.code = any(${[...codes]}::text[]) and s.year = ${set.year} and s.block_id is not distinct from ${set.blockId}::uuid
      and s.movement_id is not distinct from ${set.movementId}::uuid and s.stage = 'superseded' order by c.code, s.edition desc`.execute(
    db,
  );
  return new Map(rows.map(({ code, title }) => [code, title]));
}
