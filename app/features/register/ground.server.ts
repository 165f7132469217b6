/**
 * The ground of a unit: a border commune, one that is hard to reach. Not known in the data that comes with the product; entered with its source by an
 * administrator or an appraiser, each answer apart, and unknown as long as nobody did (Luật Điều 5.2.d).
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { pathOf } from '../organisation/paths.server.ts';
import { registerRights } from './rights.ts';

export type Ground = {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly isBorder: boolean | null;
  readonly isHard: boolean | null;
  readonly source: string | null;
  /** 0: nothing entered yet. */
  readonly version: number;
};

/** Communes and what is below them with an answer of their own: known to whoever is signed in, as the organisation is. */
export async function listGrounds(db: Kysely<DB>, code?: string): Promise<readonly Ground[]> {
  const { rows } = await sql<Ground>`
    select u.id as "unitId", u.code, u.name, g.is_border as "isBorder", g.is_hard_to_reach as "isHard", g.source, coalesce(g.version, 0) as version
    from unit_now u left join unit_ground g on g.unit_id = u.id
    where u.is_active and (u.kind = 'commune' or g.unit_id is not null) and (${code ?? null}::text is null or u.code = ${code ?? null})
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

export type SetGround = {
  readonly unitId: string;
  readonly version: number;
  readonly isBorder: boolean | null;
  readonly isHard: boolean | null;
  readonly source: string;
};

export async function setGround(
  { tx, actor, now, record }: Context,
  { unitId, version, isBorder, isHard, source }: SetGround,
): Promise<Result<undefined, PermitRefusal | NotThere | LostRace | { readonly kind: 'source_missing' }>> {
  const path = await pathOf(tx, unitId);
  if (path.length === 0) return refuse(notThere);
  const allowed = permitTo(registerRights, 'unit_ground.change', actor, path);
  if (!allowed.ok) return allowed;
  if (source.trim() === '') return refuse({ kind: 'source_missing' });
  const before = await tx
    .selectFrom('unit_ground')
    .selectAll()
    .where('unit_id', '=', unitId)
    .forUpdate()
    .executeTakeFirst();
  if ((before?.version ?? 0) !== version) return refuse({ kind: 'lost_race', current: before?.version ?? 0 });
  const by = actor.kind === 'person' ? actor.personId : null;
  const row = {
    is_border: isBorder,
    is_hard_to_reach: isHard,
    source: source.trim().slice(0, 500),
    version: version + 1,
  };
  const written = { ...row, entered_by: by, entered_at: now };
  await tx
    .insertInto('unit_ground')
    .values({ unit_id: unitId, ...written })
    .onConflict((conflict) => conflict.column('unit_id').doUpdateSet(written))
    .execute();
  const subject = { kind: 'unit_ground', id: unitId };
  await record({
    permit: allowed.value,
    kind: 'unit_ground.changed',
    subject,
    unitId,
    ...(before && { before }),
    after: row,
  });
  return ok();
}
