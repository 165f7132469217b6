/** Reads of indicator definitions: the directive's own words, what the province decided, the trajectory, the owner. */
import type { Kysely } from 'kysely';
import type { PeriodKind } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import { settingRows } from '../../platform/settings.server.ts';
import type { Field } from '../directive/terms.ts';
import type { Definition, TrajectoryPoint } from './definition.ts';
import type { Aggregation, Band, Comparator, Direction, Rollup } from './indicator.ts';

export async function listDefinitions(db: Kysely<DB>): Promise<readonly Definition[]> {
  const rows = await definitionRows(db).orderBy('i.position').execute();
  const points = await db.selectFrom('trajectory_point').selectAll().orderBy('year').execute();
  const byCode = Map.groupBy(points, (point) => point.indicator_code);
  return rows.map((row) => definitionOf(row, (byCode.get(row.code) ?? []).map(pointOf)));
}

export async function findDefinition(db: Kysely<DB>, code: string): Promise<Definition | undefined> {
  const row = await definitionRows(db).where('i.code', '=', code).executeTakeFirst();
  if (!row) return undefined;
  const points = await db
    .selectFrom('trajectory_point')
    .selectAll()
    .where('indicator_code', '=', code)
    .orderBy('year')
    .execute();
  return definitionOf(row, points.map(pointOf));
}

/** The margin for "at risk" that an administrator set for all indicators; undefined while it is the default. */
export async function marginSet(db: Kysely<DB>): Promise<string | undefined> {
  const row = (await settingRows(db)).find(({ key }) => key === 'at_risk_margin');
  return row === undefined || row.isDefault ? undefined : String(row.value);
}

function definitionRows(db: Kysely<DB>) {
  return db
    .selectFrom('indicator as i')
    .leftJoin('unit_now as o', 'o.id', 'i.owner_unit_id')
    .selectAll('i')
    .select(['o.code as owner_code', 'o.name as owner_name']);
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
