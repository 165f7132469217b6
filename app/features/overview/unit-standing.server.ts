/**
 * Where single units stand in a year: each indicator for which the unit was assigned a target (or pledged one) judged on
 * the unit's own verified figures; the unit as a whole where its weakest indicator stands. For those signed in: the
 * public gets counts only (docs/adr/0006).
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { decimal } from '../../kernel/decimal.ts';
import { getPeriod } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import { stood } from '../../platform/known.server.ts';
import { inForce } from '../actuals/vintage.server.ts';
import { evaluateCells } from '../indicators/evaluate.ts';
import type { Indicator, Status } from '../indicators/indicator.ts';
import { cellOf } from '../indicators/rollup.ts';
import { fillCoarser } from '../indicators/series.ts';
import type { Cells } from '../indicators/series.ts';
import { explain, periodText } from '../indicators/text.ts';
import { unitsOn } from '../organisation/unit-rows.server.ts';
import { pledgeInForce } from '../pledges/visible.server.ts';
import { remember } from './remember.server.ts';
import type { Day } from '../../ui/day.ts';
import { dayOf } from '../../ui/day.ts';
import { provinceStandings } from './standing.server.ts';
import { lowestOf } from './standing.ts';
import type { Standing } from './standing.ts';
import { bareTargetText, valueText } from './text.ts';
import { yearIndicator } from './year-goal.ts';

export type UnitIndicator = {
  readonly code: string;
  readonly name: string;
  readonly unit: string;
  readonly status: Status;
  readonly value: string;
  readonly period: string;
  readonly target: string;
  readonly isPledge: boolean;
  readonly basis: string;
  readonly explanation: string;
};

export type UnitStanding = {
  readonly unitId: string;
  readonly unitCode: string;
  readonly unitName: string;
  readonly kind: string;
  readonly status: Status;
  readonly indicators: readonly UnitIndicator[];
};

export type UnitStandings = { readonly year: number; readonly units: readonly UnitStanding[] };

/** Every unit that takes part, by name; without goals where nothing was assigned or pledged. */
export async function unitStandings(db: Kysely<DB>, day: Day): Promise<UnitStandings> {
  const year = Number(dayOf(day).slice(0, 4));
  return remember(db, `units ${day.known ?? `now ${day.today}`}`, async () => {
    const standings = new Map((await provinceStandings(db, day)).map((one) => [one.definition.code, one]));
    const units = await unitsTakingPart(db, day);
    const goals = Map.groupBy(await goalsOf(db, day, year), (goal) => goal.unitId);
    const cells = await cellsOf(db, day, year);
    const judged = units.map((unit): UnitStanding => {
      const indicators = (goals.get(unit.unitId) ?? []).flatMap((goal) => {
        const standing = standings.get(goal.indicatorCode);
        return standing ? [judge(standing, goal, { cells, asOf: dayOf(day) })] : [];
      });
      return { ...unit, status: lowestOf(indicators.map(({ status }) => status)), indicators };
    });
    return { year, units: judged };
  });
}

type Goal = {
  readonly unitId: string;
  readonly indicatorCode: string;
  readonly year: number;
  readonly value: string | null;
  readonly low: string | null;
  readonly high: string | null;
  readonly isPledge: boolean;
  readonly basis: string;
};

async function unitsTakingPart(db: Kysely<DB>, { known }: Day) {
  const { rows } = await sql<{ unitId: string; unitCode: string; unitName: string; kind: string }>`
    select u.id as "unitId", u.code as "unitCode", u.name as "unitName", u.kind from ${unitsOn(known)} u
    where u.is_active and u.takes_part
    order by u.short_name collate "vi-x-icu"`.execute(db);
  return rows;
}

/** Assigned as known on the day; a pledge counts only where nothing was assigned. */
async function goalsOf(db: Kysely<DB>, { known }: Day, year: number): Promise<readonly Goal[]> {
  const { rows } = await sql<Goal>`
    select distinct on (g."unitId", i.position) g.* from (
      select t.unit_id as "unitId", t.indicator_code as "indicatorCode", t.year, t.value, t.low, t.high,
        false as "isPledge", t.basis from assigned_target t where t.year = ${year} and ${stood('t', known)}
      union all
      select p.unit_id, p.indicator_code, p.year, p.value, null, null, true, p.wording from pledge p
      where p.year = ${year} and p.indicator_code is not null and p.value is not null
        and p.scheme_code is null and ${pledgeInForce('p', known)}) g
    join indicator i on i.code = g."indicatorCode"
    order by g."unitId", i.position, g."isPledge"`.execute(db);
  return rows;
}

/** Figures from the year before on, of those who have a goal: the last one before the year is where a level starts. */
async function cellsOf(db: Kysely<DB>, { known }: Day, year: number): Promise<ReadonlyMap<string, readonly Row[]>> {
  const { rows } = await sql<Row>`
    select a.unit_id as "unitId", a.indicator_code as "indicatorCode", a.period, a.value, a.numerator, a.denominator
    from actual a
    where ${inForce(known)} and a.period_end >= make_date(${year - 1}, 1, 1)
      and (exists (select from assigned_target t where t.unit_id = a.unit_id and t.indicator_code = a.indicator_code and t.year = ${year})
        or exists (select from pledge p where p.unit_id = a.unit_id and p.indicator_code = a.indicator_code and p.year = ${year}))`.execute(
    db,
  );
  return Map.groupBy(rows, (row) => `${row.unitId} ${row.indicatorCode}`);
}

type Row = {
  readonly unitId: string;
  readonly indicatorCode: string;
  readonly period: string;
  readonly value: string | null;
  readonly numerator: string | null;
  readonly denominator: string | null;
};

type Figures = { readonly cells: ReadonlyMap<string, readonly Row[]>; readonly asOf: string };

function judge({ definition, indicator }: Standing, goal: Goal, { cells, asOf }: Figures): UnitIndicator {
  const demanded = yearIndicator(indicator, { year: goal.year, target: targetOf(goal) });
  const own = ownCells(cells.get(`${goal.unitId} ${definition.code}`) ?? [], demanded);
  const { status, value, until, facts } = evaluateCells(demanded, own, asOf);
  return {
    code: definition.code,
    name: definition.name,
    unit: definition.unitOfMeasure,
    status,
    value: valueText(value, demanded),
    period: until ? periodText(until.code) : '',
    target: bareTargetText(demanded),
    isPledge: goal.isPledge,
    basis: goal.basis,
    explanation: explain(facts, demanded.label),
  };
}

function targetOf({ value, low, high }: Goal) {
  if (low !== null && high !== null) return { low: decimal(low), high: decimal(high) };
  return decimal(value ?? 0);
}

function ownCells(rows: readonly Row[], indicator: Indicator): Cells {
  const cells = rows.flatMap(({ period, value, numerator, denominator }) => {
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
  return fillCoarser(new Map(cells), indicator);
}
