/**
 * A dossier on its way. `moveDossier` takes the moves that need nothing but the dossier and are this feature's own; `stepDossier` is for
 * the features that own the others (an appraisal, a session, a decision), check what those demand and hold their permit.
 */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lenderIn } from '../../platform/lender.server.ts';
import type { DossierRow } from './case.server.ts';
import { lockDossier } from './case.server.ts';
import type { ReturnGround } from './grounds.ts';
import { groundIn } from './grounds.ts';
import { keepEdition } from './editions.server.ts';
import { papersSeen } from './completeness.server.ts';
import type { NomineeRow } from './nominee-rows.server.ts';
import { nomineesOf } from './nominee-rows.server.ts';
import type { DossierPermit, OwnMove } from './owners.ts';
import { permitAs } from './owners.ts';
import type { DossierStage } from './procedure.ts';
import { dossierProcedure } from './procedure.ts';
import type { Ready } from './ready.ts';
import { readyFor } from './ready.ts';

export type MoveDossier = {
  readonly id: string;
  readonly version: number;
  readonly move: OwnMove;
  /** To hand it in: why papers are lacking, where some are. */
  readonly reason?: string | null | undefined;
  /** One of `returnGrounds`, to return it. */
  readonly ground?: string | null | undefined;
};
export type GroundMissing = { readonly kind: 'ground_missing' };
export type MoveRefusal = ProcedureRefusal | NotThere | LostRace | Ready | GroundMissing;
export type Moved = { readonly id: string; readonly version: number };

export async function moveDossier(context: Context, command: MoveDossier): Promise<Result<Moved, MoveRefusal>> {
  const { tx, actor } = context;
  const { id, move, version, reason } = command;
  const dossier = await lockDossier(tx, actor, id);
  if (!dossier) return refuse(notThere);
  const allowed = permitAs('dossiers', dossier, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  if (dossier.version !== version) return refuse({ kind: 'lost_race', current: dossier.version });
  const ground = groundIn(command.ground);
  if (move === 'return' && !ground) return refuse({ kind: 'ground_missing' });
  const nominees = await nomineesOf(tx, id);
  const lacking = move === 'submit' ? await lackingIn(context, dossier, nominees) : [];
  const ready = readyFor(move, dossier, { nominees, lacking, reason: reason ?? '' });
  if (!ready.ok) return ready;
  if (move === 'submit') await keepEdition(context, dossier, { papers: lacking, reason: reason?.trim() || null });
  return ok(await stepDossier(context, { dossier, permit: allowed.value, reason, ground }));
}

async function lackingIn({ tx, now }: Context, dossier: DossierRow, nominees: readonly NomineeRow[]) {
  const { complete } = await papersSeen(tx, dossier, nominees, plainDateIn(now));
  return complete.lacking;
}

export type StepDossier = {
  /** As locked in this transaction (`lockDossier`). */
  readonly dossier: DossierRow;
  /** Minted by `permitAs` for this dossier as it stands, for the feature that owns the move. */
  readonly permit: DossierPermit;
  /** Where the table leads with this move; only to say it in the open. */
  readonly to?: DossierStage;
  readonly reason?: string | null | undefined;
  readonly ground?: ReturnGround | undefined;
};

/** Moves it, and records that it moved; the checks are the caller's, but for where the table leads. */
export async function stepDossier(context: Context, step: StepDossier): Promise<Moved> {
  const { dossier, permit: allowed } = step;
  const stage = dossierProcedure[dossier.stage][allowed.deed]?.to;
  if (!stage || (step.to ?? stage) !== stage)
    throw new Error(`${allowed.deed} does not lead there from ${dossier.stage}`);
  const reason = step.reason?.trim() || null;
  const version = dossier.version + 1;
  const moved = stage === dossier.stage ? {} : { stage_since: context.now };
  await context.tx
    .updateTable('dossier')
    .set({ stage, version, ...moved, ...marks(context, step, reason) })
    .where('id', '=', dossier.id)
    .execute();
  await context.record({
    permit: allowed,
    kind: 'dossier.moved',
    subject: { kind: 'dossier', id: dossier.id },
    unitId: dossier.unitId,
    reason,
    before: { stage: dossier.stage, version: dossier.version },
    after: { move: allowed.deed, stage, version, ...(step.ground && { ground: step.ground }) },
  });
  return { id: dossier.id, version };
}

/** What a move leaves on the dossier beside its stage. */
function marks({ now }: Context, { dossier, permit: allowed, ground }: StepDossier, reason: string | null) {
  const { actor } = allowed;
  if (actor.kind !== 'person') throw new Error('only people move dossiers');
  const unconfirmed = { confirmed_by: null, confirmed_at: null, confirm_words: null };
  switch (allowed.deed) {
    case 'submit':
      return {
        submitted_by: actor.personId,
        submitted_at: now,
        submitted_for: lenderIn('dossier', [{ row: dossier, permit: allowed }]),
        ...unconfirmed,
      };
    case 'recall':
      return { submitted_by: null, submitted_for: null, submitted_at: null, ...unconfirmed };
    case 'confirm':
      return { confirmed_by: actor.personId, confirmed_at: now, confirm_words: reason };
    case 'receive':
      return { received_on: plainDateIn(now), return_reason: null, return_ground: null };
    case 'return':
    case 'refuse':
      return { return_reason: reason, return_ground: ground ?? null };
    case 'change':
    case 'attach':
    case 'supplement':
    case 'withdraw':
    case 'appraise':
    case 'consult':
    case 'to_council':
    case 'to_authority':
    case 'back':
    case 'decide':
    case 'send_up':
    case 'enter_result':
    case 'issue':
      return {};
  }
}
