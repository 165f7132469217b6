/** Meetings of a block: planned, called (the members are told), held, minutes closed for ever; or called off. */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { hang } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { askedId, newId } from '../../platform/id.server.ts';
import type { MeetingMove, MeetingStage } from './procedure.ts';
import { meetingProcedure } from './procedure.ts';
import { leadOf } from './block-year.ts';
import type { Minutes } from './minutes.ts';
import { isWholeAttendance } from './minutes.ts';
import { gatherMinutes } from './minutes.server.ts';
import type { BlockWrong, Fields, TypedMeeting, TypedMinutes } from './typed.ts';
import { faultsOfMinutes, readMeeting, textIn } from './typed.ts';
import { minutesVisibleTo, visibleTo } from './visible.server.ts';
import { caseOf, lockYear, standsInFor } from './year.server.ts';

export type MeetingRow = TypedMeeting & {
  readonly id: string;
  readonly blockId: string;
  readonly year: number;
  readonly stage: MeetingStage;
  readonly cancelReason: string | null;
  readonly closedAt: Date | null;
  readonly digest: string | null;
  readonly version: number;
  /** Null: not for the asker to know yet. */
  readonly minutes: TypedMinutes | null;
  /** As they were closed. */
  readonly frozen: Minutes | null;
};

type Loaded = Omit<MeetingRow, 'minutes'> & TypedMinutes & { readonly seesMinutes: boolean };

const columns = (
  actor: Actor,
) => sql`block_meeting.id, block_meeting.block_id as "blockId", block_meeting.year, block_meeting.title, block_meeting.planned_on as "plannedOn",
  block_meeting.planned_time as "plannedTime", block_meeting.place, block_meeting.agenda, block_meeting.stage, block_meeting.cancel_reason as "cancelReason",
  block_meeting.closed_at as "closedAt", block_meeting.digest, block_meeting.version, block_meeting.frozen, block_meeting.began_at as "beganAt", block_meeting.ended_at as "endedAt",
  block_meeting.chair, block_meeting.secretary,
  block_meeting.course, block_meeting.conclusion, ${minutesVisibleTo(actor)} as "seesMinutes"`;

function rowOf({ beganAt, endedAt, chair, secretary, course, conclusion, seesMinutes, ...row }: Loaded): MeetingRow {
  return { ...row, minutes: seesMinutes ? { beganAt, endedAt, chair, secretary, course, conclusion } : null };
}

/** Those the actor may know of, earliest first. */
export async function meetingsOf(
  db: Kysely<DB>,
  actor: Actor,
  blockId: string,
  year: number,
): Promise<readonly MeetingRow[]> {
  const { rows } =
    await sql<Loaded>`select ${columns(actor)} from block_meeting where block_meeting.block_id = ${blockId} and block_meeting.year = ${year}
    and ${visibleTo(actor)} order by block_meeting.planned_on, block_meeting.planned_time, block_meeting.id`.execute(
      db,
    );
  return rows.map(rowOf);
}

export async function findMeeting(db: Kysely<DB>, actor: Actor, id: string): Promise<MeetingRow | undefined> {
  const { rows } =
    await sql<Loaded>`select ${columns(actor)} from block_meeting where block_meeting.id = ${askedId(id)} and ${visibleTo(actor)}`.execute(
      db,
    );
  return rows[0] && rowOf(rows[0]);
}

export async function lockMeeting({ tx, actor }: Pick<Context, 'tx' | 'actor'>, id: string) {
  const seen = await findMeeting(tx, actor, id);
  const year = seen && (await lockYear(tx, seen.blockId, seen.year));
  if (!year) return undefined;
  await tx.selectFrom('block_meeting').select('id').where('id', '=', seen.id).forUpdate().execute();
  const meeting = await findMeeting(tx, actor, id);
  return meeting && { meeting, year };
}

export type MeetingRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | BlockWrong
  | { readonly kind: 'no_members' }
  | { readonly kind: 'not_yet_held' | 'day_over'; readonly day: PlainDate };
type Done = Result<{ readonly id: string }, MeetingRefusal>;

export type PlanMeeting = {
  readonly id: string;
  readonly blockId: string;
  readonly year: number;
  readonly fields: Fields;
};

export async function planMeeting(context: Context, { id, blockId, year, fields }: PlanMeeting): Promise<Done> {
  const { tx, actor, now, record } = context;
  const found = await lockYear(tx, blockId, year);
  if (!found) return refuse(notThere);
  const allowed = permit(meetingProcedure, caseOf('planned', found), actor, 'change');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') throw new Error('only people plan meetings');
  if (found.seats.length === 0) return refuse({ kind: 'no_members' });
  const typed = readMeeting(fields, { year });
  if (!typed.ok) return typed;
  const added = await tx
    .insertInto('block_meeting')
    .values({
      id,
      block_id: blockId,
      year,
      ...columnsOf(typed.value),
      stage: 'planned',
      made_by: actor.personId,
      made_at: now,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return ok({ id });
  const after = { blockId, year, ...typed.value, standsIn: standsInFor(allowed.value, found) };
  await record({ permit: allowed.value, kind: 'block_meeting.entered', subject: { kind: 'block_meeting', id }, after });
  return ok({ id });
}

const columnsOf = ({ title, plannedOn, plannedTime, place, agenda }: TypedMeeting) => ({
  title,
  planned_on: plannedOn,
  planned_time: plannedTime,
  place,
  agenda,
});

export type MeetingWay = Extract<MeetingMove, 'change' | 'call' | 'cancel' | 'hold' | 'close'>;
export type MoveMeeting = {
  readonly id: string;
  readonly version: number;
  readonly move: MeetingWay;
  readonly fields: Fields;
};

/** Of a change after it was called the members are told, as of its calling. */
export async function moveMeeting(context: Context, command: MoveMeeting): Promise<Done> {
  const { tx, actor, now, record } = context;
  const { move, fields } = command;
  const found = await lockMeeting(context, command.id);
  if (!found) return refuse(notThere);
  const { meeting, year } = found;
  const reason = textIn(fields, 'reason') || null;
  const allowed = permit(meetingProcedure, caseOf(meeting.stage, year), actor, move, { reason });
  if (!allowed.ok) return allowed;
  if (meeting.version !== command.version) return refuse({ kind: 'lost_race', current: meeting.version });
  const typed = move === 'change' ? readMeeting(fields, { year: meeting.year }) : ok(undefined);
  if (!typed.ok) return typed;
  const today = plainDateIn(now);
  if (move === 'hold' && today < meeting.plannedOn) return refuse({ kind: 'not_yet_held', day: meeting.plannedOn });
  if (move === 'call' && today > meeting.plannedOn) return refuse({ kind: 'day_over', day: meeting.plannedOn });
  const closing = move === 'close' ? await closingOf(context, found) : ok(undefined);
  if (!closing.ok) return closing;
  const standsIn = standsInFor(allowed.value, year);
  const stage = meetingProcedure[meeting.stage][move]?.to ?? meeting.stage;
  const version = meeting.version + 1;
  await tx
    .updateTable('block_meeting')
    .set({
      stage,
      version,
      ...(typed.value && columnsOf(typed.value)),
      ...(move === 'call' && { called_at: now }),
      ...(move === 'cancel' && { cancel_reason: reason }),
      ...(closing.value && {
        ...closing.value,
        closed_at: now,
        closed_by: actor.kind === 'person' ? actor.personId : null,
        for_unit_id: standsIn,
      }),
    })
    .where('id', '=', meeting.id)
    .execute();
  await record({
    permit: allowed.value,
    kind: move === 'change' ? 'block_meeting.changed' : 'block_meeting.moved',
    subject: { kind: 'block_meeting', id: meeting.id },
    reason,
    before: { stage: meeting.stage, version: meeting.version },
    after: { move, stage, version, ...typed.value, standsIn, ...(closing.value && { digest: closing.value.digest }) },
  });
  return ok({ id: meeting.id });
}

type Found = NonNullable<Awaited<ReturnType<typeof lockMeeting>>>;

async function closingOf(
  { tx }: Context,
  { meeting, year }: Found,
): Promise<Result<{ frozen: string; digest: string }, BlockWrong>> {
  const minutes = await gatherMinutes(tx, meeting, year);
  const wrongs = faultsOfMinutes(minutes, isWholeAttendance(minutes));
  if (wrongs.length > 0) return refuse({ kind: 'block_wrong', wrongs });
  const frozen = JSON.stringify(minutes);
  return ok({ frozen, digest: createHash('sha256').update(frozen).digest('hex') });
}

export async function attachToMeeting(
  context: Context,
  { id, file }: { readonly id: string; readonly file: KeptFile },
): Promise<Done> {
  const found = await lockMeeting(context, id);
  if (!found) return refuse(notThere);
  const { meeting, year } = found;
  const allowed = permit(meetingProcedure, caseOf(meeting.stage, year), context.actor, 'attach');
  if (!allowed.ok) return allowed;
  const unitId = leadOf(year)?.unitId ?? allowed.value.holding?.unitId ?? '';
  await hang(context, {
    permit: allowed.value,
    id: newId(),
    hook: { kind: 'block_meeting', id: meeting.id, unitId },
    file,
  });
  return ok({ id: meeting.id });
}
