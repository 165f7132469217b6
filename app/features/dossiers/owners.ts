/**
 * Who takes which move: each belongs to one feature, which checks what the move demands. Only `permitAs` mints what `stepDossier` and
 * `settleNominee` ask for, and only in the owner's name; that nobody speaks in another's name is held by tests/architecture.test.ts.
 */
import type { Actor } from '../../kernel/actor.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { Case, Given, ProcedureRefusal } from '../../kernel/procedure.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import type { Result } from '../../kernel/result.ts';
import { refuse } from '../../kernel/result.ts';
import type { DossierMove, DossierPlace, DossierStage } from './procedure.ts';
import { dossierProcedure } from './procedure.ts';

export const ownersOfMoves = ['dossiers', 'appraisal', 'council', 'decisions', 'centre'] as const;
export type MoveOwner = (typeof ownersOfMoves)[number];

/** Taken with nothing but the dossier at hand. */
export const ownMoves = [
  'submit',
  'receive',
  'recall',
  'confirm',
  'return',
  'withdraw',
] as const satisfies readonly DossierMove[];
export type OwnMove = (typeof ownMoves)[number];

export function ownerOf(stage: DossierStage, move: DossierMove): MoveOwner {
  switch (move) {
    case 'change':
    case 'attach':
    case 'supplement':
    case 'submit':
    case 'withdraw':
    case 'recall':
    case 'confirm':
    case 'receive':
    case 'return':
      return 'dossiers';
    case 'appraise':
    case 'consult':
    case 'to_council':
      return 'appraisal';
    case 'to_authority':
      return stage === 'council' ? 'council' : 'appraisal';
    case 'back':
      return stage === 'council' ? 'council' : 'decisions';
    case 'decide':
    case 'refuse':
    case 'issue':
      return 'decisions';
    case 'send_up':
    case 'enter_result':
      return 'centre';
  }
}

declare const owned: unique symbol;
export type DossierPermit = Permit<DossierMove> & { readonly [owned]: true };
type Subject = Case<DossierStage, DossierPlace>;

/** To another than its owner a move is none of the stage's. */
export function permitAs(
  owner: MoveOwner,
  subject: Subject,
  actor: Actor,
  move: DossierMove,
  given: Given = {},
): Result<DossierPermit, ProcedureRefusal> {
  if (ownerOf(subject.stage, move) !== owner) return refuse({ kind: 'wrong_stage', stage: subject.stage, move });
  const allowed = permit(dossierProcedure, subject, actor, move, given);
  return allowed.ok ? { ok: true, value: allowed.value as DossierPermit } : allowed;
}

/** What this person may do with it now, in the feature that asks. */
export function movesAs(owner: MoveOwner, subject: Subject, actor: Actor): readonly DossierMove[] {
  return movesFor(dossierProcedure, subject, actor).filter((move) => ownerOf(subject.stage, move) === owner);
}

/** What council and deciding authority have to say of it has an address from here on. */
export function isPastAppraisal(stage: DossierStage): boolean {
  switch (stage) {
    case 'draft':
    case 'submitted':
    case 'returned':
    case 'withdrawn':
    case 'appraising':
    case 'consulting':
      return false;
    case 'council':
    case 'deciding':
    case 'at_centre':
    case 'decided':
    case 'issued':
    case 'refused':
      return true;
  }
}
