/** Pledges as lists read them, and who has pledged in a year (CT II.1.2: every unit). */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { treeOn, unitsOn } from '../organisation/unit-rows.server.ts';
import { movableBy } from '../indicators/movable.server.ts';
import type { PledgeRow } from './case.server.ts';
import { pledgeOf, pledges } from './case.server.ts';
import type { PledgeStage } from './pledge.ts';
import type { PledgeMove } from './procedure.ts';
import { pledgeProcedure } from './procedure.ts';
import { pledgeInForce, visibleTo } from './visible.server.ts';

export type ListedPledge = PledgeRow & {
  readonly unitCode: string;
  readonly unitName: string;
  readonly schemeName: string | null;
  readonly indicatorName: string | null;
  readonly decimals: number | null;
  readonly submittedByName: string | null;
  readonly moves: readonly PledgeMove[];
};

export type PledgesQuery = {
  readonly year?: number | undefined;
  /** This unit and those below it. */
  readonly unitId?: string | undefined;
  readonly stages?: readonly PledgeStage[] | undefined;
  readonly schemeCode?: string | undefined;
  readonly indicatorCode?: string | undefined;
  readonly ids?: readonly string[] | undefined;
  readonly withSuperseded?: boolean;
  /** As known at the end of this day: what was accepted by then and not yet replaced. */
  readonly knownOn?: PlainDate | undefined;
  readonly withWithdrawn?: boolean;
  readonly page?: number;
  readonly size?: number;
};

export async function listPledges(
  db: Kysely<DB>,
  actor: Actor,
  query: PledgesQuery,
): Promise<{ readonly rows: readonly ListedPledge[]; readonly total: number }> {
  const { knownOn } = query;
  const size = query.size ?? 50;
  let wanted = pledges(db, actor, knownOn);
  if (knownOn) wanted = wanted.where(pledgeInForce('pledge', knownOn));
  else if (!query.withSuperseded) wanted = wanted.where('pledge.superseded_at', 'is', null);
  if (query.year) wanted = wanted.where('pledge.year', '=', query.year);
  if (query.stages) wanted = wanted.where('pledge.stage', 'in', [...query.stages]);
  else if (!query.withWithdrawn) wanted = wanted.where('pledge.stage', '!=', 'withdrawn');
  if (query.schemeCode) wanted = wanted.where('pledge.scheme_code', '=', query.schemeCode);
  if (query.indicatorCode) wanted = wanted.where('pledge.indicator_code', '=', query.indicatorCode);
  if (query.ids) wanted = wanted.where('pledge.id', 'in', [...query.ids]);
  if (query.unitId)
    wanted = wanted.where(
      sql<boolean>`pledge.unit_id in (select t.descendant_id from ${treeOn(knownOn)} t where t.ancestor_id = ${query.unitId})`,
    );
  const { total } = await wanted
    .clearSelect()
    .select(sql<number>`count(*)`.as('total'))
    .executeTakeFirstOrThrow();
  const rows = await wanted
    .innerJoin(unitsOn(knownOn).as('u'), 'u.id', 'pledge.unit_id')
    .leftJoin('scheme as s', 's.code', 'pledge.scheme_code')
    .leftJoin('person as p', 'p.id', 'pledge.submitted_by')
    .select([
      sql<string>`u.code`.as('unitCode'),
      sql<string>`u.name`.as('unitName'),
      's.name as schemeName',
      'indicator.name as indicatorName',
      'indicator.decimals',
      'p.full_name as submittedByName',
    ])
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .orderBy('pledge.year', 'desc')
    .orderBy('pledge.scheme_code')
    .orderBy('pledge.indicator_code')
    .orderBy('pledge.id')
    .limit(size)
    .offset(((query.page ?? 1) - 1) * size)
    .execute();
  return {
    total,
    rows: rows.map(({ unitCode, unitName, schemeName, indicatorName, decimals, submittedByName, ...loaded }) => {
      const row = { ...pledgeOf(loaded), ...(knownOn && { isSuperseded: false }) };
      const moves = knownOn ? [] : movesFor(pledgeProcedure, row, actor);
      return { ...row, unitCode, unitName, schemeName, indicatorName, decimals, submittedByName, moves };
    }),
  };
}

export type UnitCoverage = {
  readonly unitId: string;
  readonly code: string;
  readonly name: string;
  readonly kind: string;
  readonly accepted: number;
  readonly waiting: number;
};

/** Every unit whose duty it is, with what it has registered for the year as far as the person may know. */
export async function pledgeCoverage(
  db: Kysely<DB>,
  actor: Actor,
  { year, knownOn }: { readonly year: number; readonly knownOn?: PlainDate | undefined },
): Promise<readonly UnitCoverage[]> {
  const counts = knownOn ? pledgeInForce('pledge', knownOn) : sql`pledge.superseded_at is null`;
  const { rows } = await sql<UnitCoverage>`
    select u.id as "unitId", u.code, u.name, u.kind, count(pledge.id) filter (where pledge.stage = 'accepted') as accepted,
      count(pledge.id) filter (where pledge.stage = 'submitted') as waiting
    from ${unitsOn(knownOn)} u
    left join pledge on pledge.unit_id = u.id and pledge.year = ${year} and ${counts} and ${visibleTo(actor)}
    where u.is_active and u.takes_part
    group by u.id, u.code, u.name, u.kind
    order by u.name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** What waits for this person's acceptance. */
export async function countPledgesToAccept(db: Kysely<DB>, person: Person): Promise<number> {
  const row = await db
    .selectFrom('pledge')
    .select(sql<number>`count(*)`.as('n'))
    .where(movableBy({ procedure: pledgeProcedure, move: 'accept', table: 'pledge' }, person))
    .executeTakeFirstOrThrow();
  return row.n;
}
