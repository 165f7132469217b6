/** The latest figure of each unit for one indicator, among what the reader may know of. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { inForce } from '../actuals/vintage.server.ts';
import { visibleTo } from '../actuals/visible.server.ts';
import { seesUnits } from './detail.server.ts';
import { unitsOn } from '../organisation/unit-rows.server.ts';
import type { Day } from '../../ui/day.ts';

export type UnitValue = {
  readonly unitCode: string;
  readonly unitName: string;
  readonly kind: string;
  readonly period: string;
  readonly value: string;
};

/** Nothing for the public: single units' figures are for those signed in (docs/adr/0006). */
export async function unitValues(
  db: Kysely<DB>,
  actor: Actor,
  { indicatorCode, rootId, day }: { readonly indicatorCode: string; readonly rootId: string; readonly day: Day },
): Promise<readonly UnitValue[]> {
  if (!seesUnits(actor)) return [];
  const { rows } = await sql<UnitValue>`
    select u.code as "unitCode", u.name as "unitName", u.kind, v.period, v.value
    from ${unitsOn(day.known)} u
    join lateral (
      select a.period, a.value from actual a
      where a.unit_id = u.id and a.indicator_code = ${indicatorCode} and ${inForce(day.known)} and ${visibleTo(actor, 'a')}
      order by a.period_end desc, a.period_start limit 1) v on true
    where u.id <> ${rootId}
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}
