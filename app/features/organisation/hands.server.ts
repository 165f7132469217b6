/**
 * Who acts for a unit. One that was merged is acted for by what alone took it over (db/views/015_unit_hand.sql, ADR 0256): there waits what was sent to it, and there
 * is done what it had yet to do. One that was divided or simply ended keeps its place, for no register says which part has what.
 */
import type { RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { UnitPath } from '../../kernel/actor.ts';
import type { Reader } from '../../platform/db.server.ts';
import { askedId } from '../../platform/id.server.ts';

/** `unit`: a column that names one. */
export const actingUnit = (unit: string): RawBuilder<string> => sql<string>`unit_acting(${sql.ref(unit)})`;

/** Who acts for it and all that stands above, nearest first. */
export const actingPath = (unit: string): RawBuilder<UnitPath> =>
  sql<UnitPath>`array(select t.ancestor_id::text from unit_tree t where t.descendant_id = ${actingUnit(unit)} order by t.depth)`;

/** Empty when there is no such unit. */
export async function actingPathOf(db: Reader, unitId: string): Promise<UnitPath> {
  const rows = await db
    .selectFrom('unit_tree')
    .select('ancestor_id')
    .where('descendant_id', '=', sql<string>`unit_acting(${askedId(unitId)}::uuid)`)
    .orderBy('depth')
    .execute();
  return rows.map((row) => row.ancestor_id);
}

/** One of these acts for it. */
export const isActedForBy = (unit: string, hands: readonly string[]): RawBuilder<boolean> =>
  hands.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`${sql.ref(unit)} in (select id from units_acted_for(${[...hands]}::uuid[]) id)`;

/** One of these, or what stands below one, acts for it. */
export const isReachedFrom = (unit: string, roots: readonly string[]): RawBuilder<boolean> =>
  roots.length === 0
    ? sql<boolean>`false`
    : sql<boolean>`${sql.ref(unit)} in (select id from units_acted_for(
        array(select t.descendant_id from unit_tree t where t.ancestor_id = any(${[...roots]}::uuid[]))) id)`;
