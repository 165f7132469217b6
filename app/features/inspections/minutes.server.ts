/** What was seen: minutes written in pieces, then closed, whereby the findings go out to the unit; or the inspection is called off. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { InspectionRow } from './case.server.ts';
import { lockInspection } from './case.server.ts';
import type { Minutes } from './inspection.ts';
import { missingInMinutes, readMinutes } from './inspection.ts';
import type { InspectionMove } from './procedure.ts';
import { inspectionProcedure } from './procedure.ts';
import type { Kept } from './programmes.server.ts';
import type { FormWrong, TypedFields } from './typed.ts';

export type ProgrammeOpen = { readonly kind: 'programme_open' };
export type InspectionRefusal = ProcedureRefusal | FormWrong | NotThere | LostRace | ProgrammeOpen;
type Asked = { readonly id: string; readonly version: number; readonly move: InspectionMove; readonly reason?: string };
export type Decided = { readonly row: InspectionRow; readonly held: Permit<InspectionMove> };

export async function decideOn(
  { tx, actor }: Context,
  { id, version, move, reason }: Asked,
): Promise<Result<Decided, InspectionRefusal>> {
  const row = await lockInspection(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(inspectionProcedure, row, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  return ok({ row, held: allowed.value });
}

export type WriteMinutes = { readonly id: string; readonly version: number; readonly typed: TypedFields };

export async function writeMinutes(
  context: Context,
  { id, version, typed }: WriteMinutes,
): Promise<Result<Kept, InspectionRefusal>> {
  const { tx, now, record } = context;
  const decided = await decideOn(context, { id, version, move: 'write' });
  if (!decided.ok) return decided;
  const { row, held } = decided.value;
  const read = readMinutes(typed, plainDateIn(now));
  if (!read.ok) return read;
  await tx
    .updateTable('inspection')
    .set({ ...columnsOf(read.value), version: version + 1 })
    .where('id', '=', id)
    .execute();
  const subject = { kind: 'inspection', id };
  const after = { held_on: read.value.heldOn, written: writtenIn(read.value), version: version + 1 };
  await record({ permit: held, kind: 'inspection.written', subject, unitId: row.unitId, after });
  return ok({ id, version: version + 1 });
}

function columnsOf({ heldOn, heldUntil, ...words }: Minutes) {
  return { held_on: heldOn, held_until: heldUntil, ...words };
}

/** Drafts are not told to the record word by word; what was closed stays in its row for good. */
function writtenIn({ attendees, course, results, opinions, conclusion }: Minutes): number {
  return [attendees, course, results, opinions, conclusion].filter((text) => text !== '').length;
}

export type MoveInspection = {
  readonly id: string;
  readonly version: number;
  readonly move: 'issue' | 'cancel';
  readonly reason?: string;
};

export async function moveInspection(
  context: Context,
  { id, version, move, reason = '' }: MoveInspection,
): Promise<Result<Kept, InspectionRefusal>> {
  const decided = await decideOn(context, { id, version, move, reason });
  if (!decided.ok) return decided;
  if (move === 'cancel') return ok(await save(context, decided.value, { cancel_reason: reason.trim() }));
  const ready = await isReady(context, decided.value.row);
  if (!ready.ok) return ready;
  const kept = await save(context, decided.value, issuedBy(context, decided.value.held));
  await context.tx.updateTable('finding').set({ stage: 'open' }).where('inspection_id', '=', id).execute();
  return ok(kept);
}

/** What a programme in preparation plans is not held yet. */
async function isReady({ tx }: Context, row: InspectionRow): Promise<Result<undefined, FormWrong | ProgrammeOpen>> {
  const problems = missingInMinutes(row);
  if (problems.length > 0) return refuse({ kind: 'inspection_wrong', problems });
  if (row.programmeId === null) return ok();
  const programme = await tx
    .selectFrom('inspection_programme')
    .select('stage')
    .where('id', '=', row.programmeId)
    .executeTakeFirst();
  return programme?.stage === 'approved' ? ok() : refuse({ kind: 'programme_open' });
}

function issuedBy({ now }: Context, { actor, holding }: Permit) {
  if (actor.kind !== 'person') throw new Error('only people close minutes');
  return { issued_by: actor.personId, issued_for: holding?.forPersonId ?? null, issued_at: now };
}

type Marks = ReturnType<typeof issuedBy> | { readonly cancel_reason: string };

async function save({ tx, record }: Context, { row, held }: Decided, marks: Marks): Promise<Kept> {
  const stage = inspectionProcedure[row.stage][held.deed]?.to ?? row.stage;
  const version = row.version + 1;
  await tx
    .updateTable('inspection')
    .set({ stage, version, ...marks })
    .where('id', '=', row.id)
    .execute();
  await record({
    permit: held,
    kind: stage === 'held' ? 'inspection.issued' : 'inspection.cancelled',
    subject: { kind: 'inspection', id: row.id },
    unitId: row.unitId,
    reason: 'cancel_reason' in marks ? marks.cancel_reason : null,
    before: { stage: row.stage, version: row.version },
    after: { stage, version, held_on: row.heldOn },
  });
  return { id: row.id, version };
}
