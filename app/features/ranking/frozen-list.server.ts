/** Frozen results as a list reads them. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { judgementVisibleTo } from '../scoring/visible.server.ts';

export type FrozenResult = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly ofName: string;
  readonly frozenAt: Date;
  readonly digest: string;
};
type Asked = { readonly year?: number | undefined; readonly page?: number; readonly size?: number };

export async function listFrozen(
  db: Kysely<DB>,
  actor: Actor,
  { year, page = 1, size = 50 }: Asked,
): Promise<{ readonly rows: readonly FrozenResult[]; readonly total: number }> {
  const { rows } = await sql<FrozenResult & { total: number }>`
    select judgement.id, judgement.title, judgement.year, coalesce(b.name, m.name) as "ofName", judgement.frozen_at as "frozenAt", judgement.digest,
      count(*) over ()::int as total
    from judgement join criteria_set s on s.id = judgement.set_id left join block b on b.id = s.block_id left join movement m on m.id = s.movement_id
    where judgement.stage = 'frozen' and ${judgementVisibleTo(actor)} and ${year === undefined ? sql`true` : sql`judgement.year = ${year}`}
    order by judgement.year desc, judgement.title collate "vi-x-icu", judgement.id
    limit ${size} offset ${(page - 1) * size}`.execute(db);
  return { rows: rows.map(({ total: _counted, ...row }) => row), total: rows[0]?.total ?? 0 };
}
