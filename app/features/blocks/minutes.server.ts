/** Minutes gathered from what was put down: who was there, what was said, what was agreed with who and until when. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { BlockYear } from './block-year.ts';
import { leadOf } from './block-year.ts';
import type { MeetingRow } from './meetings.server.ts';
import type { Agreement, Attendance, Minutes } from './minutes.ts';

/** For whoever was found to see the minutes. */
export async function gatherMinutes(db: Kysely<DB>, meeting: MeetingRow, year: BlockYear): Promise<Minutes> {
  const { rows: there } = await sql<{ unitId: string; state: Attendance; who: string }>`
    select unit_id as "unitId", state, who from block_attendance where meeting_id = ${meeting.id}`.execute(db);
  const states = new Map(there.map((row) => [row.unitId, row]));
  const {
    beganAt = '',
    endedAt = '',
    chair = '',
    secretary = '',
    course = '',
    conclusion = '',
  } = meeting.minutes ?? {};
  return {
    format: 'thidua.block-minutes.1',
    block: year.block.name,
    year: year.year,
    title: meeting.title,
    heldOn: meeting.plannedOn,
    time: meeting.plannedTime,
    beganAt,
    endedAt,
    place: meeting.place,
    agenda: meeting.agenda,
    leadName: leadOf(year)?.name ?? '',
    chair,
    secretary,
    course,
    conclusion,
    attended: year.seats.map(({ unitId, name, part }) => ({
      unitId,
      name,
      part,
      state: states.get(unitId)?.state ?? null,
      who: states.get(unitId)?.who ?? '',
    })),
    agreements: await agreementsOf(db, meeting.id),
  };
}

async function agreementsOf(db: Kysely<DB>, meetingId: string): Promise<readonly Agreement[]> {
  const { rows } = await sql<Agreement>`
    select a.id, a.what, a.unit_id as "unitId", u.name as "unitName", a.due_on as "dueOn"
    from block_agreement a join unit_now u on u.id = a.unit_id where a.meeting_id = ${meetingId} order by a.position, a.id`.execute(
    db,
  );
  return rows;
}
