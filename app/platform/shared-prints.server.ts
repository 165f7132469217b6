/** Which texts share prints (kernel/alike.ts) with one of them: candidates, found by the index of a table of prints. */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';

/** Each has `prints integer[]` with a gin index, and the id of what its texts belong to. */
const keys = { initiative_print: 'initiative_id', nominee_print: 'nominee_id' } as const;
export type PrintTable = keyof typeof keys;

/** A print that stands in more than this is a set phrase and tells nothing. */
const common = 200;

/** As a table `(id, shared, weight)`: prints in common, weighed by the shorter of the two. Without the text itself. `id` may be a column of what it is joined to. */
export function withSharedPrints(table: PrintTable, id: string | RawBuilder<string>): RawBuilder<unknown> {
  const [prints, key] = [sql.table(table), sql.ref(keys[table])];
  return sql`(
    with mine as (select print from ${prints} p, unnest(p.prints) print where p.${key} = ${id}),
    found as (
      select mine.print, other.id, other.count from mine cross join lateral (
        select o.id, count(*) over () from (
          select o.${key} as id from ${prints} o where o.prints @> array[mine.print] limit ${common + 2}::int) o) other),
    counted as (
      select f.id, count(*) as shared from found f where f.count <= ${common + 1}::int and f.id <> ${id} group by f.id)
    select c.id, c.shared,
      c.shared::float8 / greatest(1, least(cardinality(p.prints), (select count(*) from mine))) as weight
    from counted c join ${prints} p on p.${key} = c.id)`;
}
