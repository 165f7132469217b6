/** A session on its way; who is there decides whether it may open, go on and vote. */
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { newId } from '../../platform/id.server.ts';
import type { Seat, SessionRow } from './case.server.ts';
import { seatsOf } from './case.server.ts';
import type { Held } from './locking.server.ts';
import { eventOf, lockFor } from './locking.server.ts';
import type { SessionMove, SessionStage } from './procedure.ts';
import { sessionProcedure } from './procedure.ts';
import { notReached, quorumLost } from './stops.ts';
import type { AttendanceState, Standing } from './tally.ts';
import { standingOf } from './tally.ts';
import type { FormWrong } from './typed.ts';

export type SessionWay = Extract<SessionMove, 'call' | 'cancel' | 'open' | 'suspend' | 'resume' | 'close'>;
export type NoQuorum = { readonly kind: 'no_quorum' | 'too_few_present' } & Pick<
  Standing,
  'members' | 'present' | 'written'
>;
export type MoveRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | NoQuorum
  | FormWrong
  | { readonly kind: 'agenda_empty' | 'nobody_sits' | 'polls_open' | 'not_seated' };
type Done = Result<{ readonly id: string }, MoveRefusal>;

export type MoveSession = {
  readonly id: string;
  readonly version: number;
  readonly move: SessionWay;
  readonly reason?: string;
};

export async function moveSession(context: Context, { id, version, move, reason }: MoveSession): Promise<Done> {
  const found = await lockFor(context, id, move, { version, reason });
  if (!found.ok) return found;
  const { session } = found.value;
  const seats = await seatsOf(context.tx, session);
  const ready = await readyFor(context, { session, seats, move });
  if (!ready.ok) return ready;
  await follow(context, { session, seats, move });
  await stepTo(context, found.value, { move, reason: reason?.trim() || null });
  return ok({ id: session.id });
}

type Turn = { readonly session: SessionRow; readonly seats: readonly Seat[]; readonly move: SessionWay };

async function readyFor({ tx }: Context, { session, seats, move }: Turn): Promise<Result<undefined, MoveRefusal>> {
  const standing = standingOf(session, seats);
  if (move === 'call' || move === 'open') {
    if (standing.members === 0) return refuse({ kind: 'nobody_sits' });
    const items = await tx
      .selectFrom('council_item')
      .select('id')
      .where('session_id', '=', session.id)
      .limit(1)
      .execute();
    if (items.length === 0) return refuse({ kind: 'agenda_empty' });
  }
  if ((move === 'open' || move === 'resume') && !standing.isQuorate) return refuse(lacking('no_quorum', standing));
  if (move === 'resume' && !standing.mayVote && (await hasOpenPolls(tx, session.id)))
    return refuse(lacking('too_few_present', standing));
  if (move === 'close' && (await hasOpenPolls(tx, session.id))) return refuse({ kind: 'polls_open' });
  return ok();
}

export function lacking(kind: NoQuorum['kind'], { members, present, written }: Standing): NoQuorum {
  return { kind, members, present, written };
}

export async function hasOpenPolls(tx: Context['tx'], sessionId: string): Promise<boolean> {
  const open = await tx
    .selectFrom('council_poll as p')
    .innerJoin('council_item as i', 'i.id', 'p.item_id')
    .select('p.id')
    .where('i.session_id', '=', sessionId)
    .where('p.closed_at', 'is', null)
    .limit(1)
    .execute();
  return open.length > 0;
}

/** Who sits is settled at the opening; what was not voted on at the close waits for a later session. */
async function follow({ tx }: Context, { session, seats, move }: Turn): Promise<void> {
  if (move === 'open')
    await tx
      .insertInto('council_seat')
      .values(
        seats.map(({ personId, post, title, hasVote }, position) => ({
          session_id: session.id,
          person_id: personId,
          post,
          title,
          has_vote: hasVote,
          position,
        })),
      )
      .execute();
  if (move === 'close')
    await tx
      .updateTable('council_item')
      .set({ stage: 'postponed', postponed_reason: notReached })
      .where('session_id', '=', session.id)
      .where('stage', '=', 'listed')
      .execute();
}

type Step = {
  readonly move: SessionMove;
  readonly reason: string | null;
  readonly facts?: Readonly<Record<string, unknown>>;
};

export async function stepTo(context: Context, held: Held, { move, reason, facts }: Step): Promise<SessionStage> {
  const { tx, now, record } = context;
  const { session } = held;
  const stage = sessionProcedure[session.stage][move]?.to ?? session.stage;
  await tx
    .updateTable('council_session')
    .set({
      stage,
      stage_since: now,
      stage_reason: reason,
      version: session.version + 1,
      ...(move === 'open' && { opened_at: now }),
      ...(move === 'close' && { closed_at: now }),
      ...(move === 'conclude' && { concluded_at: now }),
    })
    .where('id', '=', session.id)
    .execute();
  const [before, after] = [{ stage: session.stage }, { move, stage, ...facts }];
  await record({ ...eventOf(held), kind: 'council.session_moved', reason, before, after });
  return stage;
}

export type Attend = {
  readonly id: string;
  readonly states: readonly { readonly personId: string; readonly state: AttendanceState }[];
  readonly reason?: string;
};

/** Appended. When too few are left the session stops by itself, and with it every vote, until enough are there again. */
export async function takeAttendance(
  context: Context,
  { id, states, reason }: Attend,
): Promise<Result<{ readonly id: string; readonly stopped: boolean }, MoveRefusal>> {
  const { tx, actor, now, record } = context;
  const found = await lockFor(context, id, 'attend');
  if (!found.ok) return found;
  const { session } = found.value;
  const before = await seatsOf(tx, session);
  const changed = states.filter(({ personId, state }) =>
    before.some((seat) => seat.personId === personId && seat.state !== state),
  );
  if (states.some(({ personId }) => !before.some((seat) => seat.personId === personId)))
    return refuse({ kind: 'not_seated' });
  if (actor.kind !== 'person') return refuse(notThere);
  if ((reason?.trim().length ?? 0) > 500)
    return refuse({ kind: 'form_wrong', wrongs: [{ field: 'reason', problem: 'too_long' }] });
  if (changed.length === 0) return ok({ id: session.id, stopped: false });
  const by = { entered_by: actor.personId, entered_at: now };
  const why = reason?.trim() || null;
  const rows = changed.map(({ personId, state }) => ({
    id: newId(),
    session_id: session.id,
    person_id: personId,
    state,
    // Typed once for all whose state changes: why they are away, not why the others are there.
    reason: state === 'present' ? null : why,
    ...by,
  }));
  await tx.insertInto('council_attendance').values(rows).execute();
  await record({ ...eventOf(found.value), kind: 'council.attended', reason: why, after: { changed } });
  const stopped = session.stage === 'open' && (await mustStop(context, session));
  if (stopped) await stepTo(context, found.value, { move: 'suspend', reason: quorumLost });
  return ok({ id: session.id, stopped });
}

async function mustStop({ tx }: Context, session: SessionRow): Promise<boolean> {
  const standing = standingOf(session, await seatsOf(tx, session));
  return !standing.isQuorate || (!standing.mayVote && (await hasOpenPolls(tx, session.id)));
}

export type Reminded = Result<{ readonly id: string }, MoveRefusal>;

/** Who was called and has not taken part yet hears of it again. */
export async function remindMembers(context: Context, id: string): Promise<Reminded> {
  const found = await lockFor(context, id, 'attend');
  if (!found.ok) return found;
  await context.record({ ...eventOf(found.value), kind: 'council.reminded' });
  return ok({ id: found.value.session.id });
}
