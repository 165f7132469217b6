/**
 * One card beside its block, over the years, and what would lift it next. Whoever may read the card reads its own points; the block's median and best only once points are
 * announced, and only who may read every card of it.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { CriteriaSet } from '../criteria/criterion.ts';
import { isScored } from '../criteria/criterion.ts';
import type { Quantity } from '../criteria/rule.ts';
import { setById } from '../criteria/sets.server.ts';
import { frozenOf } from '../ranking/frozen.server.ts';
import { inputsOf } from '../ranking/inputs.server.ts';
import type { Inputs, Outcome } from '../ranking/outcome.ts';
import { outcomesOf } from '../ranking/outcome.ts';
import { measuredOf } from '../scoring/kept-measure.ts';
import { readsAll } from '../ranking/page.server.ts';
import type { CardRow } from '../scoring/case.server.ts';
import { findCard } from '../scoring/case.server.ts';
import { reckonedCards } from '../scoring/cards.server.ts';
import type { JudgementStage } from '../scoring/judgement.ts';
import { measureKey } from '../scoring/measured.ts';
import type { Measured } from '../scoring/measured.ts';
import type { Scored, Total } from '../scoring/points.ts';
import { shownScore } from '../scoring/points.ts';
import { pointsVisibleTo } from '../scoring/visible.server.ts';
import type { Against, Reckoned } from './against.ts';
import { againstBlock, medianOf } from './against.ts';
import type { Lift } from './lift.ts';
import { liftsOf } from './lift.ts';
import { pastYears } from './years.server.ts';
import type { YearLine } from './years.server.ts';

export type ComparisonPage = {
  readonly card: CardRow;
  readonly names: ComparedNames;
  /** Null: the asker may know that the card is there, not what is on it. */
  readonly content: Compared | null;
};
export type Compared = {
  readonly lines: readonly Against[];
  readonly isWithBlock: boolean;
  readonly years: readonly YearLine[];
  /** Null once the result is frozen: nothing lifts it any more. */
  readonly lifts: readonly Lift[] | null;
  /** Rounded to a hundredth. */
  readonly shown: number | null;
  readonly full: number;
};
export type ComparedNames = { readonly unitName: string; readonly judgementTitle: string; readonly ofName: string };

type Asked = { readonly id: string; readonly today: PlainDate };

const comparable: readonly JudgementStage[] = ['announced', 'settled', 'signed_off', 'frozen'];

export async function comparisonPage(
  db: Kysely<DB>,
  actor: Actor,
  { id, today }: Asked,
): Promise<ComparisonPage | undefined> {
  const card = await findCard(db, actor, id);
  if (!card) return undefined;
  const [names, sees] = await Promise.all([namesOf(db, id), seesCard(db, actor, id)]);
  return { card, names, content: sees ? await contentOf(db, actor, card, today) : null };
}

export async function seesCard(db: Kysely<DB>, actor: Actor, id: string): Promise<boolean> {
  const { rows } = await sql<{ sees: boolean }>`
    select ${pointsVisibleTo(actor)} as sees from score_card join judgement on judgement.id = score_card.judgement_id
    where score_card.id = ${id}`.execute(db);
  return rows[0]?.sees ?? false;
}

export async function namesOf(db: Kysely<DB>, id: string): Promise<ComparedNames> {
  const { rows } = await sql<ComparedNames>`
    select u.name as "unitName", j.title as "judgementTitle", coalesce(b.name, m.name) as "ofName"
    from score_card c join judgement j on j.id = c.judgement_id join criteria_set s on s.id = j.set_id join unit_now u on u.id = c.unit_id
    left join block b on b.id = s.block_id left join movement m on m.id = s.movement_id where c.id = ${id}`.execute(db);
  if (!rows[0]) throw new Error(`card ${id} was not read`);
  return rows[0];
}

async function contentOf(db: Kysely<DB>, actor: Actor, card: CardRow, today: PlainDate): Promise<Compared> {
  const isWithBlock = comparable.includes(card.judgementStage) && (await readsAll(db, actor, card.judgementId));
  const read = isWithBlock ? await readBlock(db, card, today) : await readAlone(db, card, today);
  const { own, all, set } = read;
  const past = await pastYears(db, actor, card);
  const lifts = card.judgementStage === 'frozen' ? null : liftsOf(set, own.scores, read.facts);
  return {
    lines: againstBlock(set, own, all),
    isWithBlock,
    years: read.year === null ? past : [...past.filter(({ year }) => year !== read.year?.year), read.year],
    lifts,
    shown: own.total.score === null ? null : shownScore(own.total.score),
    full: own.total.full,
  };
}

type Read = {
  readonly set: CriteriaSet;
  readonly own: Reckoned;
  readonly all: readonly Reckoned[] | null;
  readonly facts: ReadonlyMap<string, Quantity>;
  /** Of this judgement, where it is not frozen and its places may be known. */
  readonly year: YearLine | null;
};

async function readBlock(db: Kysely<DB>, card: CardRow, today: PlainDate): Promise<Read> {
  const { judgementId, setId, year, judgementStage } = card;
  const inputs: Inputs =
    judgementStage === 'frozen'
      ? (await frozenOf(db, judgementId)).inputs
      : await inputsOf(db, { judgementId, setId, year, today });
  const outcomes = outcomesOf(inputs);
  const all = outcomes.map(reckonedOf);
  const own = all.find(({ unitId }) => unitId === card.unitId);
  const outcome = outcomes.find(({ unitId }) => unitId === card.unitId);
  if (!own || !outcome) throw new Error(`judgement ${judgementId} without the card of ${card.unitId}`);
  const ownYear = judgementStage === 'frozen' ? null : yearOf(card, outcome, outcomes);
  const kept = inputs.cards.find(({ unitId }) => unitId === card.unitId)?.facts ?? {};
  const facts = knownFacts(inputs.set, (key) => kept[key] && measuredOf(kept[key]));
  return { set: inputs.set, own, all, facts, year: ownYear };
}

function reckonedOf({ unitId, standing, total }: Outcome): Reckoned {
  return { unitId, scores: new Map([...standing].map(([code, { scored }]) => [code, scored])), total };
}

function yearOf(card: CardRow, outcome: Outcome, all: readonly Outcome[]): YearLine {
  const shares = all.flatMap(({ total }) => shareOfScore(total) ?? []).toSorted((a, b) => a - b);
  const share = shareOfScore(outcome.total);
  return {
    year: card.year,
    share,
    shown: outcome.total.score && shownScore(outcome.total.score),
    full: outcome.total.full,
    place: outcome.place?.place ?? null,
    units: all.length,
    median: medianOf(shares) ?? null,
    best: shares.at(-1) ?? null,
    level: outcome.level,
    isFrozen: false,
  };
}

const shareOfScore = ({ score, full }: Total) => (score === null || full === 0 ? null : shownScore(score) / full);

async function readAlone(db: Kysely<DB>, card: CardRow, today: PlainDate): Promise<Read> {
  const { judgementId, year, unitId, setId } = card;
  const set = await setById(db, setId);
  if (!set) throw new Error(`card ${card.id} without its criteria`);
  const [reckoned] = await reckonedCards(db, { judgementId, set, year, today, unitId });
  if (!reckoned) throw new Error(`card ${card.id} was not read`);
  const scores = new Map<string, Scored>([...reckoned.standing].map(([code, { scored }]) => [code, scored]));
  const facts = knownFacts(set, (key) => reckoned.facts.get(key));
  return { set, own: { unitId, scores, total: reckoned.total }, all: null, facts, year: null };
}

/** By code, of criteria scored from data that are known. */
function knownFacts(
  { criteria }: CriteriaSet,
  measured: (key: string) => Measured | undefined,
): ReadonlyMap<string, Quantity> {
  return new Map(
    criteria.filter(isScored).flatMap(({ code, rule }) => {
      const found = rule === null ? undefined : measured(measureKey(rule.measure));
      return found?.state === 'known' ? [[code, found.quantity] as const] : [];
    }),
  );
}

/** Names of the indicators that lifts speak of, by code. */
export async function indicatorNames(
  db: Kysely<DB>,
  lifts: readonly Lift[],
): Promise<Readonly<Record<string, string>>> {
  const codes = lifts.flatMap(({ next }) => (next?.kind === 'indicator' ? [next.indicator] : []));
  if (codes.length === 0) return {};
  const rows = await db.selectFrom('indicator').select(['code', 'name']).where('code', 'in', codes).execute();
  return Object.fromEntries(rows.map(({ code, name }) => [code, name]));
}
