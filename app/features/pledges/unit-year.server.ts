/**
 * Where single units stand in a year: each indicator judged on the unit's own verified figures against the target
 * assigned to it for the year, else the figure it pledged. The one way to it: overview, snapshots and reports read it.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { decimal } from '../../kernel/decimal.ts';
import { getPeriod } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import { stood } from '../../platform/known.server.ts';
import type { Reach } from '../../ui/day.ts';
import { dayOf } from '../../ui/day.ts';
import { inForce } from '../actuals/vintage.server.ts';
import type { Definition } from '../indicators/definition.ts';
import { indicatorOf, sheetIndicatorOf } from '../indicators/definition.ts';
import { listDefinitions, marginSet } from '../indicators/definitions.server.ts';
import type { Evaluation } from '../indicators/evaluate.ts';
import { evaluateCells } from '../indicators/evaluate.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { cellOf } from '../indicators/rollup.ts';
import type { Cells, Point } from '../indicators/series.ts';
import { addsUp, cellsThrough, fillCoarser, yearSoFar } from '../indicators/series.ts';
import { yearIndicator } from '../indicators/year-goal.ts';
import { pledgeInForce } from './visible.server.ts';

export type Goal = {
  readonly unitId: string;
  readonly indicatorCode: string;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly isPledge: boolean;
  readonly basis: string;
};

/** Judged only where there is a goal. */
export type UnitYear = {
  readonly unitId: string;
  readonly definition: Definition;
  readonly judged: { readonly goal: Goal; readonly demanded: Indicator; readonly evaluation: Evaluation } | undefined;
  /** Of what adds up over the year: what came in so far. */
  readonly soFar: Point | undefined;
};

/** `unitId`: of one unit, then also its figures for which it has no goal. In the directive's order. */
export type UnitYearQuery = { readonly day: Reach; readonly year: number; readonly unitId?: string };

export async function unitYears(db: Kysely<DB>, query: UnitYearQuery): Promise<readonly UnitYear[]> {
  const { known } = query.day;
  const [definitions, margin, goals, values] = await Promise.all([
    listDefinitions(db, known),
    marginSet(db, known),
    goalsOf(db, query),
    valuesOf(db, query),
  ]);
  const goalsBy = Map.groupBy(goals, ({ indicatorCode }) => indicatorCode);
  const valuesBy = Map.groupBy(values, ({ indicatorCode }) => indicatorCode);
  return definitions.flatMap((definition) => {
    const indicator = indicatorOf(sheetIndicatorOf(definition, margin));
    const goalOf = new Map((goalsBy.get(definition.code) ?? []).map((goal) => [goal.unitId, goal]));
    const own = Map.groupBy(valuesBy.get(definition.code) ?? [], ({ unitId }) => unitId);
    return [...new Set([...goalOf.keys(), ...own.keys()])].map((unitId) => {
      const cells = cellsOf(own.get(unitId) ?? [], indicator, query.day);
      return { unitId, definition, ...judge(indicator, { goal: goalOf.get(unitId), cells, query }) };
    });
  });
}

type Figures = { readonly goal: Goal | undefined; readonly cells: Cells; readonly query: UnitYearQuery };

function judge(indicator: Indicator, { goal, cells, query: { year, day } }: Figures) {
  const soFar = addsUp(indicator.timeRollup) ? yearSoFar(indicator, cells, year) : undefined;
  if (!goal) return { judged: undefined, soFar };
  const demanded = yearIndicator(indicator, { year, target: targetOf(goal) });
  return { judged: { goal, demanded, evaluation: evaluateCells(demanded, cells, dayOf(day)) }, soFar };
}

function targetOf({ value, low, high }: Goal) {
  if (low !== null && high !== null) return { low: decimal(low), high: decimal(high) };
  return decimal(value ?? 0);
}

/** Assigned as known on the day; a pledge counts only where nothing was assigned. */
async function goalsOf(db: Kysely<DB>, { day: { known }, year, unitId }: UnitYearQuery): Promise<readonly Goal[]> {
  const mine = unitId === undefined ? sql`true` : sql`g."unitId" = ${unitId}`;
  const { rows } = await sql<Goal>`
    select distinct on (g."unitId", g."indicatorCode") g.* from (
      select t.unit_id as "unitId", t.indicator_code as "indicatorCode", t.value, t.low, t.high,
        false as "isPledge", t.basis from assigned_target t where t.year = ${year} and ${stood('t', known)}
      union all
      select p.unit_id, p.indicator_code, p.value, null, null, true, p.wording from pledge p
      where p.year = ${year} and p.indicator_code is not null and p.value is not null
        and p.scheme_code is null and ${pledgeInForce('p', known)}) g
    where ${mine}
    order by g."unitId", g."indicatorCode", g."isPledge"`.execute(db);
  return rows;
}

type Value = {
  readonly unitId: string;
  readonly indicatorCode: string;
  readonly period: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
};

/** From the year before on: the last figure before the year is where a level starts. */
async function valuesOf(db: Kysely<DB>, { day: { known }, year, unitId }: UnitYearQuery): Promise<readonly Value[]> {
  const wanted =
    unitId === undefined
      ? sql`(exists (select from assigned_target t where t.unit_id = a.unit_id and t.indicator_code = a.indicator_code and t.year = ${year})
        or exists (select from pledge p where p.unit_id = a.unit_id and p.indicator_code = a.indicator_code and p.year = ${year}))`
      : sql`a.unit_id = ${unitId}`;
  const { rows } = await sql<Value>`
    select a.unit_id as "unitId", a.indicator_code as "indicatorCode", a.period, a.value, a.numerator, a.denominator
    from actual a
    where ${inForce(known)} and a.period_end >= make_date(${year - 1}, 1, 1) and ${wanted}`.execute(db);
  return rows;
}

function cellsOf(values: readonly Value[], indicator: Indicator, { through }: Reach): Cells {
  const cells = values.flatMap(({ period, value, numerator, denominator }) => {
    const ratio =
      numerator === null || denominator === null
        ? undefined
        : { numerator: decimal(numerator), denominator: decimal(denominator) };
    const actual = {
      unit: '',
      period: getPeriod(period),
      value: value === null ? undefined : decimal(value),
      ratio,
      known: undefined,
      entry: undefined,
    };
    const cell = cellOf(actual, indicator.rollup, indicator.scale);
    return cell ? [[period, cell] as const] : [];
  });
  const filled = fillCoarser(new Map(cells), indicator);
  return through === undefined ? filled : cellsThrough(filled, through);
}
