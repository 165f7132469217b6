/** Scoring: whoever must act next hears that a judgement or a card has come to them; units hear what became of theirs. */
import { sql } from 'kysely';
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Subject = { readonly id: string; readonly subject_id: string };
type Heard = Promise<readonly Omit<Told, 'entryId'>[]>;
type After = { readonly move?: string; readonly reason?: string | null };

async function said(db: Database, entryId: string): Promise<After> {
  const { rows } =
    await sql<After>`select after ->> 'move' as move, reason from record_entry where id = ${entryId}`.execute(db);
  return rows[0] ?? {};
}

/** Opened, announced: every unit that has a card. What follows is told of where results are. */
export async function tellJudgement(db: Database, { id, subject_id }: Subject, holders: Holders): Heard {
  const { move } = await said(db, id);
  if (move !== 'open' && move !== 'announce') return [];
  const judgement = await db
    .selectFrom('judgement')
    .select(['id', 'title', 'self_until', 'objections_until'])
    .where('id', '=', subject_id)
    .executeTakeFirst();
  if (!judgement) return [];
  const cards = await db
    .selectFrom('score_card')
    .select(['id', 'unit_id'])
    .where('judgement_id', '=', subject_id)
    .where('stage', '<>', 'dropped')
    .execute();
  const day = move === 'open' ? judgement.self_until : judgement.objections_until;
  const facts = { about: 'judgement', move, title: judgement.title, day } as const;
  return Promise.all(
    cards.map(async (card) => ({
      facts,
      link: `/cham-diem/phieu/${card.id}`,
      people: await holders(['officer', 'head'], card.unit_id, 'there only'),
    })),
  );
}

type Card = {
  readonly id: string;
  readonly stage: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly crossUnitId: string | null;
  readonly rootId: string;
  readonly day: string | null;
};

async function cardOf(db: Database, id: string): Promise<Card | undefined> {
  const { rows } = await sql<Card>`
    select c.id, c.stage, c.unit_id as "unitId", u.name as "unitName", c.cross_unit_id as "crossUnitId", j.unit_id as "rootId",
      case c.stage when 'self' then j.self_until when 'cross' then j.cross_until end as day
    from score_card c join judgement j on j.id = c.judgement_id join unit_now u on u.id = c.unit_id where c.id = ${id}`.execute(
    db,
  );
  return rows[0];
}

/** To whoever has the next step: the cross-scorer, who appraises, or the unit again. */
export async function tellCard(db: Database, { id, subject_id }: Subject, holders: Holders): Heard {
  const [card, { move, reason = null }] = await Promise.all([cardOf(db, subject_id), said(db, id)]);
  if (!card || move === 'recall' || move === 'conclude' || move === 'reopen') return [];
  const what = move === 'return' || move === 'drop' ? move : card.stage === 'cross' ? 'to_cross' : 'to_appraise';
  return [
    {
      facts: factsOf(card, what, reason),
      link: `/cham-diem/phieu/${card.id}`,
      people: await nextOf(card, what, holders),
    },
  ];
}

type What = 'return' | 'drop' | 'to_cross' | 'to_appraise' | 'reminded';

function factsOf({ unitName, day }: Card, what: What, reason: string | null) {
  return { about: 'score_card', what, unit: unitName, day, reason } as const;
}

async function nextOf(card: Card, what: What, holders: Holders): Promise<readonly string[]> {
  const isOfCross = what === 'to_cross' || (what === 'reminded' && card.stage === 'cross');
  if (isOfCross && card.crossUnitId) return holders(['officer', 'head'], card.crossUnitId, 'there only');
  if (what === 'to_appraise') return holders(['appraiser'], card.rootId, 'there only');
  return isOfCross ? [] : holders(['officer', 'head'], card.unitId, 'there only');
}

/** The member that is to score it; while the unit still scores itself it hears when the card comes. */
export async function tellAssigned(db: Database, { subject_id }: Subject, holders: Holders): Heard {
  const card = await cardOf(db, subject_id);
  if (card?.stage !== 'cross') return [];
  const people = await nextOf(card, 'to_cross', holders);
  return [{ facts: factsOf(card, 'to_cross', null), link: `/cham-diem/phieu/${card.id}`, people }];
}

export async function tellReminded(db: Database, { subject_id }: Subject, holders: Holders): Heard {
  const card = await cardOf(db, subject_id);
  if (card?.stage !== 'self' && card?.stage !== 'cross') return [];
  const people = await nextOf(card, 'reminded', holders);
  return [{ facts: factsOf(card, 'reminded', null), link: `/cham-diem/phieu/${card.id}`, people }];
}

/** Filed: whoever appraises. Answered: the unit. */
export async function tellObjection(db: Database, { subject_id }: Subject, holders: Holders): Heard {
  const one = await db
    .selectFrom('objection as o')
    .innerJoin('score_card as c', 'c.id', 'o.card_id')
    .innerJoin('judgement as j', 'j.id', 'c.judgement_id')
    .innerJoin('unit_now as u', 'u.id', 'c.unit_id')
    .select(['o.stage', 'o.code', 'c.id as cardId', 'c.unit_id as unitId', 'j.unit_id as rootId', 'u.name as unit'])
    .where('o.id', '=', subject_id)
    .executeTakeFirst();
  if (!one || one.stage === 'withdrawn') return [];
  const people =
    one.stage === 'filed'
      ? await holders(['appraiser'], one.rootId, 'there only')
      : await holders(['officer', 'head'], one.unitId, 'there only');
  const facts = { about: 'objection', stage: one.stage, unit: one.unit ?? '', code: one.code } as const;
  return [{ facts, link: `/cham-diem/phieu/${one.cardId}`, people }];
}
