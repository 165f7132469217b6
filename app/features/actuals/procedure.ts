/**
 * The way of a reported value: entered → submitted → verified, or returned with a reason and mended (domain.md).
 *
 * Entered by the officer or the head of the unit, or of the body that owns the indicator and reports it. Verified by
 * the indicator's owner or by the appraising body, never by whoever submitted it. A verified value never changes: its
 * correction is a new value, entered with a reason, that takes its place when it is verified in turn.
 */
import type { Actor, Role, UnitPath } from '../../kernel/actor.ts';
import type { Case, Given, Hand, Procedure, ProcedureRefusal } from '../../kernel/procedure.ts';
import { movesFor, permit } from '../../kernel/procedure.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import type { Stage } from './actual.ts';

export const moves = ['change', 'submit', 'recall', 'withdraw', 'verify', 'return', 'correct'] as const;
export type MoveName = (typeof moves)[number];

/** `unit`: whose figure it is. `owner`: the body that owns the indicator, nowhere when it has no owner yet. */
export type Place = 'unit' | 'owner';

export type ActualCase = Case<Stage, Place>;

const reporters: readonly Hand<Place>[] = [
  { role: 'officer', at: 'unit' },
  { role: 'head', at: 'unit' },
  { role: 'officer', at: 'owner' },
  { role: 'head', at: 'owner' },
];
const verifiers: readonly Hand<Place>[] = [
  { role: 'indicator_owner', at: 'owner' },
  { role: 'appraiser', at: 'unit' },
];

const scope = 'actuals:write';

export const procedure: Procedure<Stage, MoveName, Place> = {
  entered: {
    change: { to: 'entered', by: reporters, scope },
    submit: { to: 'submitted', by: reporters, scope },
    withdraw: { to: 'withdrawn', by: reporters, scope },
  },
  submitted: {
    recall: { to: 'entered', by: reporters, scope },
    verify: { to: 'verified', by: verifiers, fourEyes: true, scope },
    return: { to: 'returned', by: verifiers, fourEyes: true, needs: ['reason'], scope },
  },
  verified: {
    correct: { to: 'entered', by: reporters, needs: ['reason'], scope },
  },
  returned: {
    change: { to: 'returned', by: reporters, scope },
    submit: { to: 'submitted', by: reporters, scope },
    withdraw: { to: 'withdrawn', by: reporters, scope },
  },
  withdrawn: {},
};

/** An indicator may demand evidence: then sending a figure without any is refused. */
const procedureWithEvidence: Procedure<Stage, MoveName, Place> = {
  ...procedure,
  entered: { ...procedure.entered, submit: { to: 'submitted', by: reporters, needs: ['evidence'], scope } },
  returned: { ...procedure.returned, submit: { to: 'submitted', by: reporters, needs: ['evidence'], scope } },
};

type Subject = ActualCase & { readonly evidenceRequired: boolean };

export function procedureFor(evidenceRequired: boolean): Procedure<Stage, MoveName, Place> {
  return evidenceRequired ? procedureWithEvidence : procedure;
}

export function permitMove(
  subject: Subject,
  actor: Actor,
  move: MoveName,
  given: Given = {},
): Result<Permit<MoveName>, ProcedureRefusal> {
  return permit(procedureFor(subject.evidenceRequired), subject, actor, move, given);
}

export function movesOpenTo(subject: Subject, actor: Actor): readonly MoveName[] {
  return movesFor(procedureFor(subject.evidenceRequired), subject, actor);
}

/** A first figure is nobody's case yet: who may change an entered one may enter it. */
export function permitEnter(
  places: Readonly<Record<Place, UnitPath>>,
  actor: Actor,
): Result<Permit<MoveName>, ProcedureRefusal> {
  return permit(procedure, { stage: 'entered', places, submittedBy: null }, actor, 'change');
}

/** Roles that see what is not verified yet when they reach the unit; the owner's roles see their indicator's. */
export const insideRoles: readonly Role[] = ['officer', 'head', 'appraiser', 'auditor', 'inspector'];
export const ownerRoles: readonly Role[] = ['indicator_owner', 'officer', 'head'];
