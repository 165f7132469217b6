/**
 * An award that was entered is put right, or struck when it was entered by mistake; each with a reason, and both versions in the record. What came out of
 * a decision issued here changes only by another paper of whoever issued it. A struck one stays to be seen and counts nowhere; it can be brought back.
 */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { findAward } from '../awards/award.ts';
import { heldBy, honourColumns, lockHonour } from './honour-row.server.ts';
import type { LockedHonour } from './honour-row.server.ts';
import { changedFields, doubleOf, readHonour, typedFor, worthFields } from './honour.ts';
import type { HonourContent, HonourWrong, TypedHonour } from './honour.ts';
import type { Merged } from './holders.server.ts';
import type { HonourDouble, RevokedAlready } from './honours.server.ts';
import { registerRights } from './rights.ts';

/** By which decision it was given, that a paper of whoever issued it can change. */
export type DecidedHere = { readonly kind: 'decided_here'; readonly number: string; readonly on: string };
export type PaidFor = { readonly kind: 'honour_paid'; readonly voucher: string };
export type InTheWay =
  | DecidedHere
  | RevokedAlready
  | PaidFor
  | { readonly kind: 'of_dossier' | 'under_revocation' | 'honour_struck' | 'reason_missing' | 'nothing_changed' };
type Held = { readonly honourId: string; readonly version: number; readonly reason: string };
export type CorrectHonour = Held & { readonly typed: TypedHonour };
export type CorrectRefusal = PermitRefusal | NotThere | LostRace | Merged | InTheWay | HonourWrong | HonourDouble;
export type StrikeRefusal = Exclude<CorrectRefusal, HonourWrong>;
type Done = { readonly id: string; readonly holderId: string; readonly version: number };

/** Base awards by the unit, those above by an appraiser; both, where the mistake was just that. */
export async function correctHonour(
  context: Context,
  { honourId, version, typed, reason }: CorrectHonour,
): Promise<Result<Done, CorrectRefusal>> {
  const reached = await reach(context, honourId);
  if (!reached.ok) return reached;
  const { honour } = reached.value;
  const given = typedFor(honour.origin, honour, typed);
  const allowed = permitFor(context, honour, given.award);
  if (!allowed.ok) return allowed;
  const stopped = stops(honour, version);
  if (stopped) return refuse(stopped);
  const { kind: kindOf } = honour.holder;
  const read = readHonour(given, { today: plainDateIn(context.now), kindOf, origin: honour.origin });
  if (!read.ok) return read;
  const fault = await faultOf(context, { honour, content: read.value, reason });
  if (fault) return refuse(fault);
  return save(context, {
    honour,
    permit: allowed.value,
    kind: 'honour.corrected',
    reason,
    before: honourColumns(honour),
    after: honourColumns(read.value),
  });
}

type Correction = { readonly honour: LockedHonour; readonly content: HonourContent; readonly reason: string };

async function faultOf(
  context: Context,
  { honour, content, reason }: Correction,
): Promise<InTheWay | HonourDouble | undefined> {
  const changed = changedFields(honour, content);
  if (changed.length === 0) return { kind: 'nothing_changed' };
  if (honour.paidBy !== null && changed.some((field) => worthFields.includes(field)))
    return { kind: 'honour_paid', voucher: honour.paidBy };
  if (reason.trim() === '') return { kind: 'reason_missing' };
  return doubleIn(context, honour, content);
}

async function doubleIn(
  context: Context,
  { id, holderId }: LockedHonour,
  content: HonourContent,
): Promise<HonourDouble | undefined> {
  const others = (await heldBy(context, holderId)).filter((held) => held.id !== id);
  const double = doubleOf(others, content);
  return double && { kind: 'honour_double', held: double, holderId };
}

/** Twice is once. A bonus that was paid for it is undone in the ledger first. */
export async function strikeHonour(
  context: Context,
  { honourId, version, reason }: Held,
): Promise<Result<Done, StrikeRefusal>> {
  const reached = await reach(context, honourId);
  if (!reached.ok) return reached;
  const { honour, permit } = reached.value;
  if (honour.struckAt !== null) return ok(doneOf(honour, 0));
  if (honour.origin === 'centre') return refuse({ kind: 'of_dossier' });
  const stopped = stops(honour, version);
  if (stopped) return refuse(stopped);
  if (honour.paidBy !== null) return refuse({ kind: 'honour_paid', voucher: honour.paidBy });
  if (reason.trim() === '') return refuse({ kind: 'reason_missing' });
  const by = context.actor.kind === 'person' ? context.actor.personId : null;
  const struck = { struck_at: context.now, struck_by: by, struck_reason: reason.trim() };
  return save(context, { honour, permit, kind: 'honour.struck', reason, before: honourColumns(honour), after: struck });
}

/** Brought back as it stood, if nothing that it would double was entered since. */
export async function unstrikeHonour(
  context: Context,
  { honourId, version, reason }: Held,
): Promise<Result<Done, StrikeRefusal>> {
  const reached = await reach(context, honourId);
  if (!reached.ok) return reached;
  const { honour, permit } = reached.value;
  if (honour.struckAt === null) return ok(doneOf(honour, 0));
  if (honour.version !== version) return refuse({ kind: 'lost_race', current: honour.version });
  if (reason.trim() === '') return refuse({ kind: 'reason_missing' });
  const double = await doubleIn(context, honour, honour);
  if (double) return refuse(double);
  const before = { struck_at: honour.struckAt, struck_reason: honour.struckReason };
  const after = { struck_at: null, struck_by: null, struck_reason: null };
  return save(context, { honour, permit, kind: 'honour.unstruck', reason, before, after });
}

async function reach(context: Context, honourId: string) {
  const locked = await lockHonour(context, honourId);
  if (!locked.ok) return locked;
  const honour = locked.value;
  const allowed = permitFor(context, honour, honour.awardCode);
  if (!allowed.ok) return allowed;
  const { mergedInto } = honour.holder;
  return mergedInto === null
    ? ok({ honour, permit: allowed.value })
    : refuse({ kind: 'merged' as const, into: mergedInto });
}

function permitFor({ actor }: Context, { holder }: LockedHonour, awardCode: string | undefined) {
  const isOfBase = findAward(awardCode ?? '')?.level === 'base';
  return permitTo(registerRights, isOfBase ? 'honour.correct' : 'honour.correct_above', actor, holder.path);
}

/** What no hand may change, whatever is typed. */
function stops(honour: LockedHonour, version: number): InTheWay | LostRace | undefined {
  const { origin, decisionNumber: number, decidedOn: on, revokedOn } = honour;
  if (origin === 'decision') return { kind: 'decided_here', number, on };
  if (honour.struckAt !== null) return { kind: 'honour_struck' };
  if (revokedOn !== null) return { kind: 'revoked_already', on: revokedOn, number: honour.revokedBy ?? '' };
  if (honour.isUnderRevocation) return { kind: 'under_revocation' };
  return honour.version === version ? undefined : { kind: 'lost_race', current: honour.version };
}

type Saved = {
  readonly honour: LockedHonour;
  readonly permit: Permit;
  readonly kind: 'honour.corrected' | 'honour.struck' | 'honour.unstruck';
  readonly reason: string;
  readonly before: object;
  readonly after: object;
};

async function save({ tx, record }: Context, { honour, permit, kind, reason, before, after }: Saved) {
  const { id, holder, version } = honour;
  await tx
    .updateTable('honour')
    .set({ ...after, version: version + 1 })
    .where('id', '=', id)
    .execute();
  const subject = { kind: 'honour', id };
  await record({ permit, kind, subject, unitId: holder.unitId, reason: reason.trim(), before, after });
  return ok(doneOf(honour, 1));
}

const doneOf = ({ id, holderId, version }: LockedHonour, more: 0 | 1): Done => ({
  id,
  holderId,
  version: version + more,
});
