/** What the page of a meeting shows, and what its reader may do there. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { movesFor } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import type { AttachedFile } from '../../platform/files/attachments.server.ts';
import { filesOn } from '../../platform/files/attachments.server.ts';
import type { BlockYear } from './block-year.ts';
import type { MeetingRow } from './meetings.server.ts';
import { findMeeting } from './meetings.server.ts';
import type { Minutes } from './minutes.ts';
import { isWholeAttendance } from './minutes.ts';
import { gatherMinutes } from './minutes.server.ts';
import type { MeetingMove } from './procedure.ts';
import { meetingProcedure } from './procedure.ts';
import type { Wrong } from './typed.ts';
import { faultsOfMinutes } from './typed.ts';
import { caseOf, yearOf } from './year.server.ts';

export type Outcome = {
  readonly doneAt: Date | null;
  readonly note: string | null;
  readonly version: number;
  readonly mayReport: boolean;
};

export type MeetingSeen = {
  readonly meeting: MeetingRow;
  readonly year: BlockYear;
  readonly papers: readonly AttachedFile[];
  /** Frozen ones as they were closed; null while they are not for this reader. */
  readonly minutes: Minutes | null;
  /** What is still missing before they can be closed. */
  readonly lacks: readonly Wrong[];
  /** By agreement: what became of it. */
  readonly outcomes: Readonly<Record<string, Outcome>>;
  readonly moves: readonly MeetingMove[];
};

export async function meetingSeen(db: Kysely<DB>, person: Person, id: string): Promise<MeetingSeen | undefined> {
  const meeting = await findMeeting(db, person, id);
  const year = meeting && (await yearOf(db, meeting.blockId, meeting.year));
  if (!year) return undefined;
  const isWritten = meeting.minutes !== null && (meeting.stage === 'held' || meeting.stage === 'closed');
  const minutes = isWritten ? (meeting.frozen ?? (await gatherMinutes(db, meeting, year))) : null;
  return {
    meeting,
    year,
    papers: await filesOn(db, { kind: 'block_meeting', id: meeting.id }),
    minutes,
    lacks: minutes && meeting.stage === 'held' ? faultsOfMinutes(minutes, isWholeAttendance(minutes)) : [],
    outcomes: meeting.stage === 'closed' ? await outcomesOf(db, person, { meeting, year }) : {},
    moves: movesFor(meetingProcedure, caseOf(meeting.stage, year), person),
  };
}

type At = { readonly meeting: MeetingRow; readonly year: BlockYear };

async function outcomesOf(db: Kysely<DB>, person: Person, { meeting, year }: At): Promise<MeetingSeen['outcomes']> {
  const { rows } = await sql<Omit<Outcome, 'mayReport'> & { readonly id: string; readonly unitId: string }>`
    select id, unit_id as "unitId", done_at as "doneAt", done_note as note, version from block_agreement where meeting_id = ${meeting.id}`.execute(
    db,
  );
  return Object.fromEntries(
    rows.map(({ id, unitId, ...row }) => {
      const moves = movesFor(meetingProcedure, caseOf(meeting.stage, year, unitId), person);
      return [id, { ...row, mayReport: row.doneAt === null && moves.includes('report') }];
    }),
  );
}
