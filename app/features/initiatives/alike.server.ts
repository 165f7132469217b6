/**
 * The most alike among all that the asker may know of: a draft of another unit that they may not see is not among them.
 * Candidates come by their prints (kernel/alike.ts) from an index; what they really share is found word for word in the best.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { withSharedPrints } from '../../platform/shared-prints.server.ts';
import type { Shared } from '../../kernel/alike.ts';
import { comparable, sharedBetween } from '../../kernel/alike.ts';
import { comparedTexts } from './drafting.server.ts';
import type { ListedInitiative } from './list.server.ts';
import { listInitiatives } from './list.server.ts';
import type { Verdict } from './verdict.ts';
import { visibleTo } from './visible.server.ts';

export type Alike = {
  readonly other: ListedInitiative;
  readonly shared: Shared;
  readonly judgement: Judgement | null;
};
export type Judgement = {
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  readonly at: Date;
};

/** Candidates compared word for word. */
const compared = 12;
/** Less than this of either is no likeness: a default of the product. */
export const leastShare = 0.15;
const shown = 5;

type Mine = Pick<ListedInitiative, 'id' | 'title' | 'problem' | 'novelty' | 'effect'>;

export async function findAlike(db: Kysely<DB>, actor: Actor, mine: Mine): Promise<readonly Alike[]> {
  const ids = await candidates(db, actor, mine.id);
  if (ids.length === 0) return [];
  const [{ rows }, judged] = await Promise.all([
    listInitiatives(db, actor, { ids, size: ids.length }),
    judgementsOf(db, mine.id, ids),
  ]);
  const ready = comparable(comparedTexts(mine));
  return rows
    .map((other) => ({
      other,
      shared: sharedBetween(ready, comparable(comparedTexts(other))),
      judgement: judged.get(other.id) ?? null,
    }))
    .filter(({ shared }) => Math.max(shared.shareOfMine, shared.shareOfTheirs) >= leastShare)
    .toSorted((a, b) => b.shared.shareOfMine - a.shared.shareOfMine)
    .slice(0, shown);
}

export type Pair = Alike & { readonly mine: ListedInitiative; readonly mayJudge: boolean };

/** Two side by side, for somebody who may look into the first and know of the other. */
export async function findPair(
  db: Kysely<DB>,
  actor: Actor,
  { id, otherId }: { readonly id: string; readonly otherId: string },
): Promise<Pair | undefined> {
  const { rows } = await listInitiatives(db, actor, { ids: [id, otherId] });
  const [mine, other] = [id, otherId].map((one) => rows.find((row) => row.id === one));
  if (!mine?.isInside || !other || id === otherId) return undefined;
  const judged = await judgementsOf(db, id, [otherId]);
  const shared = sharedBetween(comparable(comparedTexts(mine)), comparable(comparedTexts(other)));
  const seat = await sitsOnPanel(db, actor, id);
  const mayJudge = mine.moves.includes('judge') || (seat && mine.interest !== 'author');
  return { mine, other, shared, judgement: judged.get(otherId) ?? null, mayJudge };
}

async function sitsOnPanel(db: Kysely<DB>, actor: Actor, id: string): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const seat = await db
    .selectFrom('initiative_panel as p')
    .innerJoin('initiative_panel_member as m', 'm.panel_id', 'p.id')
    .where('p.initiative_id', '=', id)
    .where('p.closed_at', 'is', null)
    .where('m.person_id', '=', actor.personId)
    .where('m.has_interest', '=', false)
    .select('m.person_id')
    .executeTakeFirst();
  return seat !== undefined;
}

async function candidates(db: Kysely<DB>, actor: Actor, id: string): Promise<readonly string[]> {
  const { rows } = await sql<{ id: string }>`
    select initiative.id from ${withSharedPrints('initiative_print', id)} c join initiative on initiative.id = c.id
    where initiative.stage <> 'withdrawn' and ${visibleTo(actor)}
    order by c.weight desc, c.shared desc, initiative.id limit ${compared}::int`.execute(db);
  return rows.map((row) => row.id);
}

/** The latest on each pair. */
async function judgementsOf(
  db: Kysely<DB>,
  id: string,
  others: readonly string[],
): Promise<ReadonlyMap<string, Judgement>> {
  const { rows } = await sql<Judgement & { otherId: string }>`
    select distinct on (j.other_id) j.other_id as "otherId", j.verdict, j.reason, who.full_name as by, j.judged_at as at
    from initiative_judgement j join person who on who.id = j.judged_by
    where j.initiative_id = ${id} and j.other_id = any(${[...others]}::uuid[])
    order by j.other_id, j.judged_at desc, j.id desc`.execute(db);
  return new Map(rows.map(({ otherId, ...judgement }) => [otherId, judgement]));
}
