/**
 * Which rows a page of the register's lists holds, among a million. The way there is chosen here, because the planner cannot know how many holders
 * are within somebody's reach or bear a name: by the number of the decision; by the holders, where they are few; else along the order of the list,
 * further and further until the page is full.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

/** `total` is exact unless there are more: then as many as were counted beyond the page. */
export type FoundIds = { readonly ids: readonly string[]; readonly total: number; readonly isMore: boolean };
export type Part = { readonly page?: number; readonly size?: number };
type Sql = RawBuilder<unknown>;

/** Counting a million takes longer than reading a page, and nobody pages so far. */
const beyond = 100;
/** Their awards are read and sorted at once, some ten for each. */
const few = 1_500;
/** Where only they are listed, more can be sorted. */
const fewByName = 10_000;
const mostOfNumber = 2_000;

const recent = sql`o.year desc, o.decided_on desc, o.id desc`;
const byName = sql`holder.name_fold, holder.id`;

/** For queries that read `holder`: what the asker may know of, whole and way by way, and what is asked of it. */
export type SeenHolders = { readonly seen: Sql; readonly ways: readonly Sql[]; readonly asked: Sql };

type AskedHonours = Part & { readonly holders: SeenHolders; readonly honours: Sql; readonly hasNumber: boolean };

export async function findHonours(
  db: Kysely<DB>,
  { holders, honours, hasNumber, ...part }: AskedHonours,
): Promise<FoundIds> {
  if (hasNumber)
    return atOnce(db, part, {
      first: sql`numbered as materialized (select o.id, o.year, o.decided_on, o.holder_id from honour o where ${honours} limit ${mostOfNumber}),`,
      found: sql`select o.id, o.year, o.decided_on from numbered o ${looked(holders, sql`o.holder_id`)}`,
      order: recent,
    });
  const ofThem = await ofFew(db, part, {
    holders,
    most: few,
    found: sql`select o.id, o.year, o.decided_on from few cross join lateral (
      select * from honour o where o.holder_id = few.id offset 0) o where ${honours}`,
    order: recent,
  });
  if (ofThem) return ofThem;
  return alongOrder(db, part, {
    walk: sql`select o.id, o.holder_id from honour o where ${honours} order by ${recent}`,
    holders,
  });
}

export async function findHolders(
  db: Kysely<DB>,
  { holders, ...part }: Part & { readonly holders: SeenHolders },
): Promise<FoundIds> {
  const ofThem = await ofFew(db, part, {
    holders,
    most: fewByName,
    found: sql`select o.id, o.name_fold from few join holder o on o.id = few.id where true`,
    order: sql`o.name_fold, o.id`,
  });
  if (ofThem) return ofThem;
  return alongOrder(db, part, {
    walk: sql`select holder.id, holder.id as holder_id from holder where holder.merged_into is null order by ${byName}`,
    holders,
  });
}

const whole = ({ seen, asked }: SeenHolders) => sql`${seen} and ${asked}`;

/** Way by way, each along its index. */
function inReach({ ways, asked }: SeenHolders, most: number): Sql {
  if (ways.length === 0) return sql`select null::uuid as id where false`;
  const each = ways.map((way) => sql`(select holder.id from holder where ${way} and ${asked} limit ${most})`);
  return sql.join(each, sql` union `);
}

/** Whether those within reach are no more than that, without counting further. */
export async function areFew(db: Kysely<DB>, holders: SeenHolders, most: number): Promise<boolean> {
  const { rows } = await sql<{ many: number }>`
    select count(*)::int as many from (${inReach(holders, most + 1)}) c`.execute(db);
  return (rows[0]?.many ?? 0) <= most;
}

/** As `few`, for a query that goes on. */
export const fewHolders = (holders: SeenHolders, most: number) => sql`few as materialized (${inReach(holders, most)}),`;

type AtOnce = { readonly first: Sql; readonly found: Sql; readonly order: Sql };
type OfFew = Omit<AtOnce, 'first'> & { readonly holders: SeenHolders; readonly most: number };

/** Only the page is sorted out of what was found, not all of it. */
async function atOnce(db: Kysely<DB>, part: Part, asked: AtOnce): Promise<FoundIds> {
  const { ids, total } = await sortedOut(db, part, { ...asked, few: sql`0` });
  return { ids, total, isMore: false };
}

/** Of those within reach, where they are no more than `most`. Else undefined: they were counted so far, and nothing of theirs was read. */
async function ofFew(
  db: Kysely<DB>,
  part: Part,
  { holders, most, found, order }: OfFew,
): Promise<FoundIds | undefined> {
  const counted = sql`(select count(*)::int from few)`;
  const { ids, total, few } = await sortedOut(db, part, {
    first: fewHolders(holders, most + 1),
    found: sql`${found} and ${counted} <= ${most}`,
    order,
    few: counted,
  });
  return few <= most ? { ids, total, isMore: false } : undefined;
}

type Sorted = { readonly ids: readonly string[]; readonly total: number; readonly few: number };

async function sortedOut(
  db: Kysely<DB>,
  { page = 1, size = 50 }: Part,
  { first, found, order, few }: AtOnce & { readonly few: Sql },
): Promise<Sorted> {
  const { rows } = await sql<Sorted>`
    with ${first} found as materialized (${found})
    select array(select o.id::text from found o order by ${order} limit ${size} offset ${(page - 1) * size}) as ids,
      (select count(*)::int from found) as total, ${few} as few`.execute(db);
  return rows[0] ?? { ids: [], total: 0, few: 0 };
}

/** `walk` gives all in their order; as much of it is read as fills the page and what is counted beyond. */
async function alongOrder(
  db: Kysely<DB>,
  { page = 1, size = 50 }: Part,
  { walk, holders }: { readonly walk: Sql; readonly holders: SeenHolders },
): Promise<FoundIds> {
  const [from, to] = [(page - 1) * size, page * size];
  const most = to + beyond;
  for (let reach = most + 1; ; reach *= 6) {
    const { rows } = await sql<{ ids: readonly string[]; total: number; read: number }>`
      with walked as materialized (select w.*, row_number() over () as at from (${walk} limit ${reach}) w),
      found as (select walked.id, row_number() over (order by walked.at) as at from walked ${joined(holders, reach)})
      select coalesce(array_agg(id::text order by at) filter (where at > ${from} and at <= ${to}), '{}') as ids,
        count(*)::int as total, (select count(*)::int from walked) as read from found`.execute(db);
    const { ids = [], total = 0, read = 0 } = rows[0] ?? {};
    if (total > most || read < reach) return { ids, total: Math.min(total, most), isMore: total > most };
  }
}

/** A short walk looks up each holder by its key; of a long one the planner joins. */
function joined(holders: SeenHolders, reach: number): Sql {
  if (reach > 8_000) return sql`join holder on holder.id = walked.holder_id where ${whole(holders)}`;
  return looked(holders, sql`walked.holder_id`);
}

/** Each by its key: left to choose, the planner reads all holders for the sake of some hundred. */
function looked(holders: SeenHolders, key: Sql): Sql {
  return sql`cross join lateral (
    select 1 from holder where holder.id = ${key} and ${whole(holders)} offset 0) holder`;
}
