/**
 * A procedure is a table: stage → move → where it leads, who may, what it needs. Guards, buttons, the API and the
 * printed flow chart read that table; nothing else decides.
 */
import type { Actor, Role, Scope, UnitPath } from './actor.ts';
import { holdingsFor } from './actor.ts';
import type { Permit } from './permit.ts';
import { isInScope, mint } from './permit.ts';
import type { Result } from './result.ts';
import { ok, refuse } from './result.ts';

export type Need = 'reason' | 'evidence' | 'signature';

/** `at` names a place of the case: the unit it belongs to, or another one the feature gives (the indicator's owner). */
export type Hand<Place extends string> = { readonly role: Role; readonly at: Place };

export type Move<Stage extends string, Place extends string> = {
  readonly to: Stage;
  readonly by: readonly Hand<Place>[];
  readonly needs?: readonly Need[];
  /** Whoever submitted the case takes no later step on it. */
  readonly fourEyes?: true;
  readonly scope?: Scope;
  /** Deadline in working days from the moment the stage was entered. */
  readonly within?: number;
};

export type Procedure<Stage extends string, MoveName extends string, Place extends string = 'unit'> = Readonly<
  Record<Stage, Readonly<Partial<Record<MoveName, Move<Stage, Place>>>>>
>;

export type Case<Stage extends string, Place extends string = 'unit'> = {
  readonly stage: Stage;
  readonly places: Readonly<Record<Place, UnitPath>>;
  /** Who submitted it, when somebody has. */
  readonly submittedBy: string | null;
  /** Whose role they used for it, when it was lent to them. */
  readonly submittedFor?: string | null;
};

export type Given = { readonly reason?: string | null; readonly evidence?: number };

export type ProcedureRefusal =
  | { readonly kind: 'wrong_stage'; readonly stage: string; readonly move: string }
  | { readonly kind: 'not_yours'; readonly move: string; readonly by: readonly Role[] }
  | { readonly kind: 'four_eyes'; readonly move: string }
  | { readonly kind: 'needs'; readonly move: string; readonly need: Need }
  | { readonly kind: 'not_scoped'; readonly scope: Scope };

/** Refusals come in the order a person can act on them: stage, role, four eyes, then what is still missing. */
export function permit<
  Stage extends string,
  MoveName extends string,
  Place extends string,
  const Asked extends MoveName,
>(
  procedure: Procedure<Stage, MoveName, Place>,
  subject: Case<Stage, Place>,
  actor: Actor,
  move: Asked,
  given: Given = {},
): Result<Permit<Asked>, ProcedureRefusal> {
  const row: Move<Stage, Place> | undefined = procedure[subject.stage][move];
  if (!row) return refuse({ kind: 'wrong_stage', stage: subject.stage, move });
  if (!isInScope(actor, row.scope)) return refuse({ kind: 'not_scoped', scope: row.scope ?? 'actuals:read' });
  const held = row.by.flatMap((hand) => holdingsFor(actor, hand.role, subject.places[hand.at]));
  if (held.length === 0) return refuse({ kind: 'not_yours', move, by: row.by.map((hand) => hand.role) });
  const holding = held.find((one) => !row.fourEyes || !isSameHand(actor, one.forPersonId, subject));
  if (!holding) return refuse({ kind: 'four_eyes', move });
  const missing = row.needs?.find((need) => isMissing(need, given));
  if (missing) return refuse({ kind: 'needs', move, need: missing });
  return ok(mint(move, actor, holding));
}

/** The moves this person may take now; what a move still needs (a reason) does not hide it. */
export function movesFor<Stage extends string, MoveName extends string, Place extends string>(
  procedure: Procedure<Stage, MoveName, Place>,
  subject: Case<Stage, Place>,
  actor: Actor,
): readonly MoveName[] {
  const moves = Object.keys(procedure[subject.stage]) as MoveName[];
  return moves.filter((move) => permit(procedure, subject, actor, move, { reason: 'x', evidence: 1 }).ok);
}

// A delegate is the same hand as the one they act for, on both sides: lending a role must not become a way round four eyes.
function isSameHand(
  actor: Actor,
  forPersonId: string | undefined,
  { submittedBy, submittedFor }: Pick<Case<string>, 'submittedBy' | 'submittedFor'>,
): boolean {
  if (actor.kind !== 'person') return false;
  const submitters = [submittedBy, submittedFor].filter((id) => typeof id === 'string');
  return submitters.some((id) => id === actor.personId || id === forPersonId);
}

function isMissing(need: Need, given: Given): boolean {
  switch (need) {
    case 'reason':
      return !given.reason?.trim();
    case 'evidence':
      return !given.evidence;
    case 'signature':
      return true;
  }
}
