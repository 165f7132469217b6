/** Reads for the commitments of the directive and for how a movement is carried out: one row a unit of its scope. */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { endOfDay } from '../../platform/known.server.ts';
import { unitInitiatives } from '../initiatives/coverage.server.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import { unitsOn } from '../organisation/unit-rows.server.ts';
import { planInForce, visibleTo as planVisibleTo } from '../plans/visible.server.ts';
import { pledgeInForce, visibleTo as pledgeVisibleTo } from '../pledges/visible.server.ts';
import type { Covered, Month, UnitCovered } from './coverage.ts';
import { coveredOf, growth } from './coverage.ts';
import { readerOf } from './visible.server.ts';

export type CoverageAsked = {
  readonly year: number;
  /** As known at the end of this day. */
  readonly known?: PlainDate | undefined;
  /** Nothing given: the movement of the directive. */
  readonly movementId?: string | undefined;
  /** Only these of its units. */
  readonly unitIds?: readonly string[] | undefined;
};

/** Ordered by name. Empty for whoever may know of no unit. */
export async function unitCoverage(
  db: Kysely<DB>,
  actor: Actor,
  asked: CoverageAsked,
): Promise<readonly UnitCovered[]> {
  const reader = readerOf(actor);
  if (!reader) return [];
  const { year, known } = asked;
  const { rows } = await sql<Omit<UnitCovered, 'initiatives'>>`
    with ${scope(reader, asked)},
    carried as (
      select distinct on (movement.unit_id) movement.unit_id, movement.id from movement
      where movement.parent_id in (select id from wanted) and ${by(sql`movement.launched_at`, known)} and ${movementVisibleTo(reader)}
      order by movement.unit_id, movement.launched_at),
    ${planned(reader, asked)},
    pledged as (
      select pledge.unit_id, min(pledge.decided_at) as at, count(*) filter (where ${pledgeInForce('pledge', known)}) as n from pledge
      where pledge.year = ${year} and pledge.stage = 'accepted' and ${by(sql`pledge.decided_at`, known)} and ${pledgeVisibleTo(reader)}
        and ${among('pledge.unit_id', asked)} group by pledge.unit_id),
    part as (
      select l.unit_id, array_agg(distinct l.scheme_code) as schemes from scheme_unit l join scheme s on s.code = l.scheme_code
      where l.unit_id is not null and not s.is_secret group by l.unit_id),
    former as materialized (
      select n.code, n.name from (select distinct former_province as code from unit) d join unit_now n on n.code = d.code)
    select u.id as "unitId", u.code, u.name, u.kind, b.name as block, f.name as territory, coalesce(part.schemes, '{}') as schemes,
      seat.received_at as "receivedAt",
      case when seat.received_as is not null then (select n.name from unit_now n where n.id = seat.received_as) end as "receivedAs", seat.joined_at as "joinedAt", carried.id as "carriedOnId",
      planned.id as "planId", planned.at as "plannedAt", coalesce(pledged.n, 0) as pledges, pledged.at as "pledgedAt"
    from seat join ${unitsOn(known)} u on u.id = seat.unit_id
    left join carried on carried.unit_id = u.id
    left join planned on planned.unit_id = u.id
    left join pledged on pledged.unit_id = u.id
    left join part on part.unit_id = u.id
    left join block_member x on x.unit_id = u.id and x.year = ${year}
    left join block b on b.id = x.block_id
    left join former f on f.code = u.former_province
    where u.is_active
    order by u.name collate "vi-x-icu", u.id`.execute(db);
  const found = await unitInitiatives(db, reader, { year, unitIds: asked.unitIds });
  const recognised = new Map(found.map((row) => [row.unitId, row.recognised]));
  return rows.map((row) => ({ ...row, initiatives: recognised.get(row.unitId) ?? 0 }));
}

/** The directive's movement as everybody may know it: the plan of the year in force of each unit in its scope, null where it has none. */
export async function plansInScope(
  db: Kysely<DB>,
  asked: Omit<CoverageAsked, 'movementId'>,
): Promise<ReadonlyMap<string, string | null>> {
  const everybody: Actor = { kind: 'system', name: 'job' };
  const { rows } = await sql<{ readonly unitId: string; readonly planId: string | null }>`
    with ${scope(everybody, asked)}, ${planned(everybody, asked)}
    select u.id as "unitId", planned.id as "planId" from seat join ${unitsOn(asked.known)} u on u.id = seat.unit_id
    left join planned on planned.unit_id = u.id where u.is_active`.execute(db);
  return new Map(rows.map(({ unitId, planId }) => [unitId, planId]));
}

/** The movements asked for as `wanted`, the units for whom they are as `seat`. */
function scope(reader: Actor, { movementId, known, unitIds }: CoverageAsked): RawBuilder<unknown> {
  const wanted = movementId === undefined ? sql`movement.pack_code is not null` : sql`movement.id = ${movementId}`;
  return sql`
    wanted as materialized (select movement.id from movement
      where ${wanted} and movement.stage not in ('draft', 'withdrawn') and ${movementVisibleTo(reader)}),
    seat as (
      select s.unit_id, s.joined_at, ${when(sql`s.received_at`, known)} as received_at, s.received_as from movement_unit s
      where s.movement_id in (select id from wanted) and ${among('s.unit_id', { unitIds })} and ${isSeated(known)})`;
}

/** The plan of each unit that is in force in the year, and since when there is one. */
function planned(reader: Actor, { year, known, unitIds }: CoverageAsked): RawBuilder<unknown> {
  return sql`
    planned as (
      select plan.unit_id, min(plan.decided_at) as at,
        (array_agg(plan.id order by plan.first_day desc, plan.id) filter (where ${planInForce('plan', known)}))[1] as id
      from plan where plan.movement_id in (select id from wanted) and plan.stage = 'approved' and ${by(sql`plan.decided_at`, known)}
        and ${inYear(year)} and ${planVisibleTo(reader)} and ${among('plan.unit_id', { unitIds })} group by plan.unit_id)`;
}

function among(column: string, { unitIds }: Pick<CoverageAsked, 'unitIds'>): RawBuilder<boolean> {
  return unitIds === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = any(${[...unitIds]}::uuid[])`;
}

export const inYear = (year: number) =>
  sql`plan.first_day <= make_date(${year}, 12, 31) and plan.last_day >= make_date(${year}, 1, 1)`;

/** Happened, by the end of the day when one is asked for. */
export function by(at: RawBuilder<unknown>, known: PlainDate | undefined): RawBuilder<boolean> {
  return known === undefined ? sql<boolean>`${at} is not null` : sql<boolean>`${at} < ${endOfDay(known)}`;
}

function when(at: RawBuilder<unknown>, known: PlainDate | undefined): RawBuilder<Date | null> {
  return known === undefined ? sql`${at}` : sql`case when ${by(at, known)} then ${at} end`;
}

/** For everybody: the sums and nothing of any unit (ADR 0006). A movement asked for must be one that everybody may know of. */
export async function publicCoverage(
  db: Kysely<DB>,
  { today, ...asked }: CoverageAsked & { readonly today: PlainDate },
): Promise<{ readonly all: Covered; readonly months: readonly Month[] }> {
  const units = await unitCoverage(db, { kind: 'system', name: 'job' }, asked);
  return { all: coveredOf(units), months: growth(units, asked.year, asked.known ?? today) };
}

/** What was known first counts as known from the start, and so do those for whom it was launched. */
function isSeated(known: PlainDate | undefined): RawBuilder<boolean> {
  if (known === undefined) return sql<boolean>`s.left_at is null`;
  const end = endOfDay(known);
  return sql<boolean>`((s.joined_at is null or s.joined_at < ${end}) and (s.left_at is null or s.left_at >= ${end}))`;
}
