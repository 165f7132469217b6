/** The way of a round: opened, closed, opened again, withdrawn; units exempted with a reason. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { RoundMove } from './procedure.ts';
import { roundProcedure } from './procedure.ts';
import { lockRound } from './round-case.server.ts';

export type RoundWay = Extract<RoundMove, 'open' | 'withdraw' | 'close' | 'reopen'>;
export type MoveRound = {
  readonly id: string;
  readonly version: number;
  readonly move: RoundWay;
  readonly reason?: string | null;
};
/** Nobody is called for a day that has gone by. */
export type DuePast = { readonly kind: 'due_past'; readonly dueOn: PlainDate };
export type MoveRoundRefusal = ProcedureRefusal | NotThere | LostRace | DuePast;

export async function moveRound(
  context: Context,
  { id, version, move, reason }: MoveRound,
): Promise<Result<{ readonly id: string }, MoveRoundRefusal>> {
  const { tx, actor, now, record } = context;
  const round = await lockRound(tx, actor, id);
  if (!round) return refuse(notThere);
  const allowed = permit(roundProcedure, round, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') return refuse(notThere);
  if (round.version !== version) return refuse({ kind: 'lost_race', current: round.version });
  if (move === 'open' && round.dueOn < plainDateIn(now)) return refuse({ kind: 'due_past', dueOn: round.dueOn });
  const stage = roundProcedure[round.stage][move]?.to ?? round.stage;
  await tx
    .updateTable('reporting_round')
    .set({ stage, version: version + 1, ...marks(move, actor.personId, now) })
    .where('id', '=', id)
    .execute();
  await record({
    permit: allowed.value,
    kind: 'round.moved',
    subject: { kind: 'round', id },
    reason: reason?.trim() || null,
    before: { stage: round.stage, version },
    after: { move, stage, version: version + 1 },
  });
  return ok({ id });
}

function marks(move: RoundWay, personId: string, now: Date) {
  switch (move) {
    case 'open':
      return { opened_by: personId, opened_at: now };
    case 'close':
      return { closed_by: personId, closed_at: now };
    case 'reopen':
      return { closed_by: null, closed_at: null };
    case 'withdraw':
      return {};
  }
}

export type ExemptUnit = {
  readonly roundId: string;
  readonly unitId: string;
  /** Null: the exemption is taken back. */
  readonly reason: string | null;
};
export type ReasonMissing = { readonly kind: 'reason_missing' };
export type ReasonLong = { readonly kind: 'reason_long'; readonly limit: number };
export type ExemptRefusal = ProcedureRefusal | NotThere | ReasonMissing | ReasonLong;

const longestReason = 1000;

export async function exemptUnit(
  context: Context,
  { roundId, unitId, reason }: ExemptUnit,
): Promise<Result<{ readonly id: string }, ExemptRefusal>> {
  const { tx, actor, now, record } = context;
  const round = await lockRound(tx, actor, roundId);
  if (!round) return refuse(notThere);
  const allowed = permit(roundProcedure, round, actor, 'exempt');
  if (!allowed.ok) return allowed;
  if (actor.kind !== 'person') return refuse(notThere);
  const why = reason?.trim() ?? null;
  if (why === '') return refuse({ kind: 'reason_missing' });
  if (why !== null && why.length > longestReason) return refuse({ kind: 'reason_long', limit: longestReason });
  const there = tx.selectFrom('round_unit').select('exempt_reason').where('round_id', '=', roundId);
  const before = await there.where('unit_id', '=', unitId).executeTakeFirst();
  if (!before) return refuse(notThere);
  if (before.exempt_reason === why) return ok({ id: roundId });
  const marked = why === null ? none : { exempt_reason: why, exempted_by: actor.personId, exempted_at: now };
  await tx
    .updateTable('round_unit')
    .set(marked)
    .where('round_id', '=', roundId)
    .where('unit_id', '=', unitId)
    .execute();
  const subject = { kind: 'round', id: roundId };
  const after = { unit: unitId, exempt: why !== null };
  await record({ permit: allowed.value, kind: 'round.exempted', subject, unitId, reason: why, after });
  return ok({ id: roundId });
}

const none = { exempt_reason: null, exempted_by: null, exempted_at: null };
