/** Honours counted in the database: one query a table, grouped by the two keys, the rest is folded from it. */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Count } from './cross-table.ts';
import type { Counted, Dimension } from './dimension.ts';
import { countedBy } from './dimension.ts';
import type { HonourFilter } from './filter.ts';
import type { YearCount } from './finding.ts';
import { matching } from './matching.server.ts';

const keys: Readonly<Record<Counted, RawBuilder<string>>> = {
  award: sql`honour.award_code`,
  holder: sql`holder.kind`,
  group: sql`coalesce(holder.group_code, 'unknown')`,
  kind: sql`coalesce(honour.kind, 'unknown')`,
  unit: sql`place.code`,
  year: sql`honour.year::text`,
  decided: sql`extract(year from honour.decided_on)::integer::text`,
};

type Asked = {
  readonly row: Dimension;
  readonly column: Dimension;
  readonly filter: HonourFilter;
  /** Whose units are told apart; what stands below each of them counts there. */
  readonly baseId: string;
};

export async function countHonours(
  db: Kysely<DB>,
  actor: Actor,
  { row, column, filter, baseId }: Asked,
): Promise<readonly Count[]> {
  const [rows, columns] = [countedBy(row), countedBy(column)];
  const byUnit = rows === 'unit' || columns === 'unit';
  const { rows: counts } = await sql<Count>`
    ${byUnit ? placesUnder(baseId) : sql``}
    select ${keys[rows]} as "row", ${keys[columns]} as "column", count(*)::integer as n
    from honour join holder on holder.id = honour.holder_id ${byUnit ? sql`join place on place.unit_id = holder.unit_id` : sql``}
    where ${matching(actor, filter)}
    group by 1, 2`.execute(db);
  return counts;
}

/** Each unit below the base under the one of its members that it belongs to; the base itself under itself. */
const placesUnder = (baseId: string) => sql`
  with place as materialized (
    select t.descendant_id as unit_id, u.code from unit_now u join unit_tree t on t.ancestor_id = u.id
      where u.parent_id = ${baseId}
    union all select b.id, b.code from unit_now b where b.id = ${baseId})`;

/** By year of the achievement, oldest first. */
export async function countYears(db: Kysely<DB>, actor: Actor, filter: HonourFilter): Promise<readonly YearCount[]> {
  const { rows } = await sql<YearCount>`
    select honour.year, count(*)::integer as n from honour join holder on holder.id = honour.holder_id
    where ${matching(actor, filter)} group by 1 order by 1`.execute(db);
  return rows;
}
