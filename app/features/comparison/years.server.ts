/** How a unit did in its block over the years: frozen results only, as they were frozen. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Level } from '../ranking/classify.ts';
import { judgementVisibleTo } from '../scoring/visible.server.ts';

export type YearLine = {
  readonly year: number;
  /** Of the full maximum; null where nothing applied. So of the block's median and best. */
  readonly share: number | null;
  /** Hundredths, rounded to be shown. */
  readonly shown: number | null;
  readonly full: number;
  readonly place: number | null;
  readonly units: number;
  readonly median: number | null;
  readonly best: number | null;
  readonly level: Level | null;
  readonly isFrozen: boolean;
};

type Of = { readonly unitId: string; readonly setId: string };

/** Yearly judgements of blocks, or of the same movement's reviews, oldest first. */
export async function pastYears(db: Kysely<DB>, actor: Actor, { unitId, setId }: Of): Promise<readonly YearLine[]> {
  const { rows } = await sql<YearLine>`
    select judgement.year, r.shown_points::float8 / nullif(r.full_points, 0) as share, r.shown_points as shown, r.full_points as full, r.place, r.level,
      o.units, o.median, o.best, true as "isFrozen"
    from judgement_result r join judgement on judgement.id = r.judgement_id join criteria_set s on s.id = judgement.set_id
    cross join lateral (
      select count(*)::int as units, percentile_cont(0.5) within group (order by a.shown_points::float8 / nullif(a.full_points, 0)) as median,
        max(a.shown_points::float8 / nullif(a.full_points, 0)) as best
      from judgement_result a where a.judgement_id = r.judgement_id) o
    where r.unit_id = ${unitId} and judgement.stage = 'frozen' and ${judgementVisibleTo(actor)}
      and s.movement_id is not distinct from (select movement_id from criteria_set where id = ${setId})
    order by judgement.year, judgement.frozen_at`.execute(db);
  return rows;
}
