/**
 * Where single units stand in a year: each indicator judged on the unit's own verified figures against the target
 * assigned to it for the year, else the figure it pledged. The one way to it: overview, snapshots and reports read it.
 */
import type { Kysely, RawBuilder } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import { decimal } from '../../kernel/decimal.ts';
import type { Decimal } from '../../kernel/decimal.ts';
import { endOf, getPeriod } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import { stood } from '../../platform/known.server.ts';
import type { Reach } from '../../ui/day.ts';
import { dayOf } from '../../ui/day.ts';
import { inForce, knownDay } from '../actuals/vintage.server.ts';
import type { Definition } from '../indicators/definition.ts';
import { indicatorOf, sheetIndicatorOf } from '../indicators/definition.ts';
import { listDefinitions, marginSet } from '../indicators/definitions.server.ts';
import type { Evaluation } from '../indicators/evaluate.ts';
import { evaluateCells, figureOf } from '../indicators/evaluate.ts';
import type { Indicator } from '../indicators/indicator.ts';
import { cellOf } from '../indicators/rollup.ts';
import type { Cell } from '../indicators/rollup.ts';
import type { Cells, Point } from '../indicators/series.ts';
import { addsUp, fillCoarser, yearSoFar } from '../indicators/series.ts';
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

/** `evaluation` is made when it is first asked for; `figure` is its value, without the rest. */
export type Judged = {
  readonly goal: Goal;
  readonly demanded: Indicator;
  readonly evaluation: Evaluation;
  readonly figure: Decimal | undefined;
};

/** Judged only where there is a goal. */
export type UnitYear = {
  readonly unitId: string;
  readonly definition: Definition;
  readonly judged: Judged | undefined;
  /** Of what adds up over the year: what came in so far. */
  readonly soFar: Point | undefined;
  /** The day on which the latest of the unit's figures became known. */
  readonly knownOn: PlainDate | null;
};

/** `unitIds`: only of these, then also their figures for which they have no goal. In the directive's order. */
export type UnitYearQuery = {
  readonly day: Reach;
  readonly year: number;
  readonly unitIds?: readonly string[];
};

export async function unitYears(db: Kysely<DB>, query: UnitYearQuery): Promise<readonly UnitYear[]> {
  const { known } = query.day;
  const [definitions, margin, goals, figures] = await Promise.all([
    listDefinitions(db, known),
    marginSet(db, known),
    goalsOf(db, query),
    figuresOf(db, query),
  ]);
  const goalsBy = Map.groupBy(goals, ({ indicatorCode }) => indicatorCode);
  const figuresBy = Map.groupBy(figures, ({ indicatorCode }) => indicatorCode);
  const asked = definitions.filter(({ code }) => goalsBy.has(code) || figuresBy.has(code));
  return asked.flatMap((definition) => {
    const indicator = indicatorOf(sheetIndicatorOf(definition, margin));
    const goalOf = new Map((goalsBy.get(definition.code) ?? []).map((goal) => [goal.unitId, goal]));
    const own = new Map((figuresBy.get(definition.code) ?? []).map((one) => [one.unitId, one]));
    return [...new Set([...goalOf.keys(), ...own.keys()])].map((unitId) => {
      const { values = [], knownOn = null } = own.get(unitId) ?? {};
      const cells = cellsOf(values, indicator, query.day);
      return { unitId, definition, knownOn, ...judge(indicator, { goal: goalOf.get(unitId), cells, query }) };
    });
  });
}

type Standing = { readonly goal: Goal | undefined; readonly cells: Cells; readonly query: UnitYearQuery };

function judge(indicator: Indicator, { goal, cells, query: { year, day } }: Standing) {
  const soFar = addsUp(indicator.timeRollup) ? yearSoFar(indicator, cells, year) : undefined;
  if (!goal) return { judged: undefined, soFar };
  const demanded = yearIndicator(indicator, { year, target: targetOf(goal) });
  let made: Evaluation | undefined;
  const judged: Judged = {
    goal,
    demanded,
    figure: figureOf(demanded, cells, dayOf(day)),
    get evaluation() {
      made ??= evaluateCells(demanded, cells, dayOf(day));
      return made;
    },
  };
  return { judged, soFar };
}

function targetOf({ value, low, high }: Goal) {
  if (low !== null && high !== null) return { low: decimal(low), high: decimal(high) };
  return decimal(value ?? 0);
}

/** Assigned as known on the day; a pledge counts only where nothing was assigned. */
async function goalsOf(db: Kysely<DB>, { day: { known }, year, unitIds }: UnitYearQuery): Promise<readonly Goal[]> {
  const { rows } = await sql<Goal>`
    select distinct on (g."unitId", g."indicatorCode") g.* from (
      select t.unit_id as "unitId", t.indicator_code as "indicatorCode", t.value, t.low, t.high,
        false as "isPledge", t.basis from assigned_target t where t.year = ${year} and ${stood('t', known)} and ${among('t.unit_id', unitIds)}
      union all
      select p.unit_id, p.indicator_code, p.value, null, null, true, p.wording from pledge p
      where p.year = ${year} and p.indicator_code is not null and p.value is not null
        and p.scheme_code is null and ${pledgeInForce('p', known)} and ${among('p.unit_id', unitIds)}) g
    order by g."unitId", g."indicatorCode", g."isPledge"`.execute(db);
  return rows;
}

type Value = readonly [period: string, value: string | null, numerator: string | null, denominator: string | null];
type Figures = {
  readonly unitId: string;
  readonly indicatorCode: string;
  readonly values: Value[];
  knownOn: PlainDate;
};

function among(column: string, unitIds: readonly string[] | undefined): RawBuilder<boolean> {
  return unitIds === undefined ? sql<boolean>`true` : sql<boolean>`${sql.ref(column)} = any(${[...unitIds]}::uuid[])`;
}

/** From the year before on: the last figure before the year is where a level starts. One for each unit and indicator. */
async function figuresOf(
  db: Kysely<DB>,
  { day: { known }, year, unitIds }: UnitYearQuery,
): Promise<readonly Figures[]> {
  // Asked of few units a goal would be looked for row by row, or read of all units to leave out next to nothing.
  const wanted =
    unitIds === undefined
      ? sql`(exists (select from assigned_target t where t.unit_id = a.unit_id and t.indicator_code = a.indicator_code and t.year = ${year})
        or exists (select from pledge p where p.unit_id = a.unit_id and p.indicator_code = a.indicator_code and p.year = ${year}))`
      : among('a.unit_id', unitIds);
  const { rows } = await sql<FigureColumns>`
    select a.unit_id as "unitId", json_agg(a.indicator_code) as codes, json_agg(a.period) as periods, json_agg(a.value::text) as "values",
      json_agg(a.numerator::text) as numerators, json_agg(a.denominator::text) as denominators, json_agg(${knownDay()}) as days
    from actual a
    where ${inForce(known)} and a.period_end >= make_date(${year - 1}, 1, 1) and ${wanted}
    group by a.unit_id`.execute(db);
  return rows.flatMap(byIndicator);
}

/** Of one unit, a list for each column: what stands at one place in all of them is one figure (ADR 0259). */
type FigureColumns = {
  readonly unitId: string;
  readonly codes: readonly string[];
  readonly periods: readonly string[];
  readonly values: readonly (string | null)[];
  readonly numerators: readonly (string | null)[];
  readonly denominators: readonly (string | null)[];
  readonly days: readonly PlainDate[];
};

function byIndicator({ unitId, codes, ...columns }: FigureColumns): readonly Figures[] {
  const all = new Map<string, Figures>();
  for (const [place, indicatorCode] of codes.entries()) {
    const { periods, values, numerators, denominators, days } = columns;
    const value: Value = [
      periods[place] ?? '',
      values[place] ?? null,
      numerators[place] ?? null,
      denominators[place] ?? null,
    ];
    const knownOn = days[place] ?? '0001-01-01';
    const own = all.get(indicatorCode);
    if (!own) all.set(indicatorCode, { unitId, indicatorCode, values: [value], knownOn });
    else {
      own.values.push(value);
      if (knownOn > own.knownOn) own.knownOn = knownOn;
    }
  }
  return [...all.values()];
}

function cellsOf(values: readonly Value[], indicator: Indicator, { through }: Reach): Cells {
  const cells = new Map<string, Cell>();
  for (const [code, value, numerator, denominator] of values) {
    const period = getPeriod(code);
    if (through !== undefined && endOf(period) > through) continue;
    const ratio =
      numerator === null || denominator === null
        ? undefined
        : { numerator: decimal(numerator), denominator: decimal(denominator) };
    const actual = {
      unit: '',
      period,
      value: value === null ? undefined : decimal(value),
      ratio,
      known: undefined,
      entry: undefined,
    };
    const cell = cellOf(actual, indicator.rollup, indicator.scale);
    if (cell) cells.set(code, cell);
  }
  return fillCoarser(cells, indicator);
}
