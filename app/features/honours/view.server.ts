/** The table as its address asks for it: the page, its files and its paper read the same. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { rootUnit } from '../organisation/root.server.ts';
import { countHonours } from './counts.server.ts';
import type { CrossTable } from './cross-table.ts';
import { crossTable } from './cross-table.ts';
import type { Dimension } from './dimension.ts';
import type { HonourFilter } from './filter.ts';
import { filterIn, sidesIn } from './filter.ts';
import type { YearCount } from './finding.ts';
import { yearsOf } from './finding.ts';

export type StatisticsView = {
  readonly row: Dimension;
  readonly column: Dimension;
  readonly filter: HonourFilter;
  readonly table: CrossTable;
  readonly years: readonly YearCount[];
  readonly thisYear: number;
  /** The unit whose members are told apart. */
  readonly base: { readonly id: string; readonly code: string; readonly name: string };
  readonly unitNames: Readonly<Record<string, string>>;
};

type Asked = { readonly url: URL; readonly now: Date };

export async function statisticsAt(db: Kysely<DB>, actor: Actor, { url, now }: Asked): Promise<StatisticsView> {
  const thisYear = Number(plainDateIn(now).slice(0, 4));
  const filter = filterIn(url.searchParams, thisYear);
  const sides = sidesIn(url.searchParams);
  const base = await baseOf(db, filter.unitCode);
  const counts = base ? await countHonours(db, actor, { ...sides, filter, baseId: base.id }) : [];
  const codes = [...new Set(counts.flatMap(({ row, column }) => [row, column]))];
  const isByUnit = sides.row === 'unit' || sides.column === 'unit';
  const units = isByUnit ? await namesOf(db, codes) : [];
  const place = base ?? { id: '', code: '', name: '' };
  return {
    ...sides,
    filter,
    table: inNameOrder(crossTable(counts, sides), sides, units),
    years: yearsOf(counts),
    thisYear,
    base: place,
    unitNames: Object.fromEntries([...units, place].map(({ code, name }) => [code, name])),
  };
}

type Named = { readonly id: string; readonly code: string; readonly name: string };

async function baseOf(db: Kysely<DB>, code: string | undefined): Promise<Named | undefined> {
  if (code === undefined) return rootUnit(db);
  const { rows } = await sql<Named>`select u.id, u.code, u.name from unit_now u where u.code = ${code}`.execute(db);
  return rows[0];
}

async function namesOf(db: Kysely<DB>, codes: readonly string[]): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select u.id, u.code, u.name from unit_now u where u.code = any(${codes}::text[])
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** Units stand in the order of their names. */
function inNameOrder(
  table: CrossTable,
  sides: { row: Dimension; column: Dimension },
  units: readonly Named[],
): CrossTable {
  const ordered = (keys: readonly string[]) => units.map(({ code }) => code).filter((code) => keys.includes(code));
  return {
    ...table,
    ...(sides.row === 'unit' && { rows: ordered(table.rows) }),
    ...(sides.column === 'unit' && { columns: ordered(table.columns) }),
  };
}
