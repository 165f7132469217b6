/** A revocation on its way; what follows from its decision is in effect.server.ts. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { giveBack } from '../decisions/numbering.server.ts';
import { dropSignings } from '../decisions/signing.server.ts';
import type { RevocationRow } from './case.server.ts';
import { isOfCentre, lockRevocation } from './case.server.ts';
import type { KeptRevocation } from './drafting.server.ts';
import type { EffectRefusal, NumberUsed } from './effect.server.ts';
import { carryOut, restore, usedBy } from './effect.server.ts';
import type { RevocationMove, RevocationStage } from './procedure.ts';
import { revocationProcedure } from './procedure.ts';
import type { RevocationWrong, Typed } from './revocation.ts';
import { readDecision, readRevocation } from './revocation.ts';

export const revocationWays = [
  'propose',
  'withdraw',
  'appraise',
  'return',
  'enter_decision',
  'refuse',
  'issue',
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
export type MoveRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | RevocationWrong
  | OtherDecides
  | NumberUsed
  | EffectRefusal;

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
      return before.stage === 'numbered' ? giveNumberBack(context, held) : giveProposalBack(context, held);
    case 'withdraw':
      // Signed already, its number stays with it, for a paper with that number exists.
      await dropSignings(context, { kind: 'revocation', id });
      return step(context, held, before.stage === 'draft' ? {} : { refusal: held.reason });
    case 'enter_decision':
      return enterDecision(context, held, typed);
    case 'issue':
      return issue(context, held);
    case 'restore':
      return undo(context, held, typed);
  }
}

export type Held = { readonly before: RevocationRow; readonly permit: Permit<RevocationMove>; readonly reason: string };

const giveProposalBack = (context: Context, held: Held) =>
  step(context, held, { submitted_by: null, submitted_for: null, submitted_at: null, opinion: held.reason });

/** Nobody has signed: the number goes back into the book. */
async function giveNumberBack(context: Context, held: Held): Promise<Result<KeptRevocation, never>> {
  const paper = { kind: 'revocation', id: held.before.id } as const;
  await giveBack(context, paper);
  await dropSignings(context, paper);
  const undone = { paper: null, sign_place: null, file_id: null, issuer: null, signer: null, recalled_items: null };
  const numberless = { decision_number: null, decided_on: null, decided_by_words: null };
  const unapproved = { approved_by: null, approved_at: null, return_reason: held.reason };
  return step(context, held, { ...undone, ...numberless, ...unapproved });
}

/** From now on it counts: the honour is revoked, what was handed out is recalled. */
async function issue(context: Context, held: Held): Promise<Result<KeptRevocation, MoveRefusal>> {
  const { before, permit: allowed } = held;
  const { decisionNumber: number, decidedOn: on, recalledItems } = before;
  if (number === null || on === null) throw new Error('a sealed revocation has its number');
  const decision = { number, on, items: recalledItems ?? [] };
  const effect = await carryOut(context, { revocation: before, permit: allowed, decision });
  return effect.ok ? step(context, held, {}) : effect;
}

async function enterDecision(context: Context, held: Held, typed: Typed): Promise<Result<KeptRevocation, MoveRefusal>> {
  const { before, permit: allowed } = held;
  if (!isOfCentre(before)) return refuse({ kind: 'other_decides', level: 'here' });
  const today = plainDateIn(context.now);
  const read = readDecision(typed, { today, notBefore: before.awardedOn, early: 'before_award' });
  if (!read.ok) return read;
  const { number, on, by } = read.value;
  const used = await usedBy(context.tx, before, read.value);
  if (used) return refuse({ kind: 'number_used', by: used });
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

type Marks = Readonly<Record<string, string | readonly string[] | Date | null>>;

/** To where the table leads, recorded. */
export async function step(
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
