/** In whose name the appraising body of the province may write: the standing body that the directive names, one's own, the province, its departments. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { rootUnit } from '../organisation/root.server.ts';

/** The standing body of the council that the directive names: what is appraised for the province goes up in its name. */
export async function standingBody(db: Kysely<DB>): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select u.id from unit_now u join directive_pack p on u.code = p.facts ->> 'standingBody' where u.is_active`.execute(
    db,
  );
  return rows[0]?.id;
}

/**
 * The organ that appraises for a body and submits to whoever decides there, whoever drafted (ADR 0253): of the province the standing body of its
 * council; of a body without one by name, that body itself.
 */
export async function submitterOf(db: Kysely<DB>, { unitId }: { readonly unitId: string }): Promise<string> {
  const root = await rootUnit(db);
  return (unitId === root?.id ? await standingBody(db) : undefined) ?? unitId;
}

export type IssuerChoice = { readonly id: string; readonly name: string };

/** First whom whoever writes most likely writes for: their own body, or the standing body where they work for the province itself. */
export async function issuersFor(db: Kysely<DB>, { homeUnitId }: Person): Promise<readonly IssuerChoice[]> {
  const { rows } = await sql<IssuerChoice>`
    with root as (select u.id from unit_now u where u.kind = 'province' and u.parent_id is null and u.is_active),
    standing as (select p.facts ->> 'standingBody' as code from directive_pack p)
    select u.id, u.name from unit_now u
    where u.is_active and (u.id = ${homeUnitId} or u.code in (select code from standing) or u.id in (select id from root)
      or (u.kind = 'department' and u.parent_id in (select id from root)))
    order by u.id in (select id from root), u.id <> ${homeUnitId}, u.code not in (select code from standing), u.name collate "vi-x-icu"`.execute(
    db,
  );
  return rows;
}
