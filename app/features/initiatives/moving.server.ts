/** An initiative on its way; the deeds of a panel are in panel.server.ts. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import { lenderIn } from '../../platform/lender.server.ts';
import type { InitiativeRow } from './case.server.ts';
import { lockInitiative } from './case.server.ts';
import type { InitiativeFault } from './initiative.ts';
import { faultsOf } from './initiative.ts';
import type { DecisionWrong, ReadDecision, TypedDecision } from './decision.ts';
import { readDecision } from './decision.ts';
import type { Interested } from './interest.ts';
import { isReviewing, withoutInterest } from './interest.ts';
import { openPanel } from './opening.server.ts';
import type { NotPassed } from './opening.server.ts';
import { hasPassed } from './opening.server.ts';
import type { InitiativeMove } from './procedure.ts';
import { initiativeProcedure, levelOf } from './procedure.ts';

export type InitiativeWay = Extract<
  InitiativeMove,
  | 'submit'
  | 'recall'
  | 'withdraw'
  | 'return'
  | 'review_at_unit'
  | 'review_at_province'
  | 'recognise'
  | 'refuse'
  | 'raise'
  | 'decline'
>;
export type MoveInitiative = {
  readonly id: string;
  readonly version: number;
  readonly move: InitiativeWay;
  readonly reason?: string | null;
  /** What a reviewer who bears an author's name declares. */
  readonly isNoAuthor?: boolean;
  /** Of the decision, to recognise it. */
  readonly decision?: TypedDecision;
};
export type Incomplete = { readonly kind: 'initiative_incomplete'; readonly faults: readonly InitiativeFault[] };
export type MoveRefusal = ProcedureRefusal | Interested | NotThere | LostRace | Incomplete | DecisionWrong | NotPassed;

export async function moveInitiative(
  context: Context,
  command: MoveInitiative,
): Promise<Result<{ id: string; version: number }, MoveRefusal>> {
  const { tx, actor, record } = context;
  const { id, move, reason } = command;
  const before = await lockInitiative(tx, actor, id);
  if (!before) return refuse(notThere);
  const allowed = permit(initiativeProcedure, before, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  const free = isReviewing(move) ? withoutInterest(allowed.value, before.authors, command.isNoAuthor ?? false) : ok();
  if (!free.ok) return free;
  if (before.version !== command.version) return refuse({ kind: 'lost_race', current: before.version });
  const ready = await readyFor(context, before, command);
  if (!ready.ok) return ready;
  const stage = initiativeProcedure[before.stage][move]?.to ?? before.stage;
  const version = before.version + 1;
  const isSent = move === 'submit' || move === 'raise';
  const lent = isSent ? { submitted_for: lenderIn('initiative', [{ row: before, permit: allowed.value }]) } : {};
  await tx
    .updateTable('initiative')
    .set({ stage, version, ...marks(context, command), ...lent })
    .where('id', '=', id)
    .execute();
  await follow(context, { before, stage, decision: ready.value });
  await record({
    permit: allowed.value,
    kind: 'initiative.moved',
    subject: { kind: 'initiative', id },
    unitId: before.unitId,
    reason: reason?.trim() || null,
    before: { stage: before.stage, version: before.version },
    after: { move, stage, version, ...ready.value, ...(command.isNoAuthor && { isNoAuthor: true }) },
  });
  return ok({ id, version });
}

async function readyFor(
  { tx, now }: Context,
  row: InitiativeRow,
  { move, decision }: MoveInitiative,
): Promise<Result<ReadDecision | null, Incomplete | DecisionWrong | NotPassed>> {
  if (move === 'submit') {
    const faults = faultsOf(row);
    return faults.length > 0 ? refuse({ kind: 'initiative_incomplete', faults }) : ok(null);
  }
  const level = levelOf(row.stage);
  if (move !== 'recognise' || !level) return ok(null);
  const passed = await hasPassed(tx, row.id, level);
  return passed.ok ? readDecision(decision ?? {}, level, plainDateIn(now)) : passed;
}

function marks({ actor, now }: Context, { move, reason }: MoveInitiative) {
  if (actor.kind !== 'person') throw new Error('only people move initiatives');
  const decided = { decided_by: actor.personId, decided_at: now };
  switch (move) {
    case 'submit':
    case 'raise':
      return {
        submitted_by: actor.personId,
        submitted_at: now,
        decided_by: null,
        decided_at: null,
        return_reason: null,
      };
    case 'return':
    case 'refuse':
    case 'decline':
      return { ...decided, return_reason: reason?.trim() ?? null };
    case 'recognise':
      return { ...decided, return_reason: null };
    case 'recall':
    case 'withdraw':
    case 'review_at_unit':
    case 'review_at_province':
      return {};
  }
}

type After = {
  readonly before: InitiativeRow;
  readonly stage: InitiativeRow['stage'];
  readonly decision: ReadDecision | null;
};

/** Whoever takes it into review opens its panel; whoever recognises it keeps the decision. */
async function follow(context: Context, { before, stage, decision }: After): Promise<void> {
  const { tx, actor, now } = context;
  const [was, level] = [levelOf(before.stage), levelOf(stage)];
  if (level && !was) await openPanel(context, { initiativeId: before.id, level });
  if (!decision || !was || actor.kind !== 'person') return;
  const { scope, number, date } = decision;
  const paper = { level: was, scope, decision_number: number, decision_date: date };
  const by = { recognised_by: actor.personId, recognised_at: now };
  await tx
    .insertInto('initiative_recognition')
    .values({ id: newId(), initiative_id: before.id, ...paper, ...by })
    .execute();
}
