/** How a public list was changed. For callers that may know of it. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';

export type ListChange = {
  readonly id: string;
  readonly at: Date;
  readonly by: string;
  readonly what: string;
  /** Names of those added, taken off or reworded. */
  readonly about: readonly string[];
  readonly reason: string;
  readonly closesOn: PlainDate;
};

export async function changesOfList(db: Kysely<DB>, listId: string): Promise<readonly ListChange[]> {
  const { rows } = await sql<ListChange>`
    select c.id, c.at, p.full_name as by, c.what, c.about, c.reason, c.closes_on as "closesOn"
    from public_list_change c join person p on p.id = c.by_id
    where c.list_id = ${listId} order by c.at, c.id`.execute(db);
  return rows;
}
