/** What the list of units reads: filter, sort, count, page; the export takes the same query without paging. */
import { sql } from 'kysely';
import type { SelectQueryBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { CommuneType, UnitKind } from './unit.ts';
import type { UnitSort, UnitsQuery } from './unit-filter.ts';
import type { Reader } from '../../platform/db.server.ts';
import { inVietnameseOrder, patternOf, treeOn, unitsAt } from './unit-rows.server.ts';
import type { UnitRow } from './unit-rows.server.ts';
import { visibleTo } from './visible.server.ts';

export type UnitLine = {
  readonly id: string;
  readonly code: string;
  readonly officialCode: string | null;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly communeType: CommuneType | null;
  readonly parentCode: string | null;
  readonly parentName: string | null;
  readonly blockCode: string | null;
  readonly blockName: string | null;
  readonly validFrom: string | null;
  readonly validUntil: string | null;
  readonly isActive: boolean;
};

export type UnitsPage = { readonly rows: readonly UnitLine[]; readonly total: number };
export type Slice = { readonly page: number; readonly size: number };

export async function unitsPage(db: Reader, actor: Actor, query: UnitsQuery, slice: Slice): Promise<UnitsPage> {
  const matching = unitsMatching(db, actor, query);
  const counted = await matching.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await lines(matching, query)
    .limit(slice.size)
    .offset((slice.page - 1) * slice.size)
    .execute();
  return { rows, total: Number(counted.total) };
}

/** The whole list, for export. */
export async function unitsAll(db: Reader, actor: Actor, query: UnitsQuery): Promise<readonly UnitLine[]> {
  return lines(unitsMatching(db, actor, query), query).execute();
}

type Tables = DB & {
  u: UnitRow;
  p: { id: string | null; code: string | null; name: string | null };
  b: { code: string | null; name: string | null };
};
type Matching = SelectQueryBuilder<Tables, 'u' | 'p' | 'b', object>;

function unitsMatching(db: Reader, actor: Actor, query: UnitsQuery): Matching {
  const source = unitsAt(query.on);
  let matching = db
    .selectFrom(source.as('u'))
    .leftJoin(source.as('p'), 'p.id', 'u.parent_id')
    .leftJoin('block_member as m', (join) => join.onRef('m.unit_id', '=', 'u.id').on('m.year', '=', query.year))
    .leftJoin('block as b', 'b.id', 'm.block_id')
    .where(visibleTo(actor)) as unknown as Matching;
  if (query.text.trim() !== '') {
    const pattern = patternOf(query.text);
    matching = matching.where(
      sql<boolean>`(u.name_fold like ${pattern} or u.code = ${query.text.trim().toLowerCase()} or u.official_code = ${query.text.trim()})`,
    );
  }
  if (query.kind) matching = matching.where('u.kind', '=', query.kind);
  if (query.communeType) matching = matching.where('u.commune_type', '=', query.communeType);
  if (query.blockCode) matching = matching.where('b.code', '=', query.blockCode);
  if (query.parentCode) {
    matching = matching.where(
      sql<boolean>`u.id in (select t.descendant_id from ${treeOn(query.on ?? undefined)} t join unit a on a.id = t.ancestor_id
        where a.code = ${query.parentCode} and t.depth > 0)`,
    );
  }
  if (query.life !== 'all') matching = matching.where('u.is_active', '=', query.life === 'alive');
  return matching;
}

function lines(matching: Matching, query: UnitsQuery) {
  const { by, direction } = query.sort;
  return matching
    .select(['u.id', 'u.code', 'u.official_code as officialCode', 'u.name', 'u.short_name as shortName', 'u.kind'])
    .select(['u.commune_type as communeType', 'p.code as parentCode', 'p.name as parentName'])
    .select(['b.code as blockCode', 'b.name as blockName'])
    .select(['u.valid_from as validFrom', 'u.valid_until as validUntil', 'u.is_active as isActive'])
    .orderBy(sortColumn(by), direction)
    .orderBy(inVietnameseOrder('u.short_name'))
    .orderBy('u.code');
}

function sortColumn(by: UnitSort) {
  switch (by) {
    case 'ten':
      return inVietnameseOrder('u.short_name');
    case 'ma':
      return sql`u.official_code`;
    case 'loai':
      return sql`u.kind, u.commune_type`;
    case 'cap-tren':
      return inVietnameseOrder('p.name');
    case 'khoi':
      return sql`b.name collate "vi-x-icu"`;
  }
}
