/** Reads of indicator definitions: the directive's own words, what the province decided, the trajectory, the owner. */
import type { Kysely, RawBuilder, Selectable } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { PeriodKind } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import { endOfDay, stood } from '../../platform/known.server.ts';
import { settingRows } from '../../platform/settings.server.ts';
import type { Field } from '../directive/terms.ts';
import { unitsOn } from '../organisation/unit-rows.server.ts';
import type { Definition, TrajectoryPoint } from './definition.ts';
import type { Aggregation, Band, Comparator, Direction, Rollup } from './indicator.ts';

/** All of them as known on the day, when one is given. */
export async function listDefinitions(db: Kysely<DB>, knownOn?: PlainDate): Promise<readonly Definition[]> {
  const rows = await definitionRows(db, knownOn).orderBy('i.position').execute();
  const points = await pointRows(db, knownOn).execute();
  const byCode = Map.groupBy(points, (point) => point.indicator_code);
  return rows.map((row) => definitionOf(row, (byCode.get(row.code) ?? []).map(pointOf)));
}

export async function findDefinition(
  db: Kysely<DB>,
  code: string,
  knownOn?: PlainDate,
): Promise<Definition | undefined> {
  const row = await definitionRows(db, knownOn).where('i.code', '=', code).executeTakeFirst();
  if (!row) return undefined;
  const points = await pointRows(db, knownOn).where('t.indicator_code', '=', code).execute();
  return definitionOf(row, points.map(pointOf));
}

/** The margin for "at risk" that an administrator set for all indicators; undefined while it is the default. */
export async function marginSet(db: Kysely<DB>, knownOn?: PlainDate): Promise<string | undefined> {
  const row = (await settingRows(db, knownOn)).find(({ key }) => key === 'at_risk_margin');
  return row === undefined || row.isDefault ? undefined : String(row.value);
}

/** Where indicators are read from: as they stand, or as they were known on a day. */
export function indicatorsOn(knownOn?: PlainDate): RawBuilder<Selectable<DB['indicator']>> {
  type Indicators = Selectable<DB['indicator']>;
  return knownOn === undefined ? sql<Indicators>`indicator` : sql<Indicators>`indicators_known(${endOfDay(knownOn)})`;
}

function definitionRows(db: Kysely<DB>, knownOn?: PlainDate) {
  return db
    .selectFrom(indicatorsOn(knownOn).as('i'))
    .leftJoin(unitsOn(knownOn).as('o'), 'o.id', 'i.owner_unit_id')
    .selectAll('i')
    .select(['o.code as owner_code', 'o.name as owner_name']);
}

function pointRows(db: Kysely<DB>, knownOn?: PlainDate) {
  return db
    .selectFrom('trajectory_point as t')
    .select(['t.indicator_code', 't.year', 't.value', 't.basis'])
    .where(stood('t', knownOn))
    .orderBy('t.year');
}

type Row = Awaited<ReturnType<ReturnType<typeof definitionRows>['execute']>>[number];

function definitionOf(row: Row, trajectory: readonly TrajectoryPoint[]): Definition {
  return {
    code: row.code,
    position: row.position,
    field: row.field as Field,
    name: row.name,
    clause: row.clause,
    wording: row.wording,
    unitOfMeasure: row.unit_of_measure,
    decimals: row.decimals,
    comparator: row.comparator as Comparator,
    target: row.target,
    targetLow: row.target_low,
    targetHigh: row.target_high,
    tolerance: row.tolerance,
    toleranceIsDefault: row.tolerance_is_default,
    aggregation: row.aggregation as Aggregation,
    timeRollup: row.time_rollup as Rollup | null,
    direction: row.direction as Direction,
    band: row.band as Band,
    rollup: row.rollup as Rollup,
    rollupWhy: row.rollup_why,
    from: row.from_year,
    deadline: row.deadline,
    rangeMin: row.range_min,
    rangeMax: row.range_max,
    scale: row.scale,
    baseline: row.baseline,
    baselineYear: row.baseline_year,
    baselineSource: row.baseline_source,
    atRiskMargin: row.at_risk_margin,
    reporting: row.reporting as PeriodKind,
    evidenceRequired: row.evidence_required,
    evidenceRequiredIsDefault: row.evidence_required_is_default,
    owner: ownerOf(row),
    version: row.version,
    trajectory,
  };
}

function ownerOf({ owner_unit_id: id, owner_code: code, owner_name: name }: Row): Definition['owner'] {
  return id === null || !code || !name ? null : { id, code, name };
}

function pointOf(row: { readonly year: number; readonly value: string; readonly basis: string }): TrajectoryPoint {
  return { year: row.year, value: row.value, basis: row.basis };
}
