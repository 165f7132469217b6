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

/** Of one card, a list for each column: what stands at one place in all of them is one step's word. */
type GivenColumns = {
  readonly cardId: string;
  readonly codes: readonly string[];
  readonly steps: readonly ScoreStep[];
  readonly states: readonly Scored['state'][];
  readonly points: readonly (number | null)[];
  readonly reasons: readonly string[];
  readonly by: readonly (string | null)[];
  readonly forUnitIds: readonly (string | null)[];
  readonly at: readonly string[];
};

/** A block's cards hold thousands of words: read as one text for each column of a card they cost the database and the driver least (ADR 0259). */
async function givenOf(
  db: Kysely<DB>,
  cardIds: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, readonly Given[]>>> {
  const { rows } = await sql<GivenColumns>`
    select card_id as "cardId", json_agg(code) as codes, json_agg(step) as steps, json_agg(state) as states, json_agg(points) as points,
      json_agg(reason) as reasons, json_agg(entered_by) as by, json_agg(for_unit_id) as "forUnitIds",
      json_agg(to_char(entered_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) as at
    from card_score where card_id = any(${[...cardIds]}::uuid[]) and state <> 'missing' group by card_id`.execute(db);
  return new Map(rows.map((row) => [row.cardId, byCode(row)]));
}

function byCode(row: GivenColumns): ReadonlyMap<string, readonly Given[]> {
  const all = new Map<string, Given[]>();
  for (const [place, code] of row.codes.entries()) {
    const own = all.get(code);
    if (own) own.push(givenAt(row, place));
    else all.set(code, [givenAt(row, place)]);
  }
  for (const own of all.values()) if (own.length > 1) own.sort((a, b) => (a.at < b.at ? -1 : 1));
  return all;
}

function givenAt({ steps, states, points, reasons, by, forUnitIds, at }: GivenColumns, place: number): Given {
  const state = states[place] ?? 'missing';
  return {
    step: steps[place] ?? 'self',
    scored: state === 'points' ? { state, points: points[place] ?? 0 } : { state },
    reason: reasons[place] ?? '',
    by: by[place] ?? null,
    forUnitId: forUnitIds[place] ?? null,
    at: at[place] ?? '',
  };
}
