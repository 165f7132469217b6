/** The communes as the overview draws them: squares for those signed in, mere counts for the public. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Status } from '../indicators/indicator.ts';
import { seesUnits } from './detail.server.ts';
import type { Day } from '../../ui/day.ts';
import { countStatuses } from './standing.ts';
import { unitsText } from './text.ts';
import type { UnitStanding } from './unit-standing.server.ts';
import { unitStandings } from './unit-standing.server.ts';

export type GridLine = {
  readonly code: string;
  readonly name: string;
  readonly status: Status;
  /** Which indicators make it stand there. */
  readonly because: string;
};

export type Choice = { readonly code: string; readonly name: string };
export type UnitsView = {
  readonly year: number;
  readonly total: number;
  /** Units without any target assigned or pledged: of them nothing can be said. */
  readonly withoutGoal: number;
  readonly counts: Readonly<Record<Status, number>>;
  readonly chosen: Choice | undefined;
  readonly choices: readonly Choice[];
  /** Undefined for the public. */
  readonly lines: readonly GridLine[] | undefined;
};

export async function unitsView(db: Kysely<DB>, actor: Actor, day: Day, wanted: string | null): Promise<UnitsView> {
  const { year, units: all } = await unitStandings(db, day);
  const units = all.filter(({ kind }) => kind === 'commune');
  const choices = choicesIn(units);
  const chosen = choices.find(({ code }) => code === wanted);
  const lines = units.map((unit) => lineOf(unit, chosen?.code));
  const withoutGoal = units.filter(({ indicators }) => indicators.length === 0).length;
  return {
    year,
    total: units.length,
    withoutGoal,
    counts: countStatuses(lines),
    chosen,
    choices,
    lines: seesUnits(actor) ? lines : undefined,
  };
}

function choicesIn(units: readonly UnitStanding[]): readonly Choice[] {
  const found = new Map(units.flatMap(({ indicators }) => indicators.map(({ code, name }) => [code, name] as const)));
  return [...found].map(([code, name]) => ({ code, name })).toSorted((a, b) => (a.code < b.code ? -1 : 1));
}

function lineOf({ unitCode, unitName, status, indicators }: UnitStanding, chosen: string | undefined): GridLine {
  const line = { code: unitCode, name: unitName };
  if (chosen === undefined) {
    const deciding = indicators.filter((one) => one.status === status).map(({ code }) => code);
    return { ...line, status, because: indicators.length === 0 ? unitsText.noGoal : deciding.join(', ') };
  }
  const one = indicators.find(({ code }) => code === chosen);
  if (!one) return { ...line, status: 'no_data', because: unitsText.noGoal };
  return { ...line, status: one.status, because: unitsText.figure(one) };
}
