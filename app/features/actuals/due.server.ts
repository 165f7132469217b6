/** What a person's units owe, and what waits for the person to verify. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate, WorkCalendar } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PeriodKind } from '../../kernel/period.ts';
import type { DB } from '../../platform/db-types.ts';
import { readSettings } from '../../platform/settings.server.ts';
import type { Rollup } from '../indicators/indicator.ts';
import type { Stage } from './actual.ts';
import type { DueForm, DueIndicator, Reported } from './due.ts';
import { dueForms } from './due.ts';
import type { ActualsQuery } from './list.server.ts';
import { countActuals } from './list.server.ts';
import { isReporter, isRoot } from './reporters.ts';
import type { ReportingUnit } from './reporters.ts';

export type OwingUnit = ReportingUnit & {
  readonly code: string;
  readonly name: string;
  readonly validFrom: PlainDate | null;
};
export type Owed = DueForm & {
  readonly unitCode: string;
  readonly unitName: string;
  /** On whose desk: of the province's figures, the body that owns the indicators. */
  readonly byUnitId: string;
};

/** By deadline, the most urgent first. */
export async function owedBy(db: Kysely<DB>, person: Person, now: Date): Promise<readonly Owed[]> {
  const held = unitsHeld(person, 'officer', 'head');
  if (held.length === 0) return [];
  return owedAt(db, desksOf(await officeOf(db), held), plainDateIn(now));
}

/** The same for many units at once, each with what is on its own desk. */
export async function owedByUnits(
  db: Kysely<DB>,
  unitIds: readonly string[],
  today: PlainDate,
): Promise<readonly Owed[]> {
  const office = await officeOf(db);
  const desks = unitIds.flatMap((id) => desksOf(office, [id]));
  return owedAt(db, desks, today);
}

async function owedAt(db: Kysely<DB>, desks: readonly Desk[], today: PlainDate): Promise<readonly Owed[]> {
  if (desks.length === 0) return [];
  const [settings, calendar] = await Promise.all([readSettings(db), readCalendar(db)]);
  const rules = { today, dueDays: settings.values_due_days, calendar };
  const reported = await reportedBy(db, desks, rules.today);
  return desks
    .flatMap(({ unit, indicators, byUnitId }) =>
      dueForms(unit, indicators, reported.get(unit.id) ?? [], rules).map((form) => ({
        ...form,
        unitCode: unit.code,
        unitName: unit.name,
        byUnitId,
      })),
    )
    .toSorted((a, b) => (a.deadline < b.deadline ? -1 : a.deadline > b.deadline ? 1 : 0));
}

type Indicator = DueIndicator & { readonly rollup: Rollup; readonly ownerUnitId: string | null };
type Desk = { readonly unit: OwingUnit; readonly indicators: readonly Indicator[]; readonly byUnitId: string };

type Office = { readonly units: readonly OwingUnit[]; readonly indicators: readonly Indicator[] };

async function officeOf(db: Kysely<DB>): Promise<Office> {
  const [units, indicators] = await Promise.all([owingUnits(db), dueIndicators(db)]);
  return { units, indicators };
}

/**
 * A desk is a unit with the indicators it reports. What the province reports is on the desk of the body that owns the
 * indicator, and on the province's own only when nobody owns it.
 */
function desksOf({ units, indicators }: Office, held: readonly string[]): readonly Desk[] {
  const root = units.find(isRoot);
  const own = units
    .filter((unit) => held.includes(unit.id))
    .map((unit) => ({
      unit,
      byUnitId: unit.id,
      indicators: indicators.filter((one) => isReporter(unit, one) && (unit !== root || one.ownerUnitId === null)),
    }));
  const owned = indicators.filter(
    (one) => root && isReporter(root, one) && one.ownerUnitId !== null && held.includes(one.ownerUnitId),
  );
  const byUnitId = owned[0]?.ownerUnitId ?? null;
  const desks = root && byUnitId !== null ? [...own, { unit: root, indicators: owned, byUnitId }] : own;
  return desks.filter((desk) => desk.indicators.length > 0);
}

async function owingUnits(db: Kysely<DB>): Promise<readonly OwingUnit[]> {
  const { rows } = await sql<OwingUnit>`
    select u.id, u.code, u.name, u.kind, u.parent_id as "parentId", n.takes_part as "takesPart", n.valid_from as "validFrom"
    from unit_now u join unit n on n.id = u.id where u.is_active`.execute(db);
  return rows;
}

async function dueIndicators(db: Kysely<DB>): Promise<readonly Indicator[]> {
  const rows = await db
    .selectFrom('indicator')
    .select(['code', 'reporting', 'from_year as fromYear', 'deadline', 'rollup', 'owner_unit_id as ownerUnitId'])
    .orderBy('position')
    .execute();
  return rows.map((row) => ({ ...row, reporting: row.reporting as PeriodKind, rollup: row.rollup as Rollup }));
}

async function reportedBy(
  db: Kysely<DB>,
  desks: readonly Desk[],
  today: PlainDate,
): Promise<ReadonlyMap<string, readonly Reported[]>> {
  const since = String(Number(today.slice(0, 4)) - 2);
  const rows = await db
    .selectFrom('actual')
    .select(['unit_id as unitId', 'indicator_code as indicatorCode', 'period', 'stage'])
    .where('unit_id', 'in', [...new Set(desks.map(({ unit }) => unit.id))])
    // Nothing older than a year is owed, but for what was begun or came back.
    .where(sql<boolean>`(left(period, 4) >= ${since} or stage in ('entered', 'returned'))`)
    .where('superseded_at', 'is', null)
    .where('stage', '!=', 'withdrawn')
    // A correction on its way does not make its period owed again, unless it came back.
    .where(sql<boolean>`(supersedes_id is null or stage in ('verified', 'returned'))`)
    .orderBy(sql`stage = 'returned'`)
    .execute();
  return Map.groupBy(
    rows.map((row) => ({ ...row, stage: row.stage as Stage })),
    (row) => row.unitId,
  );
}

export async function readCalendar(db: Kysely<DB>): Promise<WorkCalendar> {
  const rows = await db.selectFrom('holiday').select(['day', 'effect']).execute();
  const days = (effect: string) => new Set(rows.filter((row) => row.effect === effect).map((row) => row.day));
  return { daysOff: days('day_off'), workedWeekends: days('working_day') };
}

/** What this person may verify: sent, by somebody else, for a unit or an indicator in their hands. */
export async function waitingFor(db: Kysely<DB>, person: Person): Promise<number> {
  const query = waitingQuery(person);
  return query ? countActuals(db, person, query) : 0;
}

export function waitingQuery(person: Person): ActualsQuery | undefined {
  const isVerifier = person.holdings.some(({ role }) => role === 'appraiser' || role === 'indicator_owner');
  return isVerifier ? { stages: ['submitted'], toVerifyBy: person } : undefined;
}
