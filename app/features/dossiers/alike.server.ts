/**
 * Achievement reports that are alike: candidates by their prints, what they really share found word for word (kernel/alike.ts). Among
 * all that the asker may know of: a draft of another unit is not among them. A person judges; nothing is refused by itself.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Shared } from '../../kernel/alike.ts';
import { comparable, sharedBetween } from '../../kernel/alike.ts';
import type { DB } from '../../platform/db-types.ts';
import { withSharedPrints } from '../../platform/shared-prints.server.ts';
import { judgementsOn, pairKey } from './judgements.server.ts';
import { textsOf } from './prints.server.ts';
import type { ReportJudgement } from './report-judgement.ts';
import { visibleTo } from './visible.server.ts';

export type Compared = {
  readonly nomineeId: string;
  readonly dossierId: string;
  readonly name: string;
  readonly unitName: string;
  readonly year: number;
  readonly awardCode: string;
};
export type AlikeReport = {
  readonly other: Compared;
  readonly shared: Shared;
  readonly judgement: ReportJudgement | null;
};

/** Candidates compared word for word. */
const compared = 12;
/** Less than this of either is no likeness: a default of the product, as of initiatives. */
export const leastShare = 0.15;
const shown = 5;
/**
 * Of the prints of the shorter text, so many must be in common to be compared word for word: a share of `leastShare` in passages that leave a print at all (at least
 * eleven syllables) leaves more. What is below has a set phrase or two in common by chance.
 */
const leastWeight = 0.03;

export async function findAlikeReports(
  db: Kysely<DB>,
  actor: Actor,
  nomineeId: string,
): Promise<readonly AlikeReport[]> {
  return (await alikeReportsOf(db, actor, [nomineeId])).get(nomineeId) ?? [];
}

/** Of a list so many are looked for in one question: each looks through the prints of all reports. */
const askedAtOnce = 50;

/** The same of many, each with its own; whoever has none is not there. */
export async function alikeReportsOf(
  db: Kysely<DB>,
  actor: Actor,
  nomineeIds: readonly string[],
): Promise<ReadonlyMap<string, readonly AlikeReport[]>> {
  const found = new Map<string, readonly AlikeReport[]>();
  for (let from = 0; from < nomineeIds.length; from += askedAtOnce)
    for (const [id, some] of await alikeAmong(db, actor, nomineeIds.slice(from, from + askedAtOnce)))
      found.set(id, some);
  return found;
}

async function alikeAmong(
  db: Kysely<DB>,
  actor: Actor,
  ids: readonly string[],
): Promise<readonly (readonly [string, readonly AlikeReport[]])[]> {
  const candidates = await candidatesOf(db, actor, ids);
  const texts = await textsOf(db, [...new Set(candidates.flatMap((one) => [one.mineId, one.nomineeId]))]);
  // Of one list the same are compared again and again.
  const ready = new Map([...texts].map(([id, some]) => [id, comparable(some)]));
  const none = comparable([]);
  const readyOf = (id: string) => ready.get(id) ?? none;
  const alike = [...Map.groupBy(candidates, ({ mineId }) => mineId)].map(([id, some]) => {
    const found = some
      .map(({ mineId: _mine, place: _place, ...other }) => ({
        other,
        shared: sharedBetween(readyOf(id), readyOf(other.nomineeId)),
      }))
      .filter(({ shared }) => Math.max(shared.shareOfMine, shared.shareOfTheirs) >= leastShare)
      .toSorted((a, b) => b.shared.shareOfMine - a.shared.shareOfMine)
      .slice(0, shown);
    return [id, found] as const;
  });
  const pairs = alike.flatMap(([id, found]) => found.map(({ other }) => [id, other.nomineeId] as const));
  const judged = await judgementsOn(db, pairs, texts);
  return alike.map(([id, found]) => [
    id,
    found.map((one) => ({ ...one, judgement: judged.get(pairKey(id, one.other.nomineeId)) ?? null })),
  ]);
}

type Candidate = Compared & { readonly mineId: string; readonly place: string };

async function candidatesOf(db: Kysely<DB>, actor: Actor, ids: readonly string[]): Promise<readonly Candidate[]> {
  const { rows } = await sql<Candidate>`
    select m.id as "mineId", found.* from nominee m cross join lateral (
      select n.id as "nomineeId", n.dossier_id as "dossierId", h.name, u.name as "unitName", dossier.year, n.award_code as "awardCode",
        row_number() over (order by c.weight desc, c.shared desc, n.id) as place
      from ${withSharedPrints('nominee_print', sql<string>`m.id`)} c join nominee n on n.id = c.id join dossier on dossier.id = n.dossier_id
        join holder h on h.id = n.holder_id join unit_now u on u.id = h.unit_id
      where c.weight >= ${leastWeight}::float8 and dossier.stage <> 'withdrawn' and ${visibleTo(actor)} and n.holder_id <> m.holder_id
      order by place limit ${compared}::int) found
    where m.id = any(${[...ids]}::uuid[]) order by m.id, found.place`.execute(db);
  return rows;
}

export type ReportPair = {
  readonly mine: Compared;
  readonly other: Compared;
  readonly shared: Shared;
  readonly judgement: ReportJudgement | null;
};

/** Two side by side, of dossiers that the asker may know of. */
export async function findReportPair(
  db: Kysely<DB>,
  actor: Actor,
  { id, otherId }: { readonly id: string; readonly otherId: string },
): Promise<ReportPair | undefined> {
  const { rows } = await sql<Compared>`
    select n.id as "nomineeId", n.dossier_id as "dossierId", h.name, u.name as "unitName", dossier.year, n.award_code as "awardCode"
    from nominee n join dossier on dossier.id = n.dossier_id join holder h on h.id = n.holder_id join unit_now u on u.id = h.unit_id
    where n.id in (${id}, ${otherId}) and ${visibleTo(actor)}`.execute(db);
  const [mine, other] = [id, otherId].map((one) => rows.find(({ nomineeId }) => nomineeId === one));
  if (!mine || !other || id === otherId) return undefined;
  const texts = await textsOf(db, [id, otherId]);
  const judged = await judgementsOn(db, [[id, otherId]], texts);
  const shared = sharedBetween(comparable(texts.get(id) ?? []), comparable(texts.get(otherId) ?? []));
  return { mine, other, shared, judgement: judged.get(pairKey(id, otherId)) ?? null };
}
