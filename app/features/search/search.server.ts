/**
 * Finding by names, with or without marks. PostgreSQL gathers few candidates of each source by the trigram indexes on folded
 * names, those that fit best; the order is ranking.ts alone. Units, of which there may be a hundred thousand with many names
 * each, are sought in steps that stop as soon as there is enough; the library by its own search of whole words.
 */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { fold } from '../../kernel/fold.ts';
import type { DB } from '../../platform/db-types.ts';
import { findParts, listDocuments } from '../library/reading.server.ts';
import { visibleTo as unitVisibleTo } from '../organisation/visible.server.ts';
import type { GroupName, Hit, Hits } from './hits.ts';
import { groupNames } from './hits.ts';
import { hitsPerKind, plainCode, ranked, tidyQuery } from './ranking.ts';
import type { NamedGroup } from './sources.server.ts';
import { sources } from './sources.server.ts';

export async function search(db: Kysely<DB>, actor: Actor, typed: string): Promise<Hits> {
  const query = tidyQuery(typed);
  const found = groupNames.map(async (name) => [name, query === '' ? [] : await find(db, actor, { name, query })]);
  const groups = Object.fromEntries(await Promise.all(found)) as Record<GroupName, readonly Hit[]>;
  return { query, ...groups };
}

type Sought<Name> = { readonly name: Name; readonly query: string };

async function find(db: Kysely<DB>, actor: Actor, { name, query }: Sought<GroupName>): Promise<readonly Hit[]> {
  if (name === 'library') return findInLibrary(db, actor, query);
  const found = name === 'units' ? await findUnits(db, actor, query) : await findNamed(db, actor, { name, query });
  return ranked(found, query).slice(0, hitsPerKind);
}

/** Whole documents first, then the articles in which all the words stand. */
async function findInLibrary(db: Kysely<DB>, actor: Actor, query: string): Promise<readonly Hit[]> {
  const [documents, parts] = await Promise.all([
    listDocuments(db, actor, { words: query }),
    findParts(db, actor, { words: query }),
  ]);
  const hits = [
    ...documents.map(({ code, title, number }) => ({ href: `/thu-vien/${code}`, name: title, note: number })),
    ...parts.map(({ code, anchor, heading, title }) => ({
      href: `/thu-vien/${code}#${anchor}`,
      name: heading || title,
      note: title,
    })),
  ];
  return hits.slice(0, hitsPerKind).map((hit) => ({ ...hit, code: '' }));
}

/** What fits best, no more than can be ranked; an exact name is never lost among those that merely contain it. */
async function findNamed(db: Kysely<DB>, actor: Actor, { name, query }: Sought<NamedGroup>): Promise<readonly Hit[]> {
  const code = plainCode(query);
  const byCode = sql<boolean>`(${code} <> '' and replace(lower(x.code), '-', '') = ${code})`;
  const ways = [byCode, ...byName(query)];
  const gather = async (tried: readonly RawBuilder<boolean>[]) => {
    const bestFirst = tried.map((way) => sql`${way} desc`);
    const { rows } = await sql<Hit>`
      select x.code, x.href, x.name, x.note from (${sources[name](actor)}) x
      where ${sql.join(tried, sql` or `)}
      order by ${sql.join(bestFirst)}, length(x.name), x.href limit ${candidates}`.execute(db);
    return rows;
  };
  const found = await gather(ways);
  return found.length >= few ? found : gather([...ways, ...alike(query)]);
}

/** By every name a unit ever had; shown under its present one. */
async function findUnits(db: Kysely<DB>, actor: Actor, query: string): Promise<readonly Hit[]> {
  const ids = new Set<string>();
  const byCode = sql<{ id: string }>`select u.id from unit u where u.code = ${fold(query)}`;
  for (const { id } of (await byCode.execute(db)).rows) ids.add(id);
  const step = async (condition: RawBuilder<boolean>) => {
    const found = sql<{
      id: string;
    }>`select x.unit_id as id from unit_version x where ${condition} limit ${candidates}`;
    for (const { id } of (await found.execute(db)).rows) ids.add(id);
  };
  for (const condition of byName(query)) if (ids.size < enough) await step(condition);
  for (const condition of alike(query)) if (ids.size < few) await step(condition);
  return ids.size === 0 ? [] : unitsNamed(db, actor, [...ids]);
}

async function unitsNamed(db: Kysely<DB>, actor: Actor, ids: readonly string[]): Promise<readonly Hit[]> {
  const { rows } = await sql<Hit>`
    select u.code, '/don-vi/' || u.code as href, u.name, u.is_active as "isActive",
      coalesce((select v.name from unit_version v where v.unit_id = u.parent_id order by v.valid_from desc limit 1), '') as note,
      array(select v.name from unit_version v where v.unit_id = u.id) || u.short_name as aliases
    from unit_now u where u.id = any(${[...ids]}::uuid[]) and ${unitVisibleTo(actor)}`.execute(db);
  return rows;
}

/** Candidates a step may give, and how many are enough to look no further. */
const candidates = 60;
const enough = hitsPerKind;
/** Likeness is by far the dearest to look for: only where the other ways gave less than this. */
const few = 3;

/** Exactly so, beginning so, containing it, containing every word of it. Each by the trigram index. */
function byName(query: string): readonly RawBuilder<boolean>[] {
  const bare = fold(query);
  const literal = bare.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
  return [
    sql<boolean>`x.name_fold = ${bare}`,
    sql<boolean>`x.name_fold like ${`${literal}%`}`,
    sql<boolean>`x.name_fold like ${`%${literal}%`}`,
    sql<boolean>`(${sql.join(
      literal.split(' ').map((word) => sql`x.name_fold like ${`%${word}%`}`),
      sql` and `,
    )})`,
  ];
}

/** Looking alike; of a letter or two everything would. */
function alike(query: string): readonly RawBuilder<boolean>[] {
  const bare = fold(query);
  return bare.length < 3 ? [] : [sql<boolean>`${bare} <% x.name_fold`];
}
