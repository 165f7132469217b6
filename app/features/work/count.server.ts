/**
 * The number beside "my work", in the frame of every page: some sixty statements, more than most pages ask for themselves. Counted once it stands
 * for a moment, as long as nothing was recorded: a page and what is asked for beside it are not counted for one by one (ADR 0251).
 */
import type { Kysely } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { countOf, workOf } from './work.server.ts';

const moment = 2_000;
/** As many people as are remembered at once. */
const most = 5_000;

type Counted = { readonly mark: number; readonly at: number; readonly count: Promise<number> };
const counted = new WeakMap<Kysely<DB>, Map<string, Counted>>();

/** How many lines "my work" has. */
export async function workCount(db: Kysely<DB>, actor: Actor, now: Date): Promise<number> {
  if (actor.kind !== 'person') return 0;
  const known = counted.get(db) ?? new Map<string, Counted>();
  counted.set(db, known);
  const key = JSON.stringify([actor.personId, actor.holdings]);
  const mark = await recorded(db);
  const before = known.get(key);
  if (before?.mark === mark && Math.abs(now.getTime() - before.at) < moment) return before.count;
  const count = countNow(db, actor, now);
  if (known.size >= most) known.clear();
  known.set(key, { mark, at: now.getTime(), count });
  count.catch(() => known.delete(key));
  return count;
}

const countNow = async (db: Kysely<DB>, person: Person, now: Date) => countOf(await workOf(db, person, now));

/** How much the record holds: grows with every write. */
async function recorded(db: Kysely<DB>): Promise<number> {
  const { sum } = await db
    .selectFrom('record_head')
    .select((eb) => eb.fn.sum<string>('position').as('sum'))
    .executeTakeFirstOrThrow();
  return Number(sum);
}
