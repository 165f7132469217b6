/** What every command on a decision begins with: there, yours, in its stage, in the version that was seen. */
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DecisionRow } from './case.server.ts';
import { lockDecision } from './case.server.ts';
import type { DecisionMove, DecisionStage } from './procedure.ts';
import { decisionProcedure } from './procedure.ts';

export type Asked = { readonly id: string; readonly version: number; readonly reason?: string | null | undefined };
export type Open<Move extends DecisionMove = DecisionMove> = {
  readonly decision: DecisionRow;
  readonly allowed: Permit<Move>;
};
export type OpenRefusal = NotThere | LostRace | ProcedureRefusal;

export async function open<const Move extends DecisionMove>(
  { tx, actor }: Context,
  { id, version, reason }: Asked,
  move: Move,
): Promise<Result<Open<Move>, OpenRefusal>> {
  const decision = await lockDecision(tx, actor, id);
  if (!decision) return refuse(notThere);
  const allowed = permit(decisionProcedure, decision, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  if (decision.version !== version) return refuse({ kind: 'lost_race', current: decision.version });
  return ok({ decision, allowed: allowed.value });
}

type Step = {
  readonly decision: DecisionRow;
  readonly allowed: Permit<DecisionMove>;
  readonly set?: Readonly<Record<string, unknown>>;
  readonly reason?: string | null | undefined;
  readonly after?: Readonly<Record<string, unknown>>;
};

/** To where the table leads, recorded. */
export async function step(
  context: Context,
  { decision, allowed, set = {}, reason, after = {} }: Step,
): Promise<Moved> {
  const stage: DecisionStage = decisionProcedure[decision.stage][allowed.deed]?.to ?? decision.stage;
  const version = decision.version + 1;
  const moved = stage === decision.stage ? {} : { stage, stage_since: context.now };
  await context.tx
    .updateTable('decision')
    .set({ ...takenOver(decision), ...set, ...moved, version })
    .where('id', '=', decision.id)
    .execute();
  await context.record({
    permit: allowed,
    kind: stage === decision.stage ? 'decision.changed' : 'decision.moved',
    subject: { kind: 'decision', id: decision.id },
    unitId: decision.unitId,
    reason: reason?.trim() || null,
    before: { stage: decision.stage, version: decision.version },
    after: {
      move: allowed.deed,
      stage,
      version,
      ...(decision.begunBy !== null && { begunBy: decision.begunBy }),
      ...after,
    },
  });
  return { id: decision.id, version };
}

/** With its first step, what a merged unit began is its successor's, as it was shown (ADR 0261). */
function takenOver({ begunBy, unitId, content }: DecisionRow): Readonly<Record<string, unknown>> {
  return begunBy === null ? {} : { unit_id: unitId, content: JSON.stringify(content) };
}

export type Moved = { readonly id: string; readonly version: number };
