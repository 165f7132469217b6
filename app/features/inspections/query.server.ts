/** What the address of a list asks for, and what it can be narrowed by. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
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
  const code = asked.get('don-vi');
  const unitId = code ? (units.find((unit) => unit.code === code)?.id ?? nothing) : undefined;
  const schemeCode = schemes.find(({ key }) => key === asked.get('de-an'))?.key;
  const stage = inspectionStages.find((each) => each === asked.get('buoc'));
  return { query: { year: yearIn(asked), stage, unitId, schemeCode }, units, schemes };
}

export function yearIn(asked: URLSearchParams): number | undefined {
  const typed = Number(asked.get('nam'));
  return typed >= 2000 && typed <= 2100 ? Math.trunc(typed) : undefined;
}

export function yearsOffered(today: PlainDate): readonly string[] {
  return Array.from({ length: 6 }, (_, at) => String(Number(today.slice(0, 4)) + 1 - at));
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
  const code = asked.get('don-vi');
  const unitId = code ? (units.find((unit) => unit.code === code)?.id ?? nothing) : undefined;
  const narrowed = (['chua-xong', 'qua-han'] as const).find((each) => each === asked.get('xem'));
  const stages = narrowed === 'chua-xong' ? openFindingStages : undefined;
  return { query: { today, year: yearIn(asked), unitId, stages, isOverdue: narrowed === 'qua-han' }, units, narrowed };
}
