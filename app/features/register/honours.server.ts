/**
 * What holders hold: entered when it was decided (by `decisions`, or in one step when it was decided before), revoked when its decision is
 * (Luật Điều 93): the row stays and says so.
 */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Permit, PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { findAward } from '../awards/award.ts';
import { heldBy } from './honour-row.server.ts';
import type { HeldAlready, HonourContent, HonourWrong, TypedHonour } from './honour.ts';
import { doubleOf, readHonour } from './honour.ts';
import { lockHolder } from './holder-row.server.ts';
import type { Merged } from './holders.server.ts';
import { registerRights } from './rights.ts';

export type EnterHonour = Omit<HonourContent, 'kind' | 'achievement' | 'goldenBookNumber' | 'source'> & {
  readonly permit: Permit;
  readonly id?: string;
  readonly holderId: string;
  readonly kind?: HonourContent['kind'];
  readonly achievement?: string | null;
  readonly goldenBookNumber?: string | null;
  /** What was proposed here; else `source` says where it was taken from. */
  readonly nomineeId?: string;
  readonly source?: string | null;
};
export type HonourDouble = { readonly kind: 'honour_double'; readonly held: HeldAlready; readonly holderId: string };
export type EnterRefusal = NotThere | HonourDouble;

/** On whoever the holder is by now: one that was merged stands for the kept one. The same id, or the same nominee, twice is once. */
export async function enterHonour(
  context: Context,
  command: EnterHonour,
): Promise<Result<{ id: string }, EnterRefusal>> {
  const { tx, now, record } = context;
  const { permit, nomineeId } = command;
  const holder = await keptHolder(tx, command.holderId);
  if (!holder) return refuse(notThere);
  const id = command.id ?? newId();
  const there = await alreadyEntered(context, id, nomineeId);
  if (there) return ok(there);
  const double = doubleOf(await heldBy(context, holder.id), command);
  if (double) return refuse({ kind: 'honour_double', held: double, holderId: holder.id });
  const row = {
    id,
    holder_id: holder.id,
    award_code: command.awardCode,
    year: command.year,
    kind: command.kind ?? null,
    achievement: command.achievement ?? null,
    decision_number: command.decisionNumber,
    decided_on: command.decidedOn,
    decided_by: command.decidedBy,
    golden_book_number: command.goldenBookNumber ?? null,
    nominee_id: nomineeId ?? null,
    source: command.source ?? null,
  };
  const by = permit.actor.kind === 'person' ? permit.actor.personId : null;
  await tx
    .insertInto('honour')
    .values({ ...row, entered_by: by, entered_at: now })
    .execute();
  await record({ permit, kind: 'honour.entered', subject: { kind: 'honour', id }, unitId: holder.unitId, after: row });
  return ok({ id });
}

/** Locked, so that two entries of one award at once see each other. */
async function keptHolder(tx: Context['tx'], holderId: string, depth = 0): Promise<Locked | undefined> {
  const row = await tx
    .selectFrom('holder')
    .select(['id', 'unit_id as unitId', 'merged_into as mergedInto'])
    .where('id', '=', holderId)
    .forUpdate()
    .executeTakeFirst();
  return row?.mergedInto && depth < 10 ? keptHolder(tx, row.mergedInto, depth + 1) : row;
}
type Locked = { readonly id: string; readonly unitId: string; readonly mergedInto: string | null };

async function alreadyEntered({ tx }: Context, id: string, nomineeId: string | undefined) {
  return tx
    .selectFrom('honour')
    .select('id')
    .where((eb) => eb.or([eb('id', '=', id), ...(nomineeId === undefined ? [] : [eb('nominee_id', '=', nomineeId)])]))
    .executeTakeFirst();
}

export type EnterPastHonour = { readonly id: string; readonly holderId: string; readonly typed: TypedHonour };
export type PastRefusal = EnterRefusal | PermitRefusal | HonourWrong | Merged;

/** Awards of the base by the unit that gave them, those above by an appraiser. */
export async function enterPastHonour(
  context: Context,
  { id, holderId, typed }: EnterPastHonour,
): Promise<Result<{ id: string }, PastRefusal>> {
  const { tx, actor, now } = context;
  const holder = await lockHolder(tx, actor, holderId);
  if (!holder) return refuse(notThere);
  if (holder.mergedInto !== null) return refuse({ kind: 'merged', into: holder.mergedInto });
  const isOfBase = findAward(typed.award ?? '')?.level === 'base';
  const allowed = permitTo(registerRights, isOfBase ? 'honour.enter' : 'honour.enter_above', actor, holder.path);
  if (!allowed.ok) return allowed;
  const read = readHonour(typed, { today: plainDateIn(now), kindOf: holder.kind });
  if (!read.ok) return read;
  return enterHonour(context, { ...read.value, permit: allowed.value, id, holderId });
}

export type RevokeHonour = {
  readonly permit: Permit;
  readonly honourId: string;
  readonly on: PlainDate;
  readonly number: string;
};
export type RevokedAlready = { readonly kind: 'revoked_already'; readonly on: PlainDate; readonly number: string };

function lockHonour(tx: Context['tx'], honourId: string) {
  return tx
    .selectFrom('honour')
    .innerJoin('holder', 'holder.id', 'honour.holder_id')
    .select(['honour.id', 'honour.version', 'holder.unit_id as unitId'])
    .select(['honour.revoked_on as revokedOn', 'honour.revoked_by_number as revokedBy'])
    .where('honour.id', '=', honourId)
    .forUpdate('honour')
    .executeTakeFirst();
}

/** Twice by the same decision is once. */
export async function revokeHonour(
  { tx, record }: Context,
  { permit, honourId, on, number }: RevokeHonour,
): Promise<Result<{ id: string }, NotThere | RevokedAlready>> {
  const before = await lockHonour(tx, honourId);
  if (!before) return refuse(notThere);
  const { id, version, unitId, revokedOn, revokedBy } = before;
  if (revokedOn !== null && revokedBy === number) return ok({ id });
  if (revokedOn !== null) return refuse({ kind: 'revoked_already', on: revokedOn, number: revokedBy ?? '' });
  const after = { revoked_on: on, revoked_by_number: number, version: version + 1 };
  await tx.updateTable('honour').set(after).where('id', '=', id).execute();
  await record({ permit, kind: 'honour.revoked', subject: { kind: 'honour', id }, unitId, after });
  return ok({ id });
}

/** By a later decision or judgment (phục hồi); twice is once. */
export async function restoreHonour(
  { tx, record }: Context,
  { permit, honourId, on, number }: RevokeHonour,
): Promise<Result<{ id: string }, NotThere>> {
  const before = await lockHonour(tx, honourId);
  if (!before) return refuse(notThere);
  const { id, version, unitId, revokedOn, revokedBy } = before;
  if (revokedOn === null) return ok({ id });
  const after = { revoked_on: null, revoked_by_number: null, version: version + 1 };
  await tx.updateTable('honour').set(after).where('id', '=', id).execute();
  const said = { before: { revoked_on: revokedOn, revoked_by_number: revokedBy }, after: { ...after, on, number } };
  await record({ permit, kind: 'honour.restored', subject: { kind: 'honour', id }, unitId, ...said });
  return ok({ id });
}
