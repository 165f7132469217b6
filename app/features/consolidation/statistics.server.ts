/**
 * Figures that the statutory statistics of this work ask for (Thông tư 02/2023/TT-BNV, 0601 to 0605; second-hand: the forms'
 * own layout was not at hand and is not invented): movements, awards, bodies and people. Sums alone, for those who read the
 * whole province.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Rights } from '../../kernel/permit.ts';
import { isAllowed } from '../../kernel/permit.ts';
import type { DB } from '../../platform/db-types.ts';
import type { MovementKind } from '../movements/movement.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import { rootPath } from '../organisation/root.server.ts';
import type { UnitKind } from '../organisation/unit.ts';

const rights = {
  'statistics.read': { by: ['appraiser', 'auditor', 'deciding_authority', 'administrator'] },
} as const satisfies Rights<string>;

export async function mayReadStatistics(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  return isAllowed(rights, 'statistics.read', actor, await rootPath(db));
}

/** By kind of the unit that launched them; those that ran on a day of the year. */
export type MovementCount = { readonly unitKind: UnitKind; readonly kind: MovementKind; readonly count: number };
/** Units with somebody who holds the role of officer today, and how many people that are. */
export type StaffCount = {
  readonly unitKind: UnitKind;
  readonly units: number;
  readonly staffed: number;
  readonly people: number;
};
export type Statistics = {
  readonly year: number;
  readonly movements: readonly MovementCount[];
  readonly staff: readonly StaffCount[];
};

export async function statisticsOf(db: Kysely<DB>, actor: Actor, year: number): Promise<Statistics> {
  const movements = await sql<MovementCount>`
    select u.kind as "unitKind", movement.kind, count(*) as count
    from movement join unit_now u on u.id = movement.unit_id
    where movement.stage not in ('draft', 'withdrawn') and ${movementVisibleTo(actor)}
      and movement.first_day <= make_date(${year}, 12, 31) and movement.last_day >= make_date(${year}, 1, 1)
    group by u.kind, movement.kind order by u.kind = 'commune', u.kind, movement.kind`.execute(db);
  const staff = await sql<StaffCount>`
    select u.kind as "unitKind", count(distinct u.id) as units, count(distinct h.unit_id) as staffed,
      count(distinct h.person_id) as people
    from unit_now u
    left join role_holding h on h.unit_id = u.id and h.role = 'officer' and h.valid_from <= today_here()
      and (h.valid_until is null or h.valid_until > today_here())
    where u.is_active and u.takes_part
    group by u.kind order by u.kind = 'commune', u.kind`.execute(db);
  return { year, movements: movements.rows, staff: staff.rows };
}
