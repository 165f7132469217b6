/** Holders as lists, exports and the API read them: merged ones are left out. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import type { HolderRow } from './holder-row.server.ts';
import { holders } from './holder-row.server.ts';

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

/** Counted no further: nobody pages through more, and counting a million takes longer than reading a page. */
export const countedUpTo = 10_000;
export type Found<Row> = { readonly rows: readonly Row[]; readonly total: number; readonly isMore: boolean };

export async function listHolders(db: Kysely<DB>, actor: Actor, query: HoldersQuery): Promise<Found<ListedHolder>> {
  const size = query.size ?? 50;
  const wanted = narrowed(holders(db, actor), query);
  const counted = wanted
    .clearSelect()
    .select(sql`1`.as('one'))
    .limit(countedUpTo + 1);
  const { total } = await db
    .selectFrom(counted.as('c'))
    .select(sql<number>`count(*)::int`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .innerJoin('unit_now as u', 'u.id', 'holder.unit_id')
    .select([
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      sql<number>`(select count(*)::int from honour o where o.holder_id = holder.id)`.as('honours'),
      sql<number | null>`(select max(o.year) from honour o where o.holder_id = holder.id and o.revoked_on is null)`.as(
        'latest',
      ),
    ])
    .orderBy('holder.name_fold')
    .orderBy('holder.id')
    .limit(size)
    .offset(((query.page ?? 1) - 1) * size)
    .execute();
  return { rows, total: Math.min(total, countedUpTo), isMore: total > countedUpTo };
}

function narrowed(all: ReturnType<typeof holders>, { words, kind, unitId, ids }: HoldersQuery) {
  let wanted = ids ? all.where('holder.id', 'in', [...ids]) : all.where('holder.merged_into', 'is', null);
  if (kind) wanted = wanted.where('holder.kind', '=', kind);
  if (unitId) wanted = wanted.where(standsBelow(unitId));
  for (const word of wordsOf(words)) wanted = wanted.where('holder.name_fold', 'like', `%${word}%`);
  return wanted;
}

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
