/** Holders as lists, exports and the API read them: merged ones are left out. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import type { HolderRow } from './holder-row.server.ts';
import type { SeenHolders } from './find.server.ts';
import { findHolders } from './find.server.ts';
import { holders } from './holder-row.server.ts';
import { visibleTo, waysToSee } from './visible.server.ts';

export type ListedHolder = HolderRow & {
  readonly unitCode: string;
  readonly unitName: string;
  readonly honours: number;
  /** Year of the latest award that stands. */
  readonly latest: number | null;
};

export type HoldersQuery = {
  /** Words of the name, with or without marks. */
  readonly words?: string | undefined;
  readonly kind?: HolderKind | undefined;
  /** This unit and those below it. */
  readonly unitId?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly page?: number;
  readonly size?: number;
};

export type Found<Row> = { readonly rows: readonly Row[]; readonly total: number; readonly isMore: boolean };

/** By name. Those asked for by id come whatever became of them. */
export async function listHolders(db: Kysely<DB>, actor: Actor, query: HoldersQuery): Promise<Found<ListedHolder>> {
  const found = query.ids
    ? { ids: query.ids, total: query.ids.length, isMore: false }
    : await findHolders(db, { ...query, holders: ofHolders(actor, query) });
  if (found.ids.length === 0) return { ...found, rows: [] };
  const rows = await holders(db, actor)
    .innerJoin('unit_now as u', 'u.id', 'holder.unit_id')
    .where(sql<boolean>`holder.id = any(${[...found.ids]}::uuid[])`)
    .select([
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      sql<number>`(select count(*)::int from honour o where o.holder_id = holder.id and o.struck_at is null)`.as(
        'honours',
      ),
      sql<
        number | null
      >`(select max(o.year) from honour o where o.holder_id = holder.id and o.revoked_on is null and o.struck_at is null)`.as(
        'latest',
      ),
    ])
    .orderBy('holder.name_fold')
    .orderBy('holder.id')
    .execute();
  return { rows, total: query.ids ? rows.length : found.total, isMore: found.isMore };
}

/** Those the asker may know of and asks for, merged ones left out. */
export function ofHolders(actor: Actor, { words, kind, unitId }: HoldersQuery): SeenHolders {
  const asked = all([
    sql<boolean>`holder.merged_into is null`,
    ...wordsOf(words).map((word) => sql<boolean>`holder.name_fold like ${`%${word}%`}`),
    ...(kind ? [sql<boolean>`holder.kind = ${kind}`] : []),
    ...(unitId ? [standsBelow(unitId)] : []),
  ]);
  return { seen: visibleTo(actor), ways: waysToSee(actor), asked };
}

export const all = (conditions: readonly RawBuilder<boolean>[]): RawBuilder<boolean> =>
  conditions.length === 0 ? sql<boolean>`true` : sql<boolean>`${sql.join(conditions, sql` and `)}`;

/** For a query that reads `holder`. */
export function standsBelow(unitId: string): RawBuilder<boolean> {
  return sql<boolean>`holder.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId})`;
}

export function wordsOf(typed: string | undefined): readonly string[] {
  return fold(typed ?? '')
    .slice(0, 200)
    .replaceAll(/[\\%_]/g, (sign) => `\\${sign}`)
    .split(/\s+/)
    .filter(Boolean);
}
