/**
 * Values on their way: sent, recalled, withdrawn, verified, returned. One or many, all of them or none: what a person
 * confirmed on the page is exactly what changes.
 */
import type { Context } from '../../platform/command.server.ts';
import { lenderIn } from '../../platform/lender.server.ts';
import type { Event } from '../../platform/record.server.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { Stage } from './actual.ts';
import type { ActualRow } from './case.server.ts';
import { lockActuals } from './case.server.ts';
import { permitMove, procedure } from './procedure.ts';
import type { MoveName } from './procedure.ts';

export type Way = Exclude<MoveName, 'change' | 'correct'>;
export type Chosen = { readonly id: string; readonly version: number };
export type MoveOneRefusal = ProcedureRefusal | NotThere | LostRace;

/** With many chosen, every one that stands in the way is named. */
export type MoveRefusal = {
  readonly kind: 'some_refused';
  readonly refusals: readonly { readonly id: string; readonly refusal: MoveOneRefusal }[];
};

export type MoveCommand = { readonly move: Way; readonly chosen: readonly Chosen[]; readonly reason?: string | null };
export type Moved = { readonly ids: readonly string[]; readonly stage: Stage };

export async function moveOne(
  context: Context,
  { id, version, move, reason }: Chosen & Omit<MoveCommand, 'chosen'>,
): Promise<Result<Moved, MoveOneRefusal>> {
  const moved = await moveMany(context, { move, chosen: [{ id, version }], reason: reason ?? null });
  if (moved.ok) return moved;
  const [first] = moved.refusal.refusals;
  return refuse(first ? first.refusal : notThere);
}

export async function moveMany(context: Context, command: MoveCommand): Promise<Result<Moved, MoveRefusal>> {
  const chosen = [...new Map(command.chosen.map((one) => [one.id, one])).values()];
  const rows = await lockActuals(
    context.tx,
    context.actor,
    chosen.map(({ id }) => id),
  );
  const decided = chosen.map((one) => decide(context, command, one, rows.get(one.id)));
  const refusals = decided.flatMap((each) => ('refusal' in each ? [each] : []));
  const allowed = decided.flatMap((each) => ('permit' in each ? [each] : []));
  if (refusals.length > 0 || allowed.length === 0) return refuse({ kind: 'some_refused', refusals });
  const stage = await save(context, command, allowed);
  return ok({ ids: chosen.map(({ id }) => id), stage });
}

type Allowed = { readonly row: ActualRow; readonly permit: Permit<MoveName> };
type Denied = { readonly id: string; readonly refusal: MoveOneRefusal };

function decide(
  { actor }: Context,
  { move, reason }: MoveCommand,
  { id, version }: Chosen,
  row: ActualRow | undefined,
): Allowed | Denied {
  if (!row) return { id, refusal: notThere };
  const permit = permitMove(row, actor, move, { reason: reason ?? null, evidence: row.evidence });
  if (!permit.ok) return { id, refusal: permit.refusal };
  if (row.version !== version) return { id, refusal: { kind: 'lost_race', current: row.version } };
  return { row, permit: permit.value };
}

async function save(context: Context, command: MoveCommand, allowed: readonly Allowed[]): Promise<Stage> {
  const { tx, now, record } = context;
  const stage = leadsTo(allowed[0]?.row.stage ?? 'entered', command.move);
  if (command.move === 'verify') await supersede(context, allowed);
  const lent = command.move === 'submit' ? { submitted_for: lenderIn('actual', allowed) } : {};
  await tx
    .updateTable('actual')
    .set((eb) => ({ stage, version: eb('version', '+', 1), ...marks(command, byWhom(allowed), now), ...lent }))
    .where(
      'id',
      'in',
      allowed.map(({ row }) => row.id),
    )
    .execute();
  await record(...allowed.map((each) => eventOf(each, command, stage)));
  return stage;
}

/** A correction takes the place of what it corrects at the moment it is verified: never two in force, never none. */
async function supersede({ tx, now }: Context, allowed: readonly Allowed[]): Promise<void> {
  const replaced = allowed.flatMap(({ row }) => row.supersedesId ?? []);
  if (replaced.length === 0) return;
  await tx
    .updateTable('actual')
    .set((eb) => ({ superseded_at: now, version: eb('version', '+', 1) }))
    .where('id', 'in', replaced)
    .execute();
}

function marks({ move, reason }: MoveCommand, personId: string, now: Date) {
  switch (move) {
    case 'submit':
      return { submitted_by: personId, submitted_at: now, return_reason: null, decided_by: null, decided_at: null };
    case 'verify':
      return { decided_by: personId, decided_at: now, known_at: now };
    case 'return':
      return { decided_by: personId, decided_at: now, return_reason: reason?.trim() ?? null };
    case 'recall':
    case 'withdraw':
      return {};
  }
}

function eventOf({ row, permit }: Allowed, { move, reason }: MoveCommand, stage: Stage): Event {
  return {
    permit,
    kind: 'actual.moved',
    subject: { kind: 'actual', id: row.id },
    unitId: row.unitId,
    reason: reason?.trim() || null,
    before: { stage: row.stage, version: row.version },
    after: { move, stage, version: row.version + 1, ...(row.supersedesId && { supersedes: row.supersedesId }) },
  };
}

function leadsTo(from: Stage, move: Way): Stage {
  const row = procedure[from][move];
  if (!row) throw new Error(`no way from ${from} by ${move}`);
  return row.to;
}

function byWhom(allowed: readonly Allowed[]): string {
  const actor = allowed[0]?.permit.actor;
  if (actor?.kind !== 'person') throw new Error('only people move values');
  return actor.personId;
}
