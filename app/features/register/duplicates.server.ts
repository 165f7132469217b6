/** Rows that may be one holder: the same number, or the same name with the same year of birth or in the same unit. A person decides. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { lockHolder } from './holder-row.server.ts';
import { registerRights } from './rights.ts';
import { visibleTo } from './visible.server.ts';

export type Pair = {
  readonly oneId: string;
  readonly otherId: string;
  readonly oneName: string;
  readonly otherName: string;
  readonly oneUnit: string;
  readonly otherUnit: string;
  readonly because: 'identity' | 'birth_year' | 'unit';
};

/** The surest first; both of each pair are the asker's to know. */
export async function duplicatePairs(db: Kysely<DB>, actor: Actor): Promise<readonly Pair[]> {
  const { rows } = await sql<Pair>`
    with seen as materialized (
      select holder.id, holder.name, holder.kind, holder.name_fold, holder.unit_id, holder.birth_year, holder.identity_lookup
      from holder where ${visibleTo(actor)} and holder.merged_into is null),
    pair as (
      select a.id as one_id, b.id as other_id, 1 as sure from seen a join seen b on b.identity_lookup = a.identity_lookup and b.id > a.id
      union all
      select a.id, b.id, case when a.birth_year = b.birth_year then 2 else 3 end from seen a join seen b
        on b.name_fold = a.name_fold and b.kind = a.kind and b.id > a.id
          and (b.birth_year = a.birth_year or b.unit_id = a.unit_id)
      where (a.birth_year is null or b.birth_year is null or a.birth_year = b.birth_year)
        and (a.identity_lookup is null or b.identity_lookup is null or a.identity_lookup = b.identity_lookup)),
    best as (select one_id, other_id, min(sure) as sure from pair p where not exists (
      select from holder_apart x where x.one_id = p.one_id and x.other_id = p.other_id) group by 1, 2)
    select p.one_id as "oneId", p.other_id as "otherId", a.name as "oneName", b.name as "otherName", u.name as "oneUnit", v.name as "otherUnit",
      (array['identity', 'birth_year', 'unit'])[p.sure] as because
    from best p join holder a on a.id = p.one_id join holder b on b.id = p.other_id
    join unit_now u on u.id = a.unit_id join unit_now v on v.id = b.unit_id
    order by p.sure, a.name collate "vi-x-icu", p.one_id, p.other_id limit 200`.execute(db);
  return rows;
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
