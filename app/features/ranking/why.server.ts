/**
 * Why a criterion scored from data has the points it has: the rule with its edition, the figures with their vintage, the list behind. Of a frozen card what was frozen; what the data say
 * now stands beside.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Criterion } from '../criteria/criterion.ts';
import type { Rule } from '../criteria/rule.ts';
import type { StoredSet } from '../criteria/sets.server.ts';
import { setById } from '../criteria/sets.server.ts';
import { findingVisibleTo } from '../inspections/visible.server.ts';
import { seesPoints } from '../scoring/card-page.server.ts';
import { computedOf, leastPoints } from '../scoring/card.ts';
import type { Standing } from '../scoring/card.ts';
import { reckonedCards } from '../scoring/cards.server.ts';
import type { CardRow } from '../scoring/case.server.ts';
import { findCard } from '../scoring/case.server.ts';
import type { Behind, Measured } from '../scoring/measured.ts';
import { measureKey } from '../scoring/measured.ts';
import type { Scored } from '../scoring/points.ts';
import { frozenOf } from './frozen.server.ts';
import type { KeptMeasure } from '../scoring/kept-measure.ts';
import { keptMeasure, measuredOf } from '../scoring/kept-measure.ts';

export type WhyPoints = {
  readonly measured: KeptMeasure;
  /** By the rule alone. */
  readonly computed: Scored;
  /** Where data are missing: the points if what is not known counts as not attained. */
  readonly least: number;
};
export type WhyPage = {
  readonly card: CardRow;
  readonly names: WhyNames;
  readonly set: Pick<StoredSet, 'id' | 'title' | 'edition' | 'year' | 'isProposal' | 'documentNumber' | 'documentDate'>;
  readonly one: Criterion & { readonly rule: Rule };
  readonly indicatorName: string | null;
  readonly points: WhyPoints;
  readonly standing: Standing;
  /** What stands behind, each named only to whoever may know it. */
  readonly behind: readonly Behind[];
  /** Of a frozen card: when, and what the data say now if that gives other figures. */
  readonly frozen: { readonly at: Date; readonly now: WhyPoints | null } | null;
  /** The day whose figures are shown. */
  readonly asOf: PlainDate;
};
export type WhyNames = { readonly unitName: string; readonly judgementTitle: string };

type Asked = {
  readonly cardId: string;
  readonly code: string;
  readonly today: PlainDate;
  readonly known?: PlainDate | undefined;
};

/** Undefined: no such card or criterion for the asker, or one that is not scored from data. */
export async function whyPage(db: Kysely<DB>, actor: Actor, asked: Asked): Promise<WhyPage | undefined> {
  const { cardId, code, today } = asked;
  const card = await findCard(db, actor, cardId);
  if (!card || !(await seesPoints(db, actor, cardId))) return undefined;
  const set = await setById(db, card.setId);
  const one = set?.criteria.find((each) => each.code === code);
  if (!set || !one || one.rule === null) return undefined;
  const ruled = { ...one, rule: one.rule };
  const { judgementId, year, unitId } = card;
  const known = card.judgementStage === 'frozen' ? undefined : asked.known;
  const [reckoned] = await reckonedCards(db, { judgementId, set, year, today, known, unitId });
  const now = reckoned?.facts.get(measureKey(ruled.rule.measure));
  const stands = reckoned?.standing.get(code);
  if (!now || !stands) return undefined;
  const live = pointsFor(ruled, now);
  const frozen = card.judgementStage === 'frozen' ? await frozenAt(db, card, ruled) : null;
  const points = frozen?.points ?? live;
  return {
    card,
    names: await namesOf(db, cardId),
    set,
    one: ruled,
    indicatorName: await indicatorName(db, ruled.rule.measure.indicator),
    points,
    standing: frozen?.standing ?? stands,
    behind: await namedFor(db, actor, points.measured.behind),
    frozen: frozen && { at: frozen.at, now: isSame(frozen.points, live) ? null : live },
    asOf: frozen ? plainDateIn(frozen.at) : (known ?? today),
  };
}

function pointsFor(one: Criterion, measured: Measured): WhyPoints {
  return { measured: keptMeasure(measured), computed: computedOf(one, measured), least: leastPoints(one, measured) };
}

/** In figures and points; the list behind may have grown words since. */
function isSame(a: WhyPoints, b: WhyPoints): boolean {
  const figures = ({ measured: { behind: _behind, ...rest }, computed }: WhyPoints) => JSON.stringify([rest, computed]);
  return figures(a) === figures(b);
}

async function frozenAt(db: Kysely<DB>, card: CardRow, one: Criterion & { readonly rule: Rule }) {
  const { inputs, rows, frozenAt: at } = await frozenOf(db, card.judgementId);
  const kept = inputs.cards.find(({ unitId }) => unitId === card.unitId)?.facts[measureKey(one.rule.measure)];
  const standing = rows.find(({ unitId }) => unitId === card.unitId)?.standing[one.code];
  return kept && standing ? { at, standing, points: pointsFor(one, measuredOf(kept)) } : null;
}

async function namesOf(db: Kysely<DB>, cardId: string): Promise<WhyNames> {
  const { rows } = await sql<WhyNames>`
    select u.name as "unitName", j.title as "judgementTitle" from score_card c join judgement j on j.id = c.judgement_id
    join unit_now u on u.id = c.unit_id where c.id = ${cardId}`.execute(db);
  if (!rows[0]) throw new Error(`card ${cardId} was not read`);
  return rows[0];
}

async function indicatorName(db: Kysely<DB>, code: string | null): Promise<string | null> {
  if (code === null) return null;
  const row = await db.selectFrom('indicator').select('name').where('code', '=', code).executeTakeFirst();
  return row?.name ?? null;
}

const FINDING = /^\/kiem-tra\/[^/]+\/ton-tai\/([0-9a-f-]{36})$/;

/** Findings are named to whoever may know them, and lead there; others see how many there are and how they stand. */
async function namedFor(db: Kysely<DB>, actor: Actor, behind: readonly Behind[]): Promise<readonly Behind[]> {
  const ids = behind.flatMap(({ href }) => FINDING.exec(href ?? '')?.[1] ?? []);
  if (ids.length === 0) return behind;
  const { rows } = await sql<{ id: string; statement: string }>`
    select finding.id, finding.statement from finding where finding.id = any(${ids}::uuid[]) and ${findingVisibleTo(actor)}`.execute(
    db,
  );
  const statements = new Map(rows.map(({ id, statement }) => [id, statement]));
  return behind.map((one) => {
    const id = FINDING.exec(one.href ?? '')?.[1];
    if (id === undefined) return one;
    const label = statements.get(id) ?? null;
    return { ...one, label, href: label === null ? null : one.href };
  });
}
