/** What the address of a list asks for, and what it can be narrowed by. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { readYear } from '../../ui/address.ts';
import type { About, Body } from './choices.server.ts';
import { aboutChoices } from './choices.server.ts';
import { openFindingStages } from './finding.ts';
import { inspectionStages } from './inspection.ts';
import type { FindingsQuery, InspectionsQuery } from './list.server.ts';
import { inspections } from './case.server.ts';

export type Narrowed = {
  readonly query: InspectionsQuery;
  readonly units: readonly Body[];
  readonly schemes: readonly About[];
};

const nothing = '00000000-0000-0000-0000-000000000000';

export async function inspectionsQuery(db: Kysely<DB>, actor: Actor, asked: URLSearchParams): Promise<Narrowed> {
  const [units, abouts] = await Promise.all([unitsInspected(db, actor), aboutChoices(db)]);
  const schemes = abouts.filter(({ isScheme }) => isScheme);
  const schemeCode = schemes.find(({ key }) => key === asked.get('de-an'))?.key;
  const stage = inspectionStages.find((each) => each === asked.get('buoc'));
  return { query: { year: readYear(asked), stage, unitId: unitIdIn(asked, units), schemeCode }, units, schemes };
}

/** One that is not among them narrows to nothing. */
function unitIdIn(asked: URLSearchParams, units: readonly Body[]): string | undefined {
  const code = asked.get('don-vi');
  return code ? (units.find((unit) => unit.code === code)?.id ?? nothing) : undefined;
}

/** Those of which the asker may know that they were or will be inspected. */
export async function unitsInspected(db: Kysely<DB>, actor: Actor): Promise<readonly Body[]> {
  const known = inspections(db, actor).clearSelect().select('inspection.unit_id');
  return db
    .selectFrom('unit_now as u')
    .where('u.id', 'in', known)
    .select([sql<string>`u.id`.as('id'), sql<string>`u.code`.as('code'), sql<string>`u.name`.as('name')])
    .orderBy(sql`u.name collate "vi-x-icu"`)
    .execute();
}

export type NarrowedFindings = {
  readonly query: FindingsQuery;
  readonly units: readonly Body[];
  readonly narrowed: 'chua-xong' | 'qua-han' | undefined;
};

export async function findingsQuery(
  db: Kysely<DB>,
  actor: Actor,
  asked: URLSearchParams,
  today: PlainDate,
): Promise<NarrowedFindings> {
  const units = await unitsInspected(db, actor);
  const narrowed = (['chua-xong', 'qua-han'] as const).find((each) => each === asked.get('xem'));
  const stages = narrowed === 'chua-xong' ? openFindingStages : undefined;
  const query = {
    today,
    year: readYear(asked),
    unitId: unitIdIn(asked, units),
    stages,
    isOverdue: narrowed === 'qua-han',
  };
  return { query, units, narrowed };
}
