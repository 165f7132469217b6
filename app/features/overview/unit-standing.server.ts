/**
 * Where single units stand in a year (pledges/unit-year.server.ts), in words; the unit as a whole where its weakest
 * indicator stands. For those signed in: the public gets counts only (docs/adr/0006).
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Day } from '../../ui/day.ts';
import { dayOf } from '../../ui/day.ts';
import type { Status } from '../indicators/indicator.ts';
import { explain, periodText } from '../indicators/text.ts';
import { unitsOn } from '../organisation/unit-rows.server.ts';
import type { UnitYear } from '../pledges/unit-year.server.ts';
import { unitYears } from '../pledges/unit-year.server.ts';
import { remember } from './remember.server.ts';
import { lowestOf } from './standing.ts';
import { bareTargetText, valueText } from './text.ts';

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
    const units = await unitsTakingPart(db, day);
    const years = Map.groupBy(await unitYears(db, { day, year }), ({ unitId }) => unitId);
    const judged = units.map((unit): UnitStanding => {
      const indicators = (years.get(unit.unitId) ?? []).flatMap(saidOf);
      return { ...unit, status: lowestOf(indicators.map(({ status }) => status)), indicators };
    });
    return { year, units: judged };
  });
}

async function unitsTakingPart(db: Kysely<DB>, { known }: Day) {
  const { rows } = await sql<{ unitId: string; unitCode: string; unitName: string; kind: string }>`
    select u.id as "unitId", u.code as "unitCode", u.name as "unitName", u.kind from ${unitsOn(known)} u
    where u.is_active and u.takes_part
    order by u.short_name collate "vi-x-icu"`.execute(db);
  return rows;
}

function saidOf({ definition, judged }: UnitYear): readonly UnitIndicator[] {
  if (!judged) return [];
  const { goal, demanded, evaluation } = judged;
  const { status, value, until, facts } = evaluation;
  return [
    {
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
    },
  ];
}
