/** What stands for the units, indicators and periods that a sheet speaks of, in one query. */
import { sql } from 'kysely';
import type { Reader } from '../../platform/db.server.ts';
import type { Stage } from './actual.ts';
import type { ImportRow, ImportUnit, Standing, StandingPair } from './import-plan.ts';
import { keyOf } from './import-plan.ts';

type Row = Standing & { readonly unitId: string; readonly indicatorCode: string; readonly period: string };

export async function standingFor(
  db: Reader,
  rows: readonly ImportRow[],
  units: ReadonlyMap<string, ImportUnit>,
): Promise<ReadonlyMap<string, StandingPair>> {
  const distinct = (values: readonly string[]) => [...new Set(values)];
  const unitIds = distinct(rows.flatMap((row) => units.get(row.text('unit'))?.id ?? []));
  const codes = distinct(rows.map((row) => row.text('indicator')));
  const periods = distinct(rows.map((row) => row.text('period').trim()));
  if (unitIds.length === 0) return new Map();
  const found = await sql<Row>`
    select id, unit_id as "unitId", indicator_code as "indicatorCode", period, stage, version, value, numerator,
      denominator, as_of_date as "asOfDate", source, note
    from actual
    where stage <> 'withdrawn' and superseded_at is null and unit_id = any(${unitIds}::uuid[])
      and indicator_code = any(${codes}) and period = any(${periods})`.execute(db);
  const pairs = new Map<string, { open?: Standing; verified?: Standing }>();
  for (const row of found.rows) {
    const key = keyOf(row.unitId, row.indicatorCode, row.period);
    const pair = pairs.get(key) ?? {};
    pairs.set(key, isVerified(row.stage) ? { ...pair, verified: row } : { ...pair, open: row });
  }
  return pairs;
}

function isVerified(stage: Stage): boolean {
  return stage === 'verified';
}
