/**
 * Honours counted in the database: one query a table, grouped by its two keys and the year, from which the bars by year are folded too.
 * It groups by what stands in the rows and names units afterwards, so that a million rows are counted in parallel.
 */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Count } from './cross-table.ts';
import type { Counted, Dimension } from './dimension.ts';
import { countedBy } from './dimension.ts';
import type { HonourFilter } from './filter.ts';
import { matching } from './matching.server.ts';

const keys: Readonly<Record<Counted, RawBuilder<unknown>>> = {
  award: sql`honour.award_code`,
  holder: sql`holder.kind`,
  group: sql`holder.group_code`,
  kind: sql`honour.kind`,
  field: sql`honour.field`,
  unit: sql`holder.unit_id`,
  year: sql`honour.year`,
  decided: sql`extract(year from honour.decided_on)::integer`,
};

type Asked = {
  readonly row: Dimension;
  readonly column: Dimension;
  readonly filter: HonourFilter;
  /** Whose units are told apart; what stands below each of them counts there. */
  readonly baseId: string;
};
export type YearlyCount = Count & { readonly year: number };

export async function countHonours(
  db: Kysely<DB>,
  actor: Actor,
  { row, column, filter, baseId }: Asked,
): Promise<readonly YearlyCount[]> {
  const [rows, columns] = [countedBy(row), countedBy(column)];
  const isByUnit = rows === 'unit' || columns === 'unit';
  const shown = (key: Counted, name: 'r' | 'c') =>
    key === 'unit' ? sql`place.code` : sql`coalesce(${sql.ref(`counted.${name}`)}::text, 'unknown')`;
  const placed = sql`join place on place.unit_id = ${sql.ref(rows === 'unit' ? 'counted.r' : 'counted.c')}`;
  const { rows: counts } = await sql<YearlyCount>`
    with counted as (
      select ${keys[rows]} as r, ${keys[columns]} as c, honour.year, count(*) as n
      from honour join holder on holder.id = honour.holder_id
      where ${matching(actor, filter)} group by 1, 2, 3)
    ${isByUnit ? sql`, ${placesUnder(baseId)}` : sql``}
    select ${shown(rows, 'r')} as "row", ${shown(columns, 'c')} as "column", counted.year, sum(counted.n)::integer as n
    from counted ${isByUnit ? placed : sql``}
    group by 1, 2, 3`.execute(db);
  return counts;
}

/** Each unit below the base under the one of its members that it belongs to; the base itself under itself. */
const placesUnder = (baseId: string) => sql`
  place as (
    select t.descendant_id as unit_id, u.code from unit_now u join unit_tree t on t.ancestor_id = u.id
      where u.parent_id = ${baseId}
    union all select b.id, b.code from unit_now b where b.id = ${baseId})`;
