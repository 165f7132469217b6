/**
 * Past decisions held against the law of their day, the award itself left out: which of them the register as it stands now would not bear. The
 * register may lack what was known then; a person looks.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import type { Entry } from '../awards/standards/evaluate.ts';
import { evaluateStandards } from '../awards/standards/evaluate.ts';
import { caseFrom } from './facts.ts';
import { factsOf } from './facts.server.ts';
import { reckon } from './standing.ts';
import { visibleTo } from './visible.server.ts';

export type Decided = {
  readonly id: string;
  readonly holderId: string;
  readonly holderName: string;
  readonly unitName: string;
  readonly awardCode: string;
  readonly year: number;
  readonly decisionNumber: string;
  readonly decidedOn: PlainDate;
  /** When its dossier was received; the decision's day where there was none here. */
  readonly received: PlainDate;
};
/** `lacking`: the conditions that are known not to be met, each article once. */
export type Differing = Decided & { readonly lacking: readonly Entry[] };
export type Replayed = { readonly looked: number; readonly differing: readonly Differing[] };

const stride = 500;

/** Of one year of achievement; awards without rules of their day say nothing. */
export async function replay(db: Kysely<DB>, actor: Actor, year: number): Promise<Replayed> {
  const [decided, book] = await Promise.all([decidedIn(db, actor, year), ruleBook(db)]);
  const differing: Differing[] = [];
  for (let at = 0; at < decided.length; at += stride) {
    const some = decided.slice(at, at + stride);
    const facts = await factsOf(db, [...new Set(some.map(({ holderId }) => holderId))]);
    for (const one of some) {
      const mine = facts.get(one.holderId);
      if (!mine) continue;
      const asked = { awardCode: one.awardCode, year: one.year, received: one.received, leaveOut: [one.id] };
      const evaluation = evaluateStandards(book, caseFrom(mine, asked));
      if (reckon(evaluation).standing !== 'not_met') continue;
      const lacking = evaluation.entries.filter(({ state }) => state === 'not_met');
      differing.push({ ...one, lacking: [...new Map(lacking.map((each) => [each.clause.article, each])).values()] });
    }
  }
  return { looked: decided.length, differing };
}

/** Of which something was decided for merit, earliest first. */
export async function decidedYears(db: Kysely<DB>, actor: Actor): Promise<readonly number[]> {
  const { rows } = await sql<{ readonly year: number }>`
    select distinct o.year from honour o join holder on holder.id = o.holder_id
    where ${visibleTo(actor)} and coalesce(o.kind, 'merit') = 'merit' order by o.year`.execute(db);
  return rows.map(({ year }) => year);
}

/** For merit alone: sudden and themed awards are given by a person's judgement. */
async function decidedIn(db: Kysely<DB>, actor: Actor, year: number): Promise<readonly Decided[]> {
  const { rows } = await sql<Decided>`
    select o.id, o.holder_id as "holderId", holder.name as "holderName", u.name as "unitName", o.award_code as "awardCode", o.year,
      o.decision_number as "decisionNumber", o.decided_on as "decidedOn", coalesce(d.received_on, o.decided_on) as received
    from honour o join holder on holder.id = o.holder_id join unit_now u on u.id = holder.unit_id
    left join nominee n on n.id = o.nominee_id left join dossier d on d.id = n.dossier_id
    where ${visibleTo(actor)} and o.year = ${year} and coalesce(o.kind, 'merit') = 'merit' and o.struck_at is null
    order by holder.name collate "vi-x-icu", o.id`.execute(db);
  return rows;
}
