/** All that goes into a judgement's result, as known now: the page, the freeze and a simulation read it through this. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { setById } from '../criteria/sets.server.ts';
import type { ReadCard } from '../scoring/cards.server.ts';
import { readCards } from '../scoring/cards.server.ts';
import type { Threshold } from './classify.ts';
import type { Inputs, KeptCard, LaidDown } from './outcome.ts';
import { keptMeasure } from '../scoring/kept-measure.ts';
import { canonical } from './outcome.ts';
import type { TieDecision } from './rank.ts';

type Asked = {
  readonly judgementId: string;
  readonly setId: string;
  readonly year: number;
  readonly today: PlainDate;
};

/** For callers that may read the judgement's cards. */
export async function inputsOf(db: Kysely<DB>, { judgementId, setId, year, today }: Asked): Promise<Inputs> {
  const set = await setById(db, setId);
  if (!set) throw new Error(`judgement ${judgementId} without its criteria`);
  const [cards, laid, decisions] = await Promise.all([
    readCards(db, { judgementId, set, year, today }),
    thresholdsOf(db, year),
    decisionsOf(db, judgementId),
  ]);
  const { criteria, bonusCap, penaltyCap, tieRules } = set;
  return { set: { criteria, bonusCap, penaltyCap }, tieRules, ...laid, decisions, cards: cards.map(keptCard) };
}

function keptCard({ unitId, given, facts }: ReadCard): KeptCard {
  return {
    unitId,
    given: Object.fromEntries(
      [...given].map(([code, own]) => [
        code,
        own.map(({ step, scored, reason, at }) => ({ step, scored, reason, at })),
      ]),
    ),
    facts: Object.fromEntries([...facts].map(([key, measured]) => [key, keptMeasure(measured)])),
  };
}

/** Of the latest year not after it; confirmed ones before defaults. Empty: nothing was laid down and nothing is classified. */
export async function thresholdsOf(db: Kysely<DB>, year: number): Promise<Pick<Inputs, 'thresholds' | 'laidDown'>> {
  const { rows } = await sql<LaidDown & { readonly thresholds: readonly Threshold[] }>`
    select id, state = 'default' as "isDefault", from_year as "fromYear", source, thresholds from classification_rule
    where from_year <= ${year} and state in ('default', 'confirmed')
    order by state = 'confirmed' desc, from_year desc, confirmed_at desc, proposed_at desc limit 1`.execute(db);
  const [row] = rows;
  if (!row) return { thresholds: [], laidDown: null };
  const { thresholds, ...laidDown } = row;
  return { thresholds, laidDown };
}

async function decisionsOf(db: Kysely<DB>, judgementId: string): Promise<readonly TieDecision[]> {
  const { rows } = await sql<TieDecision>`select id, unit_order::text[] as "order" from tie_decision
    where judgement_id = ${judgementId} and withdrawn_at is null order by decided_at, id`.execute(db);
  return rows;
}

export function digestOf(inputs: Inputs): string {
  return createHash('sha256').update(canonical(inputs)).digest('hex');
}
