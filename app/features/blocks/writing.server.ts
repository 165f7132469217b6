/** Minutes as they are written: attendance, course and conclusion at once; what was agreed line by line; and afterwards what became of it. */
import { permit } from '../../kernel/procedure.ts';
import type { Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { askedId } from '../../platform/id.server.ts';
import type { MeetingRefusal } from './meetings.server.ts';
import { lockMeeting } from './meetings.server.ts';
import type { Attendance } from './minutes.ts';
import { attendances } from './minutes.ts';
import { meetingProcedure } from './procedure.ts';
import type { Fields } from './typed.ts';
import { readAgreement, readMinutes, readNote, textIn } from './typed.ts';
import { caseOf, standsInFor } from './year.server.ts';

type Done = Result<{ readonly id: string }, MeetingRefusal>;
type Written = { readonly id: string; readonly version: number; readonly fields: Fields };

/** Fields `du-<unit>` and `ai-<unit>` say for each member whether it was there and who came. */
export async function writeMinutes(context: Context, command: Written): Promise<Done> {
  const { tx, actor, record } = context;
  const found = await lockMeeting(context, command.id);
  if (!found) return refuse(notThere);
  const { meeting, year } = found;
  const allowed = permit(meetingProcedure, caseOf(meeting.stage, year), actor, 'write');
  if (!allowed.ok) return allowed;
  if (meeting.version !== command.version) return refuse({ kind: 'lost_race', current: meeting.version });
  const typed = readMinutes(command.fields, meeting);
  if (!typed.ok) return typed;
  const attended = year.seats.flatMap(({ unitId }) => {
    const state = attendances.find((each): each is Attendance => each === command.fields[`du-${unitId}`]);
    return state
      ? [{ meeting_id: meeting.id, unit_id: unitId, state, who: textIn(command.fields, `ai-${unitId}`).slice(0, 200) }]
      : [];
  });
  await tx.deleteFrom('block_attendance').where('meeting_id', '=', meeting.id).execute();
  if (attended.length > 0) await tx.insertInto('block_attendance').values(attended).execute();
  const version = meeting.version + 1;
  const { beganAt, endedAt, ...words } = typed.value;
  await tx
    .updateTable('block_meeting')
    .set({ ...words, began_at: beganAt, ended_at: endedAt, version })
    .where('id', '=', meeting.id)
    .execute();
  const after = { ...typed.value, attended, version, standsIn: standsInFor(allowed.value, year) };
  await record({
    permit: allowed.value,
    kind: 'block_meeting.written',
    subject: { kind: 'block_meeting', id: meeting.id },
    before: meeting.minutes,
    after,
  });
  return ok({ id: meeting.id });
}

export async function addAgreement(
  context: Context,
  command: Omit<Written, 'version'> & { readonly agreementId: string },
): Promise<Done> {
  const { tx, actor, record } = context;
  const found = await lockMeeting(context, command.id);
  if (!found) return refuse(notThere);
  const { meeting, year } = found;
  const allowed = permit(meetingProcedure, caseOf(meeting.stage, year), actor, 'write');
  if (!allowed.ok) return allowed;
  const unitIds = year.seats.map(({ unitId }) => unitId);
  const typed = readAgreement(command.fields, { unitIds, heldOn: meeting.plannedOn });
  if (!typed.ok) return typed;
  const { what, unitId, dueOn } = typed.value;
  const last = await tx
    .selectFrom('block_agreement')
    .select((eb) => eb.fn.max('position').as('last'))
    .where('meeting_id', '=', meeting.id)
    .executeTakeFirst();
  const row = { id: command.agreementId, meeting_id: meeting.id, what, unit_id: unitId, due_on: dueOn };
  const added = await tx
    .insertInto('block_agreement')
    .values({ ...row, position: Number(last?.last ?? 0) + 1 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return ok({ id: meeting.id });
  const subject = { kind: 'block_meeting', id: meeting.id };
  await record({
    permit: allowed.value,
    kind: 'block_meeting.agreed',
    subject,
    after: { ...row, standsIn: standsInFor(allowed.value, year) },
  });
  return ok({ id: meeting.id });
}

export async function dropAgreement(
  context: Context,
  command: { readonly id: string; readonly agreementId: string },
): Promise<Done> {
  const { tx, actor, record } = context;
  const found = await lockMeeting(context, command.id);
  if (!found) return refuse(notThere);
  const { meeting, year } = found;
  const allowed = permit(meetingProcedure, caseOf(meeting.stage, year), actor, 'write');
  if (!allowed.ok) return allowed;
  const gone = await tx
    .deleteFrom('block_agreement')
    .where('id', '=', askedId(command.agreementId))
    .where('meeting_id', '=', meeting.id)
    .returningAll()
    .executeTakeFirst();
  if (!gone) return refuse(notThere);
  await record({
    permit: allowed.value,
    kind: 'block_meeting.agreed',
    subject: { kind: 'block_meeting', id: meeting.id },
    before: gone,
  });
  return ok({ id: meeting.id });
}

export type ReportAgreement = Written & { readonly agreementId: string };

/** After the minutes are closed, once: what was done. `version` is the agreement's own. */
export async function reportAgreement(context: Context, command: ReportAgreement): Promise<Done> {
  const { tx, actor, now, record } = context;
  const found = await lockMeeting(context, command.id);
  if (!found || actor.kind !== 'person') return refuse(notThere);
  const { meeting, year } = found;
  const agreement = await tx
    .selectFrom('block_agreement')
    .selectAll()
    .where('id', '=', askedId(command.agreementId))
    .where('meeting_id', '=', meeting.id)
    .forUpdate()
    .executeTakeFirst();
  if (!agreement) return refuse(notThere);
  const allowed = permit(meetingProcedure, caseOf(meeting.stage, year, agreement.unit_id), actor, 'report');
  if (!allowed.ok) return allowed;
  if (agreement.version !== command.version || agreement.done_at)
    return refuse({ kind: 'lost_race', current: agreement.version });
  const note = readNote(command.fields);
  if (!note.ok) return note;
  const done = { done_at: now, done_by: actor.personId, done_note: note.value, version: agreement.version + 1 };
  await tx.updateTable('block_agreement').set(done).where('id', '=', agreement.id).execute();
  await record({
    permit: allowed.value,
    kind: 'block_meeting.carried_out',
    subject: { kind: 'block_meeting', id: meeting.id },
    unitId: agreement.unit_id,
    after: { id: agreement.id, note: note.value, standsIn: standsInFor(allowed.value, year) },
  });
  return ok({ id: meeting.id });
}
