/** A member's own vote by name. Ballots of a secret one are taken in taking.server.ts, written opinions entered in writing.server.ts. */
import { sql } from 'kysely';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { seatsOf } from './case.server.ts';
import type { Held } from './locking.server.ts';
import { eventOf, lockFor } from './locking.server.ts';
import type { Choice } from './tally.ts';
import type { FormWrong } from './typed.ts';
import { isInterested } from './visible.server.ts';

export type VoteRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | FormWrong
  | {
      readonly kind:
        | 'not_seated'
        | 'not_taking_part'
        | 'has_interest'
        | 'already_voted'
        | 'ballot_taken'
        /** An envelope of this member is marked as handed in. */
        | 'gave_paper'
        | 'voting_closed'
        | 'nothing_chosen'
        | 'not_this_way'
        | 'bad_ballot'
        | 'urn_lost'
        | 'is_present';
    };

export type Poll = {
  readonly id: string;
  readonly isSecret: boolean;
  readonly urnId: string | null;
  readonly isOpen: boolean;
  readonly isInterested: boolean;
};
export type Voter = Held & {
  readonly personId: string;
  readonly manner: 'session' | 'written';
  /** Those that are open, of what was asked for. */
  readonly polls: readonly Poll[];
  /** Counted or annulled since the sheet was drawn: items close each by itself. */
  readonly late: readonly string[];
};

/** Seated with a vote, taking part, not related to any of what is voted on; some of the polls open. */
export async function voterFor(
  context: Context,
  id: string,
  pollIds: readonly string[],
): Promise<Result<Voter, VoteRefusal>> {
  const { tx, actor } = context;
  const found = await lockFor(context, id, 'vote');
  if (!found.ok) return found.refusal.kind === 'wrong_stage' ? refuse({ kind: 'voting_closed' }) : found;
  if (actor.kind !== 'person') return refuse(notThere);
  const { session } = found.value;
  const seat = (await seatsOf(tx, session)).find(({ personId }) => personId === actor.personId);
  if (!seat?.hasVote) return refuse({ kind: 'not_seated' });
  const isThere = session.manner === 'written' || seat.state === 'present' || seat.state === 'written';
  if (!isThere) return refuse({ kind: 'not_taking_part' });
  const manner = session.manner === 'written' || seat.state === 'written' ? 'written' : 'session';
  const polls = await pollsOf(context, session.id, pollIds, actor.personId);
  if (polls.length < pollIds.length) return refuse(notThere);
  if (polls.some((poll) => poll.isInterested)) return refuse({ kind: 'has_interest' });
  const open = polls.filter(({ isOpen }) => isOpen);
  if (open.length === 0) return refuse({ kind: 'voting_closed' });
  const late = polls.filter(({ isOpen }) => !isOpen).map((poll) => poll.id);
  return ok({ ...found.value, personId: actor.personId, manner, polls: open, late });
}

export async function pollsOf(
  { tx }: Context,
  sessionId: string,
  pollIds: readonly string[],
  personId: string,
): Promise<readonly Poll[]> {
  const { rows } = await sql<Poll>`
    select p.id, p.is_secret as "isSecret", p.urn_id as "urnId", p.closed_at is null as "isOpen", ${isInterested(personId)} as "isInterested"
    from council_poll p join council_item on council_item.id = p.item_id
    where council_item.session_id = ${sessionId} and p.id = any(${[...pollIds]}::uuid[])`.execute(tx);
  return rows;
}

export type CastVotes = { readonly id: string; readonly choices: ReadonlyMap<string, Choice> };

/** `late`: how many came after their item was counted; the others stand. */
export type Cast = { readonly id: string; readonly cast: number; readonly late: number };

/** By name. The same choice sent twice is one vote; another one after it is refused, for what was cast stays. */
export async function castVotes(context: Context, { id, choices }: CastVotes): Promise<Result<Cast, VoteRefusal>> {
  const { now, record } = context;
  if (choices.size === 0) return refuse({ kind: 'nothing_chosen' });
  const found = await voterFor(context, id, [...choices.keys()]);
  if (!found.ok) return found;
  const { personId, manner, polls, late } = found.value;
  if (polls.some(({ isSecret }) => isSecret)) return refuse({ kind: 'not_this_way' });
  const rows = polls.map(({ id: poll_id }) => ({
    poll_id,
    person_id: personId,
    choice: choices.get(poll_id) ?? 'blank',
    manner,
    entered_by: personId,
    cast_at: now,
  }));
  const added = await insertVotes(context, rows, personId);
  if (!added.ok) return added;
  if (added.value.length > 0)
    await record({ ...eventOf(found.value), kind: 'council.voted', after: { polls: added.value } });
  return ok({ id: found.value.session.id, cast: added.value.length, late: late.length });
}

type VoteRow = { readonly poll_id: string; readonly person_id: string; readonly choice: Choice };

export async function insertVotes(
  { tx }: Context,
  rows: readonly (VoteRow & Record<string, unknown>)[],
  personId: string,
): Promise<Result<readonly string[], VoteRefusal>> {
  const added = await tx
    .insertInto('council_vote')
    .values(rows as never)
    .onConflict((conflict) => conflict.doNothing())
    .returning('poll_id')
    .execute();
  const ids = added.map(({ poll_id }) => poll_id);
  const before = rows.filter(({ poll_id }) => !ids.includes(poll_id));
  if (before.length === 0) return ok(ids);
  const stored = await tx
    .selectFrom('council_vote')
    .select(['poll_id', 'choice'])
    .where('person_id', '=', personId)
    .where(
      'poll_id',
      'in',
      before.map(({ poll_id }) => poll_id),
    )
    .execute();
  const isSame = before.every(({ poll_id, choice }) =>
    stored.some((one) => one.poll_id === poll_id && one.choice === choice),
  );
  return isSame ? ok(ids) : refuse({ kind: 'already_voted' });
}
