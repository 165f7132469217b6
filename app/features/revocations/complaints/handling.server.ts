/** A complaint registered with its sender sealed, and handled; while it is open it is a matter being verified in the register (Nghị định 152/2025, Điều 4). */
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { PlainDate } from '../../../kernel/calendar.ts';
import type { Permit, PermitRefusal } from '../../../kernel/permit.ts';
import { permitTo } from '../../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../../kernel/procedure.ts';
import { permit } from '../../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { newId } from '../../../platform/id.server.ts';
import type { Seal } from '../../../platform/seal.server.ts';
import { pathOf } from '../../organisation/paths.server.ts';
import { visibleTo as holderVisibleTo } from '../../register/visible.server.ts';
import type { ComplaintMove, ComplaintWrong, Sender, TypedComplaint } from './complaint.ts';
import { complaintProcedure, complaintRights, readComplaint } from './complaint.ts';
import type { ComplaintRow } from './list.server.ts';
import { lockComplaint } from './list.server.ts';
import { complaintsText } from '../complaints.text.ts';

const senderPurpose = 'complaint.sender';

export type RegisterComplaint = {
  /** Minted when the form was drawn. */
  readonly id: string;
  readonly handlerId: string;
  /** The award it is about, where it is about one. */
  readonly honourId: string | null;
  readonly typed: TypedComplaint;
};
export type RegisterRefusal = PermitRefusal | NotThere | ComplaintWrong;

export async function registerComplaint(
  { tx, actor, now, record }: Context,
  seal: Seal,
  { id, handlerId, honourId, typed }: RegisterComplaint,
): Promise<Result<{ id: string }, RegisterRefusal>> {
  const allowed = permitTo(complaintRights, 'register', actor, await pathOf(tx, handlerId));
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') throw new Error('only people register complaints');
  const read = readComplaint(typed, plainDateIn(now));
  if (!read.ok) return read;
  const about =
    honourId === null
      ? null
      : await tx
          .selectFrom('honour')
          .innerJoin('holder', 'holder.id', 'honour.holder_id')
          .select(['honour.id', 'honour.holder_id as holderId'])
          .where('honour.id', '=', honourId)
          .where(holderVisibleTo(actor))
          .executeTakeFirst();
  if (about === undefined) return refuse(notThere);
  const there = await tx.selectFrom('complaint').select('id').where('id', '=', id).executeTakeFirst();
  if (there) return ok({ id });
  const { sender, receivedOn, ...said } = read.value;
  const code = complaintsText.codeOf(receivedOn.slice(0, 4), id);
  const row = { id, code, ...said, handler_id: handlerId, honour_id: about?.id ?? null, received_on: receivedOn };
  await tx
    .insertInto('complaint')
    .values({
      ...row,
      holder_id: about?.holderId ?? null,
      sender_sealed: sender ? seal.seal(senderPurpose, JSON.stringify(sender)) : null,
      stage: 'received',
      stage_since: now,
      entered_by: actor.personId,
      entered_at: now,
    })
    .execute();
  const after = { code, kind: said.kind, handler_id: handlerId, honour_id: row.honour_id, received_on: receivedOn };
  await record({
    permit: allowed.value,
    kind: 'complaint.registered',
    subject: { kind: 'complaint', id },
    unitId: handlerId,
    after,
  });
  return ok({ id });
}

export type MoveComplaint = {
  readonly id: string;
  readonly version: number;
  readonly move: ComplaintMove;
  readonly reason?: string;
};
export type HandleRefusal = ProcedureRefusal | NotThere | LostRace;

export async function moveComplaint(
  context: Context,
  { id, version, move, reason = '' }: MoveComplaint,
): Promise<Result<{ id: string }, HandleRefusal>> {
  const { tx, actor, now, record } = context;
  const before = await lockComplaint(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(complaintProcedure, before, actor, move, { reason });
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const today = plainDateIn(now);
  const stage = complaintProcedure[before.stage][move]?.to ?? before.stage;
  const marks =
    move === 'accept'
      ? { accepted_on: today, pending_id: await beginPending(context, before, today) }
      : { closed_on: today, answer: reason.trim() };
  await tx
    .updateTable('complaint')
    .set({ stage, stage_since: now, version: version + 1, ...marks })
    .where('id', '=', id)
    .execute();
  if (move !== 'accept') await endPending(context, before, today);
  await told(record, { id, before, permit: allowed.value, stage });
  return ok({ id });
}

type Told = { readonly id: string; readonly before: ComplaintRow; readonly permit: Permit; readonly stage: string };

/** The record says that it moved, not what was answered: that stays in its row. */
function told(record: Context['record'], { id, before, permit: held, stage }: Told): Promise<void> {
  const said = { before: { stage: before.stage, version: before.version }, after: { stage } };
  const subject = { kind: 'complaint', id };
  return record({ permit: held, kind: 'complaint.moved', subject, unitId: before.handlerId, ...said });
}

/** Standards see a matter being verified, by its code alone: who wrote what stays here. */
async function beginPending(
  { tx, now }: Context,
  { kind, code, holderId }: ComplaintRow,
  since: PlainDate,
): Promise<string | null> {
  if (holderId === null) return null;
  const id = newId();
  const row = { id, holder_id: holderId, kind, since, source: complaintsText.pendingSource(code) };
  await tx
    .insertInto('holder_pending')
    .values({ ...row, entered_at: now })
    .execute();
  return id;
}

async function endPending({ tx }: Context, { pendingId }: ComplaintRow, until: PlainDate): Promise<void> {
  if (pendingId !== null) await tx.updateTable('holder_pending').set({ until }).where('id', '=', pendingId).execute();
}

/** Opened for who has to write to them; each look is recorded. */
export async function seeSender(
  { tx, actor, record }: Context,
  seal: Seal,
  id: string,
): Promise<Result<Sender, PermitRefusal | NotThere>> {
  const row = await lockComplaint(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permitTo(complaintRights, 'see_sender', actor, row.places.handler);
  if (!allowed.ok) return allowed;
  const kept = await tx.selectFrom('complaint').select('sender_sealed').where('id', '=', id).executeTakeFirst();
  if (!kept?.sender_sealed) return refuse(notThere);
  const sender = JSON.parse(seal.open(senderPurpose, kept.sender_sealed)) as Sender;
  const subject = { kind: 'complaint', id };
  await record({ permit: allowed.value, kind: 'complaint.sender_seen', subject, unitId: row.handlerId });
  return ok(sender);
}
