/** Pledges on their way: submitted, recalled, withdrawn, accepted, returned; one or many, all of them or none. */
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { lenderIn } from '../../platform/lender.server.ts';
import type { PledgeRow } from './case.server.ts';
import { lockPledges } from './case.server.ts';
import type { PledgeStage } from './pledge.ts';
import type { PledgeMove } from './procedure.ts';
import { pledgeProcedure } from './procedure.ts';

export type PledgeWay = Exclude<PledgeMove, 'change' | 'revise'>;
export type ChosenPledge = { readonly id: string; readonly version: number };
export type MovePledges = {
  readonly move: PledgeWay;
  readonly chosen: readonly ChosenPledge[];
  readonly reason?: string | null;
};
export type MovePledgeRefusal = ProcedureRefusal | NotThere | LostRace;
export type MovePledgesRefusal = {
  readonly kind: 'some_refused';
  readonly refusals: readonly { readonly id: string; readonly refusal: MovePledgeRefusal }[];
};
export type MovedPledges = { readonly ids: readonly string[]; readonly stage: PledgeStage };

export async function movePledges(
  context: Context,
  command: MovePledges,
): Promise<Result<MovedPledges, MovePledgesRefusal>> {
  const chosen = [...new Map(command.chosen.map((one) => [one.id, one])).values()];
  const ids = chosen.map(({ id }) => id);
  const rows = await lockPledges(context.tx, context.actor, ids);
  const decided = chosen.map((one) => decide(context, command, one, rows.get(one.id)));
  const refusals = decided.flatMap((each) => ('refusal' in each ? [each] : []));
  const allowed = decided.flatMap((each) => ('permit' in each ? [each] : []));
  if (refusals.length > 0 || allowed.length === 0) return refuse({ kind: 'some_refused', refusals });
  return ok({ ids, stage: await save(context, command, allowed) });
}

type Allowed = { readonly row: PledgeRow; readonly permit: Permit<PledgeMove> };

function decide(
  { actor }: Context,
  { move, reason }: MovePledges,
  { id, version }: ChosenPledge,
  row: PledgeRow | undefined,
): Allowed | { readonly id: string; readonly refusal: MovePledgeRefusal } {
  if (!row) return { id, refusal: notThere };
  const allowed = permit(pledgeProcedure, row, actor, move, { reason: reason ?? null });
  if (!allowed.ok) return { id, refusal: allowed.refusal };
  if (row.version !== version) return { id, refusal: { kind: 'lost_race', current: row.version } };
  return { row, permit: allowed.value };
}

async function save(context: Context, command: MovePledges, allowed: readonly Allowed[]): Promise<PledgeStage> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') throw new Error('only people move pledges');
  const { move, reason } = command;
  const stage = pledgeProcedure[allowed[0]?.row.stage ?? 'draft'][move]?.to ?? 'draft';
  const ids = allowed.map(({ row }) => row.id);
  const replaced = move === 'accept' ? allowed.flatMap(({ row }) => row.supersedesId ?? []) : [];
  if (replaced.length > 0)
    await tx.updateTable('pledge').set({ superseded_at: now }).where('id', 'in', replaced).execute();
  const lent = command.move === 'submit' ? { submitted_for: lenderIn('pledge', allowed) } : {};
  await tx
    .updateTable('pledge')
    .set((eb) => ({ stage, version: eb('version', '+', 1), ...marks(command, actor.personId, now), ...lent }))
    .where('id', 'in', ids)
    .execute();
  await record(
    ...allowed.map(({ row, permit: held }) => ({
      permit: held,
      kind: 'pledge.moved' as const,
      subject: { kind: 'pledge', id: row.id },
      unitId: row.unitId,
      reason: reason?.trim() || null,
      before: { stage: row.stage, version: row.version },
      after: { move, stage, version: row.version + 1 },
    })),
  );
  return stage;
}

function marks({ move, reason }: MovePledges, personId: string, now: Date) {
  switch (move) {
    case 'submit':
      return { submitted_by: personId, submitted_at: now, return_reason: null, decided_by: null, decided_at: null };
    case 'accept':
      return { decided_by: personId, decided_at: now };
    case 'return':
      return { decided_by: personId, decided_at: now, return_reason: reason?.trim() ?? null };
    case 'recall':
    case 'withdraw':
      return {};
  }
}
