/** Score cards of a judgement with what each step gave, what the data say, what stands, and what it adds up to. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { CriteriaSet } from '../criteria/criterion.ts';
import type { Measure } from '../criteria/rule.ts';
import type { Given } from './card.ts';
import { factsOf } from './facts.server.ts';
import { frozenFacts } from './frozen-facts.server.ts';
import type { Facts } from './measured.ts';
import type { Scored } from './points.ts';
import type { Reckoned } from './reckoned.ts';
import { reckoned } from './reckoned.ts';
import type { CardStage, ScoreStep } from './procedure.ts';

export type StoredCard = {
  readonly id: string;
  readonly judgementId: string;
  readonly unitId: string;
  readonly stage: CardStage;
  readonly crossUnitId: string | null;
  readonly isLate: boolean;
  readonly version: number;
};

/** With what each step gave, by code of the criterion, and what the data say; nothing is reckoned of it yet. */
export type ReadCard = StoredCard & {
  readonly given: ReadonlyMap<string, readonly Given[]>;
  readonly facts: Facts;
};
export type ReckonedCard = ReadCard & Reckoned;

export type Reckoning = {
  readonly judgementId: string;
  readonly set: CriteriaSet;
  readonly year: number;
  readonly today: PlainDate;
  readonly known?: PlainDate | undefined;
  /** With the figures that were frozen, not those of today. */
  readonly isFrozen?: boolean | undefined;
  /** Only this unit's. */
  readonly unitId?: string | undefined;
};

/** For callers that may read the cards. In the order of the units' names; without those that were taken out. */
export async function reckonedCards(db: Kysely<DB>, asked: Reckoning): Promise<readonly ReckonedCard[]> {
  return (await readCards(db, asked)).map((card) => reckon(card, asked.set));
}

/** The same, for whoever reckons with them later. */
export async function readCards(db: Kysely<DB>, asked: Reckoning): Promise<readonly ReadCard[]> {
  const cards = await cardsOf(db, asked);
  const unitIds = cards.map(({ unitId }) => unitId);
  const { judgementId, year, today, known, set } = asked;
  const [given, facts] = await Promise.all([
    givenOf(
      db,
      cards.map(({ id }) => id),
    ),
    asked.isFrozen
      ? frozenFacts(db, judgementId, asked.unitId)
      : factsOf(db, { judgementId, year, today, known, unitIds, measures: measuresOf(set) }),
  ]);
  return cards.map((card) => ({
    ...card,
    given: given.get(card.id) ?? new Map(),
    facts: facts.get(card.unitId) ?? new Map(),
  }));
}

export function measuresOf({ criteria }: CriteriaSet): readonly Measure[] {
  return criteria.flatMap(({ rule }) => (rule === null ? [] : [rule.measure]));
}

function reckon(card: ReadCard, set: CriteriaSet): ReckonedCard {
  const { given, facts } = card;
  const isOpen = card.stage !== 'appraised';
  const own = { given: (code: string) => given.get(code) ?? [], measured: (key: string) => facts.get(key), isOpen };
  return { ...card, ...reckoned(set, own) };
}

async function cardsOf(db: Kysely<DB>, { judgementId, unitId }: Reckoning): Promise<readonly StoredCard[]> {
  const { rows } = await sql<StoredCard>`
    select c.id, c.judgement_id as "judgementId", c.unit_id as "unitId", c.stage, c.cross_unit_id as "crossUnitId", c.is_late as "isLate", c.version
    from score_card c join unit_now u on u.id = c.unit_id
    where c.judgement_id = ${judgementId} and c.stage <> 'dropped' and ${unitId === undefined ? sql`true` : sql`c.unit_id = ${unitId}`}
    order by u.name collate "vi-x-icu", c.id`.execute(db);
  return rows;
}

type GivenRow = readonly [
  code: string,
  step: ScoreStep,
  state: Scored['state'],
  points: number | null,
  reason: string,
  by: string | null,
  forUnitId: string | null,
  at: string,
];

/** A block's cards hold thousands of words: one text for each card is read several times faster than a row for each word. */
async function givenOf(
  db: Kysely<DB>,
  cardIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly Given[]>>> {
  const { rows } = await sql<{ readonly cardId: string; readonly given: readonly GivenRow[] }>`
    select card_id as "cardId",
      json_agg(json_build_array(code, step, state, points, reason, entered_by, for_unit_id,
        to_char(entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by entered_at) as given
    from card_score where card_id = any(${[...cardIds]}::uuid[]) and state <> 'missing' group by card_id`.execute(db);
  return new Map(rows.map(({ cardId, given }) => [cardId, byCode(given)]));
}

function byCode(rows: readonly GivenRow[]): ReadonlyMap<string, readonly Given[]> {
  const all = new Map<string, Given[]>();
  for (const [code, step, state, points, reason, by, forUnitId, at] of rows) {
    const scored: Scored = state === 'points' ? { state, points: points ?? 0 } : { state };
    const one = { step, scored, reason, by, forUnitId, at };
    const own = all.get(code);
    if (own) own.push(one);
    else all.set(code, [one]);
  }
  return all;
}
