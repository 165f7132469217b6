/**
 * Who qualifies and was not proposed: holders the asker may know of that meet the standard of an award, or of whom only judgement is left, and that
 * stand in no dossier for it. Read in sets, evaluated set by set, so that other requests come between.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { findAward } from '../awards/award.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import { ruleBook } from '../awards/law/law-book.server.ts';
import { evaluateStandards } from '../awards/standards/evaluate.ts';
import type { RuleBook } from '../awards/standards/rule.ts';
import type { HolderFacts } from './facts.ts';
import { caseFrom } from './facts.ts';
import { factsOf } from './facts.server.ts';
import { groundOf } from './fairness.server.ts';
import type { Priority, Reckoned, Standing } from './standing.ts';
import { priorityOf, reckon, standings } from './standing.ts';
import { visibleTo } from './visible.server.ts';

export type AskedQualifying = {
  readonly awardCode: string;
  readonly year: number;
  readonly received: PlainDate;
  /** This unit and those below it. */
  readonly unitId?: string | undefined;
  readonly atLeast: Standing;
};
export type Candidate = Priority & {
  readonly id: string;
  readonly name: string;
  readonly kind: HolderKind;
  readonly positionTitle: string | null;
  readonly unitName: string;
};
/** `leads`: first in a block of the year; listed even while a fact lacks, as long as nothing is against it (Luật Điều 25, 26). */
export type Qualifying = Candidate & Reckoned & { readonly leads: boolean };

const stride = 500;

/** Best first, then those whom the law wants looked at first. */
export async function findQualifying(
  db: Kysely<DB>,
  actor: Actor,
  asked: AskedQualifying,
): Promise<readonly Qualifying[]> {
  const [ids, book] = await Promise.all([candidateIds(db, actor, asked), ruleBook(db)]);
  const found = new Map<string, Reckoned & { readonly leads: boolean }>();
  for await (const [id, reckoned] of reckonAll(db, ids, { asked, book })) found.set(id, reckoned);
  const listed = await describe(db, [...found.keys()]);
  return listed
    .flatMap((one) => {
      const reckoned = found.get(one.id);
      return reckoned ? [{ ...one, ...reckoned }] : [];
    })
    .toSorted(inOrder);
}

export async function countCandidates(db: Kysely<DB>, actor: Actor, asked: AskedQualifying): Promise<number> {
  return (await candidateIds(db, actor, asked)).length;
}

type Given = { readonly asked: AskedQualifying; readonly book: RuleBook };

/** The next set is read while this one is evaluated. */
async function* reckonAll(db: Kysely<DB>, ids: readonly string[], { asked, book }: Given) {
  const sets = Array.from({ length: Math.ceil(ids.length / stride) }, (_, at) =>
    ids.slice(at * stride, (at + 1) * stride),
  );
  let next = sets[0] && factsOf(db, sets[0]);
  for (let at = 0; next; at += 1) {
    const facts = await next;
    const following = sets[at + 1];
    next = following && factsOf(db, following);
    for (const one of facts.values()) {
      const reckoned = reckon(evaluateStandards(book, caseFrom(one, { ...asked, movement: false })));
      const leads = forLeaders.includes(asked.awardCode) && isFirst(one, asked.year);
      const near = standings.indexOf(reckoned.standing) >= standings.indexOf(asked.atLeast);
      if (near || (leads && reckoned.standing !== 'not_met')) yield [one.id, { ...reckoned, leads }] as const;
    }
  }
}

/** Awards for whoever leads a block. */
const forLeaders: readonly string[] = ['co-thi-dua-tinh', 'co-thi-dua-chinh-phu'];
const isFirst = ({ blocks }: HolderFacts, year: number) =>
  blocks.some((block) => block.year === year && block.inBlock && block.rank === 1);

/** Alive, of a kind the award is for, in no dossier for it of that year; a title of the year is held once. */
async function candidateIds(db: Kysely<DB>, actor: Actor, { awardCode, year, unitId }: AskedQualifying) {
  const kinds = findAward(awardCode)?.holders ?? [];
  const below = unitId
    ? sql`and holder.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId})`
    : sql``;
  const { rows } = await sql<{ id: string }>`
    select holder.id from holder
    where ${visibleTo(actor)} and holder.merged_into is null and holder.ended_on is null and holder.kind = any(${[...kinds]}) ${below}
      and not exists (select from nominee n join dossier d on d.id = n.dossier_id where (n.holder_id = holder.id
          or n.holder_id in (select m.id from holder m where m.merged_into = holder.id)) and n.award_code = ${awardCode} and n.outcome <> 'removed' and d.year = ${year} and d.stage <> 'withdrawn')
      and not exists (select from honour o where o.holder_id = holder.id and o.award_code = ${awardCode} and o.year = ${year}
        and o.revoked_on is null and o.struck_at is null)
    order by holder.id`.execute(db);
  return rows.map(({ id }) => id);
}

async function describe(db: Kysely<DB>, ids: readonly string[]): Promise<readonly Candidate[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<Candidate>`
    select h.id, h.name, h.kind, h.position_title as "positionTitle", u.name as "unitName", h.works_directly as "worksDirectly",
      h.is_leader as "isLeader", ${groundOf('is_border')} as "isBorder", ${groundOf('is_hard_to_reach')} as "isHard"
    from holder h join unit_now u on u.id = h.unit_id where h.id = any(${[...ids]}::uuid[])
    order by h.name collate "vi-x-icu", h.id`.execute(db);
  return rows;
}

const inOrder = (a: Qualifying, b: Qualifying) =>
  Number(b.leads) - Number(a.leads) ||
  standings.indexOf(b.standing) - standings.indexOf(a.standing) ||
  priorityOf(b) - priorityOf(a);
