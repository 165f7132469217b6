/**
 * Initiatives of a holder: those that name their account as an author, and those of which somebody confirmed that the author without an
 * account is this holder. Namesakes are offered, never taken.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { ScopeOfEffect } from '../initiatives/initiative.ts';
import { lockHolder } from './holder-row.server.ts';
import type { Merged } from './holders.server.ts';
import { registerRights } from './rights.ts';

export type HolderInitiative = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly scope: ScopeOfEffect;
  readonly by: 'account' | 'confirmed' | 'name';
  readonly usedFor: string | null;
  readonly usedYear: number | null;
};

/** Recognised ones, which whoever is signed in may know of. `name`: only the name is the same. */
export async function initiativesOf(db: Kysely<DB>, holderId: string): Promise<readonly HolderInitiative[]> {
  const { rows } = await sql<HolderInitiative>`
    with mine as (select * from holder where id = ${holderId}),
    found as (
      select a.initiative_id, 1 as rank from mine h join initiative_author a on a.person_id = h.person_id
      union all select l.initiative_id, 2 from mine h join holder_initiative l on l.holder_id = h.id
      union all
      select a.initiative_id, 3 from mine h
      join unit_tree t on t.descendant_id = h.unit_id or t.ancestor_id = h.unit_id
      join initiative i on i.unit_id in (t.ancestor_id, t.descendant_id)
      join initiative_author a on a.initiative_id = i.id and a.person_id is null and fold_vi(a.name) = h.name_fold
      where h.kind = 'person')
    select i.id, i.title, i.year, r.scope, (array['account', 'confirmed', 'name'])[min(f.rank)] as by,
      x.used_for as "usedFor", x.year as "usedYear"
    from found f join initiative i on i.id = f.initiative_id and i.stage in ('recognised', 'raised')
    cross join lateral (select scope from initiative_recognition r where r.initiative_id = i.id
      order by array_position(array['unit', 'province', 'nation'], r.scope) desc limit 1) r
    left join initiative_use x on x.initiative_id = i.id
    group by i.id, r.scope, x.used_for, x.year order by i.year desc, i.title limit 100`.execute(db);
  return rows;
}

export type LinkInitiative = { readonly holderId: string; readonly initiativeId: string; readonly isAuthor: boolean };

/** Only one whose author bears the name; twice is once. */
export async function linkInitiative(
  { tx, actor, now, record }: Context,
  { holderId, initiativeId, isAuthor }: LinkInitiative,
): Promise<Result<{ id: string }, PermitRefusal | NotThere | Merged>> {
  const holder = await lockHolder(tx, actor, holderId);
  if (!holder) return refuse(notThere);
  if (holder.mergedInto !== null) return refuse({ kind: 'merged', into: holder.mergedInto });
  const allowed = permitTo(registerRights, 'holder.note', actor, holder.path);
  if (!allowed.ok) return allowed;
  const found = (await initiativesOf(tx, holderId)).find(({ id, by }) => id === initiativeId && by !== 'account');
  if (!found) return refuse(notThere);
  if ((found.by === 'confirmed') === isAuthor) return ok({ id: holderId });
  const pair = { holder_id: holderId, initiative_id: initiativeId };
  if (isAuthor) {
    const by = actor.kind === 'person' ? actor.personId : null;
    await tx
      .insertInto('holder_initiative')
      .values({ ...pair, confirmed_by: by, confirmed_at: now })
      .execute();
  } else
    await tx
      .deleteFrom('holder_initiative')
      .where('holder_id', '=', holderId)
      .where('initiative_id', '=', initiativeId)
      .execute();
  const said = { note: 'initiative', initiativeId };
  const subject = { kind: 'holder', id: holderId };
  const change = isAuthor ? { after: said } : { before: said };
  await record({ permit: allowed.value, kind: 'holder.noted', subject, unitId: holder.unitId, ...change });
  return ok({ id: holderId });
}
