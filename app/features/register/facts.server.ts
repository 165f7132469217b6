/** The register's facts of many holders in one question, without asking who wants to know: callers bring ids they may read. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { HolderFacts } from './facts.ts';

export async function factsOf(db: Kysely<DB>, holderIds: readonly string[]): Promise<ReadonlyMap<string, HolderFacts>> {
  if (holderIds.length === 0) return new Map();
  // Joined with a list of ids, whole tables would be read for each set; asked for by key they are not.
  const wanted = sql`any(${[...holderIds]}::uuid[])`;
  const { rows } = await sql<HolderFacts>`
    with awards as (
      select o.holder_id, json_agg(json_build_object('id', o.id, 'award', o.award_code, 'year', o.year, 'kind', o.kind,
        'decidedOn', o.decided_on, 'revokedOn', o.revoked_on)) as found
      from honour o where o.holder_id = ${wanted} and o.struck_at is null group by 1),
    years as (
      select y.holder_id, json_agg(json_build_object('year', y.year, 'level', y.level)) as found
      from holder_year y where y.holder_id = ${wanted} group by 1),
    authored as (
      select h.id as holder_id, a.initiative_id from holder h
      join initiative_author a on a.person_id = h.person_id where h.id = ${wanted}
      union
      select l.holder_id, l.initiative_id from holder_initiative l where l.holder_id = ${wanted}),
    initiatives as (
      select a.holder_id, json_agg(json_build_object('year', i.year, 'scope', r.scope, 'used',
        case when x.id is not null then json_build_object('award', coalesce(n.award_code, x.used_for), 'year', x.year) end)) as found
      from authored a
      join initiative i on i.id = a.initiative_id and i.stage in ('recognised', 'raised')
      cross join lateral (select scope from initiative_recognition r where r.initiative_id = i.id
        order by array_position(array['unit', 'province', 'nation'], r.scope) desc limit 1) r
      left join initiative_use x on x.initiative_id = i.id
      left join nominee n on n.id::text = x.used_id
      group by 1),
    disciplines as (
      select d.holder_id, json_agg(json_build_object('from', d.first_day, 'until', d.last_day, 'level', d.level)) as found
      from holder_discipline d where d.holder_id = ${wanted} and d.removed_at is null group by 1),
    matters as (
      select p.holder_id, json_agg(json_build_object('kind', case p.kind when 'other' then p.note else p.kind end,
        'since', p.since, 'until', p.until)) as found
      from holder_pending p where p.holder_id = ${wanted} and p.removed_at is null group by 1),
    members as (
      select m.holder_id, json_agg(json_build_object('year', m.year, 'total', m.total, 'completed', m.completed,
        'disciplined', m.disciplined, 'held', m.held)) as found
      from holder_members m where m.holder_id = ${wanted} group by 1),
    blocks as (
      select b.holder_id, json_agg(json_build_object('year', b.year, 'inBlock', b.in_block, 'organisedBy', b.organised_by,
        'rank', b.rank, 'exceeded', b.exceeded)) as found
      from holder_block b where b.holder_id = ${wanted} group by 1),
    checks as (
      select c.holder_id, json_agg(c.fact) as found
      from holder_checked c where c.holder_id = ${wanted} group by 1)
    select h.id, h.kind, h.group_code as group, h.founded_year as founded, h.person_id is not null as "isAuthorKnown",
      coalesce(awards.found, '[]') as awards, coalesce(years.found, '[]') as classification,
      coalesce(initiatives.found, '[]') as initiatives, coalesce(disciplines.found, '[]') as discipline,
      coalesce(matters.found, '[]') as pending, coalesce(members.found, '[]') as members,
      coalesce(blocks.found, '[]') as blocks, coalesce(checks.found, '[]') as checked
    from holder h
    left join awards on awards.holder_id = h.id left join years on years.holder_id = h.id
    left join initiatives on initiatives.holder_id = h.id left join disciplines on disciplines.holder_id = h.id
    left join matters on matters.holder_id = h.id left join members on members.holder_id = h.id
    left join blocks on blocks.holder_id = h.id left join checks on checks.holder_id = h.id
    where h.id = ${wanted}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** By the id that was asked for: one that was merged answers as the kept one. */
export async function keptFactsOf(
  db: Kysely<DB>,
  holderIds: readonly string[],
): Promise<ReadonlyMap<string, HolderFacts>> {
  const { rows } = await sql<{ readonly asked: string; readonly id: string }>`
    with recursive way(asked, id, merged_into) as (
      select id, id, merged_into from holder where id = any(${[...holderIds]}::uuid[])
      union select w.asked, h.id, h.merged_into from way w join holder h on h.id = w.merged_into)
    select asked, id from way where merged_into is null`.execute(db);
  const facts = await factsOf(db, [...new Set(rows.map(({ id }) => id))]);
  return new Map(
    rows.flatMap(({ asked, id }) => {
      const found = facts.get(id);
      return found ? [[asked, found] as const] : [];
    }),
  );
}
