/** A list as a case of its procedure. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Actor, UnitPath } from '../../kernel/actor.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import type { ListStage } from './level-list.ts';
import { listProcedure } from './level-list.ts';
import { visibleTo } from './visible.server.ts';

export type ListRow = {
  readonly id: string;
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly year: number;
  readonly stage: ListStage;
  readonly paper: string;
  readonly returnReason: string | null;
  readonly submittedBy: string | null;
  readonly submittedFor: string | null;
  readonly submittedAt: Date | null;
  readonly confirmedAt: Date | null;
  readonly version: number;
  readonly many: number;
  readonly places: { readonly unit: UnitPath };
};

const columns = sql`level_list.id, level_list.unit_id as "unitId", u.code as "unitCode", u.name as "unitName", level_list.year, level_list.stage, level_list.paper,
  level_list.return_reason as "returnReason", level_list.submitted_by as "submittedBy", level_list.submitted_for as "submittedFor",
  level_list.submitted_at as "submittedAt", level_list.confirmed_at as "confirmedAt", level_list.version,
  (select count(*)::int from level_line n where n.list_id = level_list.id) as many,
  json_build_object('unit', array(select t.ancestor_id::text from unit_tree t where t.descendant_id = level_list.unit_id order by t.depth)) as places`;

export async function findList(db: Kysely<DB>, actor: Actor, id: string): Promise<ListRow | undefined> {
  const { rows } = await sql<ListRow>`select ${columns} from level_list join unit_now u on u.id = level_list.unit_id
    where level_list.id = ${askedId(id)} and ${visibleTo(actor)}`.execute(db);
  return rows[0];
}

export async function lockList(tx: Transaction<DB>, actor: Actor, id: string): Promise<ListRow | undefined> {
  await sql`select from level_list where id = ${askedId(id)} for update`.execute(tx);
  return findList(tx, actor, id);
}

/** Newest year first. */
export async function listLists(
  db: Kysely<DB>,
  actor: Actor,
  asked: { readonly year?: number | undefined; readonly page: number; readonly size: number },
): Promise<{ readonly rows: readonly ListRow[]; readonly total: number }> {
  const where = sql`level_list.stage <> 'discarded' and ${visibleTo(actor)} and (${asked.year ?? null}::int is null or level_list.year = ${asked.year ?? null}::int)`;
  const [{ rows }, counted] = await Promise.all([
    sql<ListRow>`select ${columns} from level_list join unit_now u on u.id = level_list.unit_id where ${where}
      order by level_list.year desc, u.name collate "vi-x-icu", level_list.made_at desc, level_list.id
      limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(db),
    sql<{ total: number }>`select count(*)::int as total from level_list where ${where}`.execute(db),
  ]);
  return { rows, total: counted.rows[0]?.total ?? 0 };
}

export type WaitingList = Pick<ListRow, 'id' | 'unitName' | 'year' | 'returnReason'>;

/** Handed in by somebody else and to be confirmed by this head; or returned to these writers. */
export async function listsWaiting(db: Kysely<DB>, actor: Actor): Promise<readonly WaitingList[]> {
  if (actor.kind !== 'person') return [];
  const { rows } = await sql<ListRow>`select ${columns} from level_list join unit_now u on u.id = level_list.unit_id
    where ${visibleTo(actor)} and (level_list.stage = 'submitted' or (level_list.stage = 'draft' and level_list.return_reason is not null))
    order by level_list.made_at, level_list.id limit 200`.execute(db);
  return rows.filter((row) => {
    const moves = movesFor(listProcedure, row, actor);
    return moves.includes('confirm') || (row.stage === 'draft' && moves.includes('change'));
  });
}
