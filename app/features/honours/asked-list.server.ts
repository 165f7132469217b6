/** The list as its address asks for it: the page, its files and its paper read the same. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { HonourFilter } from './filter.ts';
import { filterIn } from './filter.ts';
import type { HonourList } from './list.server.ts';
import { listHonours } from './list.server.ts';

type Asked = { readonly url: URL; readonly now: Date; readonly page?: number; readonly size: number };
export type AskedList = HonourList & { readonly filter: HonourFilter; readonly unitName: string | undefined };

export async function honoursAt(db: Kysely<DB>, actor: Actor, { url, now, page = 1, size }: Asked): Promise<AskedList> {
  const filter = filterIn(url.searchParams, Number(plainDateIn(now).slice(0, 4)));
  const [listed, unit] = await Promise.all([
    listHonours(db, actor, { filter, page, size }),
    filter.unitCode === undefined
      ? undefined
      : db.selectFrom('unit_now').select('name').where('code', '=', filter.unitCode).executeTakeFirst(),
  ]);
  return { ...listed, filter, unitName: unit?.name ?? undefined };
}
