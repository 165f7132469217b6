/** What urging asks of a person: duties passed up that nobody urged since, letters in draft, names to be given anew. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { reaches } from '../organisation/reach.server.ts';
import { letterRows } from './letter-rows.server.ts';
import { mayWriteLetters } from './letter-page.server.ts';
import { staffOf, unitsNamedIn } from './staff.server.ts';

export type UrgingWork = {
  /** Late so long that the appraising body was told, and neither reminded of nor named in a letter since. */
  readonly passedUp: { readonly duties: number; readonly units: number };
  readonly draftLetters: number;
  /** Own units in which somebody who was named works no more. */
  readonly toName: readonly { readonly code: string; readonly name: string }[];
};

export async function urgingWaiting(db: Kysely<DB>, person: Person, today: PlainDate): Promise<UrgingWork> {
  const [passedUp, draftLetters, toName] = await Promise.all([
    passedUpTo(db, person),
    draftsOf(db, person),
    lapsedAt(db, unitsHeld(person, 'head'), today),
  ]);
  return { passedUp, draftLetters, toName };
}

export function countUrgingWork({ passedUp, draftLetters, toName }: UrgingWork): number {
  return Math.min(passedUp.duties, 1) + Math.min(draftLetters, 1) + toName.length;
}

async function passedUpTo(db: Kysely<DB>, person: Person): Promise<UrgingWork['passedUp']> {
  if (unitsHeld(person, 'appraiser').length === 0) return { duties: 0, units: 0 };
  const { rows } = await sql<UrgingWork['passedUp']>`
    select count(*) as duties, count(distinct e.unit_id) as units from escalation e
    where e.level = 'appraiser' and e.closed_at is null and ${reaches(person, 'e.unit_id', ['appraiser'])}
      and not exists (select from reminder_line l join reminder r on r.id = l.reminder_id
        where l.duty_key = e.duty_key and r.sent_at >= e.at)
      and not exists (select from letter_duty d join urging_letter l on l.id = d.letter_id
        where d.duty_key = e.duty_key and l.stage = 'issued' and l.issued_at >= e.at)`.execute(db);
  return rows[0] ?? { duties: 0, units: 0 };
}

async function draftsOf(db: Kysely<DB>, person: Person): Promise<number> {
  if (!(await mayWriteLetters(db, person))) return 0;
  const row = await letterRows(db, person)
    .where('urging_letter.stage', '=', 'draft')
    .clearSelect()
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return row.count;
}

async function lapsedAt(db: Kysely<DB>, held: readonly string[], today: PlainDate): Promise<UrgingWork['toName']> {
  if (held.length === 0) return [];
  const { named, holders } = await staffOf(db, held, today);
  const works = new Set(holders.map(({ unitId, personId }) => `${unitId} ${personId}`));
  const lapsed = named.filter(({ unitId, personId }) => !works.has(`${unitId} ${personId}`));
  return unitsNamedIn(db, [...new Set(lapsed.map(({ unitId }) => unitId))]);
}
