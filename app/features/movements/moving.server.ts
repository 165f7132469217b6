/** A movement on its way: launched by a signed paper, reviewed, closed, concluded; or withdrawn while it is a draft. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Permit } from '../../kernel/permit.ts';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import { permit } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { MovementRow } from './case.server.ts';
import { lockMovement } from './case.server.ts';
import { fixScope } from './scope.server.ts';
import type { HeldReview, MovementRefusal } from './movement.ts';
import { readDocument, readReview } from './movement.ts';
import type { MovementMove } from './procedure.ts';
import { movementProcedure } from './procedure.ts';

export type MovementWay = Exclude<MovementMove, 'change' | 'attach'>;
export type MoveMovement = {
  readonly id: string;
  readonly version: number;
  readonly move: MovementWay;
  /** What the move's own form asks for: number and date, a review's outcome, a reason. */
  readonly typed?: Readonly<Record<string, string>>;
};
export type NumberKnown = { readonly kind: 'number_known' };
/** Handled off the system: there is nothing to write down of it here. */
export type SecretMovement = { readonly kind: 'secret_movement' };
export type MoveMovementRefusal =
  | ProcedureRefusal
  | MovementRefusal
  | NotThere
  | LostRace
  | NumberKnown
  | SecretMovement;
export type MovedMovement = { readonly id: string; readonly version: number };

/** What a move writes beside the stage, and what of it the record tells. */
type Effect = {
  readonly columns: Readonly<Record<string, unknown>>;
  readonly said: Readonly<Record<string, unknown>>;
  readonly reason?: string;
  readonly review?: HeldReview;
};

export async function moveMovement(
  context: Context,
  { id, version, move, typed = {} }: MoveMovement,
): Promise<Result<MovedMovement, MoveMovementRefusal>> {
  const { tx, actor, now } = context;
  const row = await lockMovement(tx, actor, id);
  if (!row) return refuse(notThere);
  const allowed = permit(movementProcedure, row, actor, move);
  if (!allowed.ok) return allowed;
  if (row.version !== version) return refuse({ kind: 'lost_race', current: row.version });
  const effect = effectOf(row, move, { typed, today: plainDateIn(now) });
  if (!effect.ok) return effect;
  await save(context, row, allowed.value, effect.value);
  return ok({ id, version: version + 1 });
}

type Asked = { readonly typed: Readonly<Record<string, string>>; readonly today: PlainDate };

function effectOf(
  row: MovementRow,
  move: MovementWay,
  { typed, today }: Asked,
): Result<Effect, MovementRefusal | NumberKnown | ProcedureRefusal | SecretMovement> {
  const saysSomething = move === 'review' || move === 'conclude' || (typed['reason'] ?? '').trim() !== '';
  if (row.isSecret && saysSomething) return refuse({ kind: 'secret_movement' });
  switch (move) {
    case 'withdraw':
      return ok({ columns: {}, said: {} });
    case 'launch':
      return withDocument(typed, today);
    case 'number':
      return row.documentNumber === null ? withDocument(typed, today) : refuse({ kind: 'number_known' });
    case 'review':
      return withReview(readReview(typed, { first: row.firstDay, today }));
    case 'conclude':
      return withReview(readReview(typed, { first: row.firstDay, today, kind: 'final' }));
    case 'close':
      return closing(row, typed['reason']?.trim() ?? '', today);
  }
}

function withDocument(typed: Asked['typed'], today: PlainDate): Result<Effect, MovementRefusal> {
  const read = readDocument(typed, today);
  if (!read.ok) return read;
  const columns = { document_number: read.value.number, document_date: read.value.date };
  return ok({ columns, said: read.value });
}

function withReview(read: Result<HeldReview, MovementRefusal>): Result<Effect, MovementRefusal> {
  return read.ok ? ok({ columns: {}, said: { review: read.value }, review: read.value }) : read;
}

/** Before its last day only with a reason, but for one of which nothing is written here. */
function closing(
  { lastDay, isSecret }: MovementRow,
  reason: string,
  today: PlainDate,
): Result<Effect, ProcedureRefusal> {
  if (today < lastDay && reason === '' && !isSecret) return refuse({ kind: 'needs', move: 'close', need: 'reason' });
  return ok({ columns: { close_reason: reason || null }, said: {}, ...(reason && { reason }) });
}

async function save(context: Context, row: MovementRow, allowed: Permit<MovementMove>, effect: Effect): Promise<void> {
  const { tx, actor, now, record } = context;
  if (actor.kind !== 'person') throw new Error('only people move movements');
  const move = allowed.deed;
  const stage = movementProcedure[row.stage][move]?.to ?? row.stage;
  const lender = allowed.holding?.forPersonId ?? null;
  const by = { launched_by: actor.personId, launched_for: lender, launched_at: now };
  const version = row.version + 1;
  await tx
    .updateTable('movement')
    .set({ stage, version, ...effect.columns, ...(move === 'launch' && by), ...endedBy(move, now) })
    .where('id', '=', row.id)
    .execute();
  if (move === 'launch') await fixScope(tx, row.id);
  if (effect.review) await keepReview(context, row.id, effect.review, { by: actor.personId, lender });
  await record({
    permit: allowed,
    kind: move === 'launch' ? 'movement.launched' : 'movement.moved',
    subject: { kind: 'movement', id: row.id },
    unitId: row.unitId,
    reason: effect.reason ?? null,
    before: { stage: row.stage, version: row.version },
    after: { move, stage, version, ...effect.said },
  });
}

function endedBy(move: MovementMove, now: Date) {
  if (move === 'close') return { closed_at: now };
  return move === 'conclude' ? { concluded_at: now } : {};
}

async function keepReview(
  { tx, now }: Context,
  movementId: string,
  review: HeldReview,
  hand: { readonly by: string; readonly lender: string | null },
): Promise<void> {
  await tx
    .insertInto('movement_review')
    .values({
      id: newId(),
      movement_id: movementId,
      kind: review.kind,
      held_on: review.heldOn,
      conclusion: review.conclusion,
      document_number: review.number,
      entered_by: hand.by,
      entered_for: hand.lender,
      entered_at: now,
    })
    .execute();
}
