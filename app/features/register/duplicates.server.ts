/** Rows that may be one holder: the same number, or the same name with the same year of birth or in the same unit. A person decides. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { lockHolder } from './holder-row.server.ts';
import { registerRights } from './rights.ts';
import { areFew, fewHolders } from './find.server.ts';
import type { SeenHolders } from './find.server.ts';
import { visibleTo, waysToSee } from './visible.server.ts';

export type Pair = {
  readonly oneId: string;
  readonly otherId: string;
  readonly oneName: string;
  readonly otherName: string;
  readonly oneUnit: string;
  readonly otherUnit: string;
  readonly because: 'identity' | 'birth_year' | 'unit';
};

const few = 10_000;
const most = 200;
type Sql = RawBuilder<unknown>;

/** The surest first; both of each pair are the asker's to know. `atOnce`: of how many holders within reach the pairs are sought among themselves. */
export async function duplicatePairs(db: Kysely<DB>, actor: Actor, atOnce = few): Promise<readonly Pair[]> {
  const holders = {
    seen: visibleTo(actor),
    ways: waysToSee(actor),
    asked: sql`holder.merged_into is null`,
  };
  const pairs = (await areFew(db, holders, atOnce)) ? amongFew(holders) : alongNames(holders.seen);
  const { rows } = await sql<Pair>`
    with ${pairs},
    best as (select one_id, other_id, min(sure) as sure from pair group by 1, 2)
    select p.one_id as "oneId", p.other_id as "otherId", a.name as "oneName", b.name as "otherName", u.name as "oneUnit", v.name as "otherUnit",
      (array['identity', 'birth_year', 'unit'])[p.sure] as because
    from best p join holder a on a.id = p.one_id join holder b on b.id = p.other_id
    join unit_now u on u.id = a.unit_id join unit_now v on v.id = b.unit_id
    order by p.sure, a.name collate "vi-x-icu", p.one_id, p.other_id limit ${most}`.execute(db);
  return rows;
}

/** What two rows must not contradict to be one: numbers and years of birth, where both are known; nor did a person say that they are two. */
const couldBeOne = sql`b.id > a.id
  and (a.birth_year is null or b.birth_year is null or a.birth_year = b.birth_year)
  and (a.identity_lookup is null or b.identity_lookup is null or a.identity_lookup = b.identity_lookup)
  and not exists (select from holder_apart x where x.one_id = a.id and x.other_id = b.id)`;

function amongFew(holders: SeenHolders): Sql {
  return sql`${fewHolders(holders, few)}
    seen as materialized (select holder.* from few join holder on holder.id = few.id),
    pair as (
      select a.id as one_id, b.id as other_id, 1 as sure from seen a join seen b on b.identity_lookup = a.identity_lookup
      where b.id > a.id and not exists (select from holder_apart x where x.one_id = a.id and x.other_id = b.id)
      union all
      select a.id, b.id, 2 from seen a join seen b on b.name_fold = a.name_fold and b.kind = a.kind and b.birth_year = a.birth_year
      where ${couldBeOne}
      union all
      select a.id, b.id, 3 from seen a join seen b on b.name_fold = a.name_fold and b.kind = a.kind and b.unit_id = a.unit_id
      where ${couldBeOne})`;
}

/**
 * Each way along an index, group by group of those that are alike, until the page is full: 0237's for names, that of the numbers. Written so that the
 * planner cannot join everybody with everybody first.
 */
function alongNames(seen: Sql): Sql {
  const known = (one: Sql) => sql`exists (select from holder where holder.id = ${one} and ${seen})`;
  const both = sql`${known(sql`a.id`)} and ${known(sql`b.id`)}`;
  return sql`
    by_number as (select p.* from (
        select identity_lookup from holder where identity_lookup is not null and merged_into is null
        group by identity_lookup having count(*) > 1 order by identity_lookup) g
      cross join lateral (select a.id as one_id, b.id as other_id, 1 as sure from holder a join holder b on b.identity_lookup = a.identity_lookup
        where a.identity_lookup = g.identity_lookup and a.merged_into is null and b.merged_into is null and b.id > a.id
          and not exists (select from holder_apart x where x.one_id = a.id and x.other_id = b.id) and ${both} offset 0) p limit ${most}),
    by_birth as (select p.* from (
        select name_fold, kind, birth_year from holder where merged_into is null and birth_year is not null
        group by name_fold, kind, birth_year having count(*) > 1 order by name_fold, kind, birth_year) g
      cross join lateral (select a.id as one_id, b.id as other_id, 2 as sure from holder a
        join holder b on b.name_fold = a.name_fold and b.kind = a.kind and b.birth_year = a.birth_year
        where (a.name_fold, a.kind, a.birth_year) = (g.name_fold, g.kind, g.birth_year)
          and a.merged_into is null and b.merged_into is null and ${couldBeOne} and ${both} offset 0) p limit ${most}),
    within_unit as (select p.* from (
        select name_fold, kind, unit_id from holder where merged_into is null
        group by name_fold, kind, unit_id having count(*) > 1 order by name_fold, kind, unit_id) g
      cross join lateral (select a.id as one_id, b.id as other_id, 3 as sure from holder a
        join holder b on b.name_fold = a.name_fold and b.kind = a.kind and b.unit_id = a.unit_id
        where (a.name_fold, a.kind, a.unit_id) = (g.name_fold, g.kind, g.unit_id)
          and a.merged_into is null and b.merged_into is null and ${couldBeOne} and ${both} offset 0) p limit ${most}),
    pair as (select * from by_number union all select * from by_birth union all select * from within_unit)`;
}

export type KeepApart = { readonly oneId: string; readonly otherId: string; readonly reason: string };

/** Two, and known to be two: not shown again. */
export async function keepApart(
  { tx, actor, now, record }: Context,
  { oneId, otherId, reason }: KeepApart,
): Promise<Result<undefined, PermitRefusal | NotThere | { readonly kind: 'reason_missing' }>> {
  const [first = '', second = ''] = [oneId, otherId].toSorted();
  const one = await lockHolder(tx, actor, first);
  const other = await lockHolder(tx, actor, second);
  if (!one || !other || first === second) return refuse(notThere);
  const allowed = permitTo(registerRights, 'holder.merge', actor, one.path);
  if (!allowed.ok) return allowed;
  if (reason.trim() === '') return refuse({ kind: 'reason_missing' });
  const row = { one_id: first, other_id: second, reason: reason.trim() };
  const by = actor.kind === 'person' ? actor.personId : null;
  await tx
    .insertInto('holder_apart')
    .values({ ...row, decided_by: by, decided_at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const subject = { kind: 'holder', id: first };
  await record({
    permit: allowed.value,
    kind: 'holder.kept_apart',
    subject,
    unitId: one.unitId,
    reason: row.reason,
    after: row,
  });
  return ok();
}
