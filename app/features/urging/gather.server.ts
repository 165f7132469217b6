/** The one way to duties: gathered from all sources, judged by the working calendar, each with who answers for it. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { readerFor } from '../../kernel/permit.ts';
import { addDays } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { readSettings } from '../../platform/settings.server.ts';
import { readCalendar } from '../actuals/due.server.ts';
import { byUrgency, judgeDuty } from './duty.ts';
import type { DutyUnit, GatheredDuty } from './gathered.ts';
import type { Holder } from './owner.ts';
import { ownersIn } from './owner.ts';
import { lineDuties, promisedDuties } from './plan-sources.server.ts';
import { findingDuties, receiptDuties, reportDuties, valueDuties } from './sources.server.ts';
import { staffOf } from './staff.server.ts';
import { visibleTo } from './visible.server.ts';

export type Gathered = {
  readonly duties: readonly GatheredDuty[];
  readonly today: PlainDate;
  readonly nearDays: number;
  readonly holders: readonly Holder[];
};

export type Wanted = {
  readonly today: PlainDate;
  readonly unitIds?: readonly string[] | undefined;
  /** How many days ahead tasks and milestones are read. */
  readonly daysAhead?: number;
};

const listedAhead = 30;
/** Where no reminder before the day is set, something is near a week of work before it. */
const leastNear = 5;

/** The most urgent first. A token reads all that its owner may know of when it may read duties, whatever they are of; else nothing. */
export async function gatherDuties(db: Kysely<DB>, asker: Actor, wanted: Wanted): Promise<Gathered> {
  const actor = readerFor(asker, 'duties:read');
  const { today, unitIds, daysAhead = listedAhead } = wanted;
  const [settings, calendar] = await Promise.all([readSettings(db), readCalendar(db)]);
  const asked = { today, settings, unitIds, until: addDays(today, daysAhead) };
  const sources = [reportDuties, valueDuties, promisedDuties, lineDuties, receiptDuties, findingDuties];
  const found = (await Promise.all(sources.map((source) => source(db, actor, asked)))).flat();
  const ids = [...new Set(found.map(({ unitId }) => unitId))];
  const [units, staff] = await Promise.all([unitsNamed(db, actor, ids), staffOf(db, ids, today)]);
  const owned = ownersIn(staff);
  const nearDays = Math.max(leastNear, ...settings.remind_before);
  const rules = { today, calendar, nearDays };
  // Thousands of duties fall due on a few hundred days.
  const judged = new Map([...new Set(found.map(({ dueOn }) => dueOn))].map((day) => [day, judgeDuty(day, rules)]));
  const duties = found.flatMap((duty): readonly GatheredDuty[] => {
    const [unit, judgement] = [units.get(duty.unitId), judged.get(duty.dueOn)];
    return unit && judgement ? [{ ...duty, ...judgement, ...owned(duty), unit }] : [];
  });
  return { duties: duties.toSorted(inOrderOf(units)), today, nearDays, holders: staff.holders };
}

const inVietnamese = new Intl.Collator('vi').compare;

/** Units are put in order once, not again for each two of their duties. */
function inOrderOf(units: ReadonlyMap<string, DutyUnit>): (a: GatheredDuty, b: GatheredDuty) => number {
  const names = [...new Set([...units.values()].map(({ name }) => name))].toSorted(inVietnamese);
  const places = new Map(names.map((name, place) => [name, place]));
  const placeOf = ({ unit }: GatheredDuty) => places.get(unit.name) ?? 0;
  return (a, b) => byUrgency(a, b) || placeOf(a) - placeOf(b) || (a.key < b.key ? -1 : 1);
}

/** Of these, the units that the actor may know of: whatever a source gave beyond them falls away. */
async function unitsNamed(
  db: Kysely<DB>,
  actor: Actor,
  ids: readonly string[],
): Promise<ReadonlyMap<string, DutyUnit>> {
  const { rows } = await sql<DutyUnit>`
    select u.id, u.code, u.name, u.kind, u.is_active as "isActive",
      array(select n.name from unit_succession s join unit_now n on n.id = s.successor_id where s.predecessor_id = u.id) as successors
    from unit_now u where u.id = any(${[...ids]}::uuid[]) and ${visibleTo(actor, 'u.id')}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What the units owe for which a person works today, and those these took over from. */
export async function dutiesAtDeskOf(
  db: Kysely<DB>,
  person: Person,
  { today, daysAhead }: Pick<Wanted, 'today' | 'daysAhead'>,
): Promise<readonly GatheredDuty[]> {
  const held = [...unitsHeld(person, 'officer', 'head')];
  if (held.length === 0) return [];
  const { rows } = await sql<{ id: string }>`select id from units_in_care(${held}::uuid[]) id`.execute(db);
  const unitIds = rows.map(({ id }) => id);
  const { duties } = await gatherDuties(db, person, { today, unitIds, ...(daysAhead !== undefined && { daysAhead }) });
  return duties;
}

/** Of these, what the person answers for. */
export async function dutiesOwnedBy(
  db: Kysely<DB>,
  person: Person,
  wanted: Pick<Wanted, 'today' | 'daysAhead'>,
): Promise<readonly GatheredDuty[]> {
  return (await dutiesAtDeskOf(db, person, wanted)).filter((duty) => isOwnedBy(duty, person));
}

export function isOwnedBy({ owners }: Pick<GatheredDuty, 'owners'>, { personId }: Pick<Person, 'personId'>): boolean {
  return owners.some((owner) => owner.personId === personId);
}
