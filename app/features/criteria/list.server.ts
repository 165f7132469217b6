/** Criteria sets as they are listed, and what a new one may be begun for and from. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import type { SetReview, SetStage } from './procedure.ts';
import { visibleTo } from './visible.server.ts';

export type ListedSet = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly review: SetReview | null;
  readonly edition: number;
  readonly stage: SetStage;
  readonly isProposal: boolean;
  readonly blockId: string | null;
  readonly blockCode: string | null;
  readonly blockName: string | null;
  readonly movementId: string | null;
  readonly movementTitle: string | null;
  readonly documentNumber: string | null;
  readonly documentDate: string | null;
  readonly criteria: number;
  /** Of what counts into the sum, in hundredths. */
  readonly points: number;
};
export type SetQuery = {
  readonly year?: number | undefined;
  readonly blockId?: string | undefined;
  readonly stage?: SetStage | undefined;
  readonly id?: string | undefined;
  readonly size: number;
  readonly page: number;
};
export type SetList = { readonly rows: readonly ListedSet[]; readonly total: number };

const columns = sql`
  criteria_set.id, criteria_set.title, criteria_set.year, criteria_set.review, criteria_set.edition, criteria_set.stage,
  criteria_set.is_proposal as "isProposal", criteria_set.block_id as "blockId", b.code as "blockCode", b.name as "blockName", movement.id as "movementId",
  movement.name as "movementTitle", criteria_set.document_number as "documentNumber", criteria_set.document_date as "documentDate",
  (select count(*)::int from criterion c where c.set_id = criteria_set.id and c.kind <> 'group') as criteria,
  (select coalesce(sum(c.max_points), 0)::int from criterion c where c.set_id = criteria_set.id and c.kind = 'criterion') as points`;
/** A movement that the reader may not know of is not named. */
const tables = (actor: Actor) => sql`
  criteria_set left join block b on b.id = criteria_set.block_id
  left join movement on movement.id = criteria_set.movement_id and ${movementVisibleTo(actor)}`;

export async function listSets(db: Kysely<DB>, actor: Actor, query: SetQuery): Promise<SetList> {
  const { year, blockId, stage, id, size, page } = query;
  const narrow = sql`${visibleTo(actor)}
    and ${year === undefined ? sql`true` : sql`criteria_set.year = ${year}`}
    and ${blockId === undefined ? sql`true` : sql`criteria_set.block_id = ${blockId}`}
    and ${stage === undefined ? sql`true` : sql`criteria_set.stage = ${stage}`}
    and ${id === undefined ? sql`true` : sql`criteria_set.id = ${id}`}`;
  const [found, counted] = await Promise.all([
    sql<ListedSet>`select ${columns} from ${tables(actor)} where ${narrow}
      order by criteria_set.year desc, coalesce(b.name, movement.name, '') collate "vi-x-icu", criteria_set.review, criteria_set.edition desc, criteria_set.id
      limit ${size} offset ${(page - 1) * size}`.execute(db),
    sql<{ n: number }>`select count(*)::int as n from criteria_set where ${narrow}`.execute(db),
  ]);
  return { rows: found.rows, total: counted.rows[0]?.n ?? 0 };
}

export type Choice = { readonly id: string; readonly name: string };

export async function blockChoices(db: Kysely<DB>): Promise<readonly Choice[]> {
  const { rows } = await sql<Choice>`select id, name from block order by name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** Launched movements that the asker may know of. */
export async function movementChoices(db: Kysely<DB>, actor: Actor): Promise<readonly Choice[]> {
  const { rows } = await sql<Choice>`
    select movement.id, movement.name as name from movement
    where movement.stage not in ('draft', 'withdrawn') and ${movementVisibleTo(actor)}
    order by movement.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** What a new set may be carried over from, newest first. */
export async function sourceChoices(db: Kysely<DB>, actor: Actor): Promise<readonly ListedSet[]> {
  const { rows } = await listSets(db, actor, { size: 500, page: 1 });
  return rows.filter(({ stage, criteria }) => stage !== 'withdrawn' && criteria > 0);
}
