/** A revocation on its way; what follows from its decision is in effect.server.ts. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { findAward } from '../awards/award.ts';
import type { RevocationRow } from './case.server.ts';
import { lockRevocation } from './case.server.ts';
import type { KeptRevocation } from './drafting.server.ts';
import type { EffectRefusal } from './effect.server.ts';
import { carryOut, restore } from './effect.server.ts';
import type { RevocationMove, RevocationStage } from './procedure.ts';
import { revocationProcedure } from './procedure.ts';
import type { RevocationWrong, Typed } from './revocation.ts';
import { readDecision, readRevocation } from './revocation.ts';

export const revocationWays = [
  'propose',
  'withdraw',
  'appraise',
  'return',
  'decide',
  'enter_decision',
  'refuse',
  'restore',
] as const satisfies readonly RevocationMove[];
export type RevocationWay = (typeof revocationWays)[number];

export type MoveRevocation = {
  readonly id: string;
  readonly version: number;
  readonly move: RevocationWay;
  readonly reason?: string;
  /** Number, day and signatory of the decision, what is to be given back. */
  readonly typed?: Typed;
};
/** What the centre granted is decided there and entered here; what was granted here is decided here. */
export type OtherDecides = { readonly kind: 'other_decides'; readonly level: 'centre' | 'here' };
export type MoveRefusal = ProcedureRefusal | NotThere | LostRace | RevocationWrong | OtherDecides | EffectRefusal;

export async function moveRevocation(
  context: Context,
  command: MoveRevocation,
): Promise<Result<KeptRevocation, MoveRefusal>> {
  const { tx, actor } = context;
  const { id, move, version, reason = '', typed = {} } = command;
  const before = await lockRevocation(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(revocationProcedure, before, actor, move, { reason });
  if (!allowed.ok) return allowed;
  if (before.version !== version) return refuse({ kind: 'lost_race', current: before.version });
  const held = { before, permit: allowed.value, reason: reason.trim() };
  switch (move) {
    case 'propose': {
      const read = readRevocation({ ground: before.ground, statement: before.statement }, true);
      return read.ok ? step(context, held, submittedBy(context, allowed.value)) : read;
    }
    case 'appraise':
      return step(context, held, { opinion: held.reason });
    case 'refuse':
      return step(context, held, { refusal: held.reason });
    case 'return':
      return step(context, held, { submitted_by: null, submitted_for: null, submitted_at: null, opinion: held.reason });
    case 'withdraw':
      return step(context, held, {});
    case 'decide':
    case 'enter_decision':
      return decide(context, held, typed);
    case 'restore':
      return undo(context, held, typed);
  }
}

type Held = { readonly before: RevocationRow; readonly permit: Permit<RevocationMove>; readonly reason: string };

async function decide(context: Context, held: Held, typed: Typed): Promise<Result<KeptRevocation, MoveRefusal>> {
  const { before, permit: allowed } = held;
  const isOfCentre = findAward(before.awardCode)?.level === 'centre';
  if (isOfCentre !== (allowed.deed === 'enter_decision'))
    return refuse({ kind: 'other_decides', level: isOfCentre ? 'centre' : 'here' });
  const today = plainDateIn(context.now);
  const read = readDecision(typed, { today, notBefore: before.awardedOn, early: 'before_award' });
  if (!read.ok) return read;
  const { number, on, by } = read.value;
  const effect = await carryOut(context, { revocation: before, permit: allowed, decision: read.value });
  if (!effect.ok) return effect;
  return step(context, held, { decision_number: number, decided_on: on, decided_by_words: by });
}

/** A later decision or judgment restores what was revoked (phục hồi); what was given back is handed out again off the system. */
async function undo(context: Context, held: Held, typed: Typed): Promise<Result<KeptRevocation, MoveRefusal>> {
  const { before, permit: allowed, reason } = held;
  const today = plainDateIn(context.now);
  const given = { ...typed, by: 'x' };
  const read = readDecision(given, { today, notBefore: before.decidedOn ?? today, early: 'before_decision' });
  if (!read.ok) return read;
  const { number, on } = read.value;
  await restore(context, { permit: allowed, honourId: before.honourId, on, number });
  return step(context, held, { restored_number: number, restored_on: on, restored_reason: reason });
}

function submittedBy({ now }: Context, { actor, holding }: Permit) {
  if (actor.kind !== 'person') throw new Error('only people propose to revoke');
  return {
    submitted_by: actor.personId,
    submitted_for: holding?.forPersonId ?? null,
    submitted_at: now,
    opinion: null,
  };
}

type Marks = Readonly<Record<string, string | Date | null>>;

async function step(
  { tx, now, record }: Context,
  { before, permit: allowed, reason }: Held,
  marks: Marks,
): Promise<Result<KeptRevocation, never>> {
  const stage: RevocationStage = revocationProcedure[before.stage][allowed.deed]?.to ?? before.stage;
  const version = before.version + 1;
  await tx
    .updateTable('revocation')
    .set({ stage, version, stage_since: now, ...marks })
    .where('id', '=', before.id)
    .execute();
  await record({
    permit: allowed,
    kind: 'revocation.moved',
    subject: { kind: 'revocation', id: before.id },
    unitId: before.unitId,
    reason: reason || null,
    before: { stage: before.stage, version: before.version },
    after: { move: allowed.deed, stage, version, ...marks },
  });
  return ok({ id: before.id, version });
}
