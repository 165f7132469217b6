/** What inspections ask of whoever inspects, answers to look at and minutes to write; and what units owe, for urging. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { findingVisibleTo } from './visible.server.ts';

export type OwedRemedy = {
  readonly id: string;
  readonly inspectionId: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly byUnitName: string;
  readonly statement: string;
  readonly dueOn: PlainDate;
  /** Who was named for it; null where the unit's officers and head answer together. */
  readonly ownerId: string | null;
  readonly isReturned: boolean;
};

/** Every finding whose remedy a unit still owes and the actor may know of, by due day. */
export async function remediesOwed(db: Kysely<DB>, actor: Actor): Promise<readonly OwedRemedy[]> {
  const { rows } = await sql<OwedRemedy>`
  select finding.id, finding.inspection_id as "inspectionId", finding.unit_id as "unitId", u.name as "unitName",
    b.name as "byUnitName", finding.statement, finding.due_on as "dueOn", finding.owner_id as "ownerId",
    finding.stage = 'returned' as "isReturned"
  from finding join unit_now u on u.id = finding.unit_id join unit_now b on b.id = finding.by_unit_id
  where finding.stage in ('open', 'returned') and ${findingVisibleTo(actor)} order by finding.due_on, finding.id`.execute(
    db,
  );
  return rows;
}

export type ToLookAt = {
  readonly id: string;
  readonly inspectionId: string;
  readonly unitName: string;
  readonly statement: string;
};
export type ToWrite = {
  readonly id: string;
  readonly title: string;
  readonly unitName: string;
  readonly lastDay: PlainDate;
};
export type InspectionWork = {
  readonly toLookAt: readonly ToLookAt[];
  readonly toWrite: readonly ToWrite[];
};

export async function inspectionsWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<InspectionWork> {
  const held = [...unitsHeld(person, 'officer', 'head', 'appraiser', 'inspector')];
  if (held.length === 0) return { toLookAt: [], toWrite: [] };
  const [toLookAt, toWrite] = await Promise.all([
    sql<ToLookAt>`
      select f.id, f.inspection_id as "inspectionId", u.name as "unitName", f.statement
      from finding f join unit_now u on u.id = f.unit_id
      where f.stage = 'answered' and ${isOfOffice('f', held)}
        and f.submitted_by <> ${person.personId} and f.submitted_for is distinct from ${person.personId}
      order by f.submitted_at, f.id limit 50`.execute(db),
    sql<ToWrite>`
      select i.id, i.title, u.name as "unitName", i.last_day as "lastDay"
      from inspection i join unit_now u on u.id = i.unit_id
      left join inspection_programme p on p.id = i.programme_id
      where i.stage = 'planned' and i.last_day <= ${today} and (p.id is null or p.stage = 'approved') and ${isOfOffice('i', held)}
      order by i.last_day, i.id limit 50`.execute(db),
  ]);
  return { toLookAt: toLookAt.rows, toWrite: toWrite.rows };
}

/** The body's own; the province's by whoever inspects or appraises there. */
const isOfOffice = (table: string, held: readonly string[]) =>
  sql<boolean>`${sql.ref(`${table}.by_unit_id`)} = any(${[...held]}::uuid[])`;

export function countInspectionWork({ toLookAt, toWrite }: InspectionWork): number {
  return toLookAt.length + toWrite.length;
}
