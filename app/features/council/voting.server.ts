/** A member's own vote: by name in an open one, the taking of ballots in a secret one. Casting a secret ballot is in casting.server.ts. */
import { sql } from 'kysely';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { fromBase64, toBase64 } from './ballot.ts';
import { seatsOf } from './case.server.ts';
import type { Held } from './locking.server.ts';
import { eventOf, lockFor } from './locking.server.ts';
import type { Choice } from './tally.ts';
import type { FormWrong } from './typed.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import type { UrnPlace } from './urn.server.ts';
import { loadUrn } from './urn.server.ts';
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
        | 'voting_closed'
        | 'nothing_chosen'
        | 'not_this_way'
        | 'bad_ballot'
        | 'urn_lost'
        | 'is_present';
    };

type Poll = {
  readonly id: string;
  readonly isSecret: boolean;
  readonly urnId: string | null;
  readonly isOpen: boolean;
  readonly isInterested: boolean;
};
type Voter = Held & {
  readonly personId: string;
  readonly manner: 'session' | 'written';
  readonly polls: readonly Poll[];
};

/** Seated with a vote, taking part, not related to any of what is voted on; every one of the polls open. */
async function voterFor(context: Context, id: string, pollIds: readonly string[]): Promise<Result<Voter, VoteRefusal>> {
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
  if (polls.some((poll) => !poll.isOpen)) return refuse({ kind: 'voting_closed' });
  if (polls.some((poll) => poll.isInterested)) return refuse({ kind: 'has_interest' });
  return ok({ ...found.value, personId: actor.personId, manner, polls });
}

async function pollsOf(
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

/** By name. The same choice sent twice is one vote; another one after it is refused, for what was cast stays. */
export async function castVotes(
  context: Context,
  { id, choices }: CastVotes,
): Promise<Result<{ readonly id: string; readonly cast: number }, VoteRefusal>> {
  const { now, record } = context;
  if (choices.size === 0) return refuse({ kind: 'nothing_chosen' });
  const found = await voterFor(context, id, [...choices.keys()]);
  if (!found.ok) return found;
  const { personId, manner, polls } = found.value;
  if (polls.some(({ isSecret }) => isSecret)) return refuse({ kind: 'not_this_way' });
  const rows = [...choices].map(([poll_id, choice]) => ({
    poll_id,
    person_id: personId,
    choice,
    manner,
    entered_by: personId,
    cast_at: now,
  }));
  const added = await insertVotes(context, rows, personId);
  if (!added.ok) return added;
  if (added.value.length > 0)
    await record({ ...eventOf(found.value), kind: 'council.voted', after: { polls: added.value } });
  return ok({ id: found.value.session.id, cast: added.value.length });
}

type VoteRow = { readonly poll_id: string; readonly person_id: string; readonly choice: Choice };

async function insertVotes(
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

export type WriteVotes = CastVotes & {
  readonly personId: string;
  readonly paperNumber: string;
  readonly paperDate: string;
};

/** What an absent member wrote on paper, by its number and day. Not in a secret vote: a paper with a name on it is none. */
export async function writeVotes(
  context: Context,
  { id, personId, choices, paperNumber, paperDate }: WriteVotes,
): Promise<Result<{ readonly id: string }, VoteRefusal>> {
  const { tx, actor, now, record } = context;
  const found = await lockFor(context, id, 'write');
  if (!found.ok) return found;
  if (actor.kind !== 'person') return refuse(notThere);
  if (paperNumber.trim() === '')
    return refuse({ kind: 'form_wrong', wrongs: [{ field: 'paperNumber', problem: 'missing' }] });
  if (!isPlainDate(paperDate))
    return refuse({ kind: 'form_wrong', wrongs: [{ field: 'paperDate', problem: 'bad_date' }] });
  if (choices.size === 0) return refuse({ kind: 'nothing_chosen' });
  const seat = (await seatsOf(tx, found.value.session)).find((one) => one.personId === personId);
  if (!seat?.hasVote) return refuse({ kind: 'not_seated' });
  if (seat.state === 'present') return refuse({ kind: 'is_present' });
  const polls = await pollsOf(context, found.value.session.id, [...choices.keys()], personId);
  if (polls.length < choices.size || polls.some(({ isOpen }) => !isOpen)) return refuse({ kind: 'voting_closed' });
  if (polls.some(({ isSecret }) => isSecret)) return refuse({ kind: 'not_this_way' });
  if (polls.some((poll) => poll.isInterested)) return refuse({ kind: 'has_interest' });
  const paper = {
    manner: 'paper',
    paper_number: paperNumber.trim(),
    paper_date: paperDate,
    entered_by: actor.personId,
    cast_at: now,
  };
  const rows = [...choices].map(([poll_id, choice]) => ({ poll_id, person_id: personId, choice, ...paper }));
  const added = await insertVotes(context, rows, personId);
  if (!added.ok) return added;
  await record({
    ...eventOf(found.value),
    kind: 'council.vote_written',
    after: { personId, polls: added.value, paper: paperNumber.trim() },
  });
  return ok({ id: found.value.session.id });
}

export type TakeBallots = {
  readonly id: string;
  /** By poll, base64url. */ readonly blinded: ReadonlyMap<string, string>;
};
export type Signed = { readonly id: string; readonly signatures: Readonly<Record<string, string>> };

/**
 * One blind signature for each member and poll. The same blinded message is signed again, so that an answer lost on the way is asked
 * for again; another one is refused: that member has a ballot.
 */
export async function takeBallots(
  context: Context,
  { id, blinded }: TakeBallots,
  place: UrnPlace,
): Promise<Result<Signed, VoteRefusal>> {
  const { record } = context;
  if (blinded.size === 0) return refuse({ kind: 'nothing_chosen' });
  const found = await voterFor(context, id, [...blinded.keys()]);
  if (!found.ok) return found;
  const { personId, manner, polls } = found.value;
  const signatures: Record<string, string> = {};
  const rows = [];
  for (const { id: pollId, urnId, isSecret } of polls) {
    if (!isSecret || urnId === null) return refuse({ kind: 'not_this_way' });
    const urn = await loadUrn(place, urnId);
    if (!urn) return refuse({ kind: 'urn_lost' });
    const text = blinded.get(pollId) ?? '';
    const message = Buffer.from(/^[\w-]{342}$/.test(text) ? fromBase64(text) : []);
    const signature = urn.sign(pollId, message);
    if (!signature) return refuse({ kind: 'bad_ballot' });
    signatures[pollId] = toBase64(signature);
    rows.push({ poll_id: pollId, person_id: personId, manner, blinded: message });
  }
  const isNew = await writeIssues(context, rows, personId);
  if (!isNew.ok) return isNew;
  if (isNew.value.length > 0)
    await record({ ...eventOf(found.value), kind: 'council.ballots_issued', after: { personId, polls: isNew.value } });
  return ok({ id: found.value.session.id, signatures });
}

type Issue = {
  readonly poll_id: string;
  readonly person_id: string;
  readonly manner: string;
  readonly blinded: Buffer;
};

async function writeIssues(
  { tx }: Context,
  rows: readonly Issue[],
  personId: string,
): Promise<Result<readonly string[], VoteRefusal>> {
  const added = await tx
    .insertInto('council_ballot_issue')
    .values([...rows])
    .onConflict((conflict) => conflict.doNothing())
    .returning('poll_id')
    .execute();
  const ids = added.map(({ poll_id }) => poll_id);
  const before = rows.filter(({ poll_id }) => !ids.includes(poll_id));
  if (before.length === 0) return ok(ids);
  const stored = await tx
    .selectFrom('council_ballot_issue')
    .select(['poll_id', 'blinded'])
    .where('person_id', '=', personId)
    .execute();
  const isSame = before.every((row) =>
    stored.some((one) => one.poll_id === row.poll_id && row.blinded.equals(one.blinded)),
  );
  return isSame ? ok(ids) : refuse({ kind: 'ballot_taken' });
}

/** The member's browser has cast all it took. Without a time of its own, and without a word of what. */
export async function tellReturned(
  context: Context,
  id: string,
): Promise<Result<{ readonly id: string }, VoteRefusal>> {
  const { tx, actor, record } = context;
  const found = await lockFor(context, id, 'vote');
  if (!found.ok) return found;
  if (actor.kind !== 'person') return refuse(notThere);
  const { rows } = await sql<{ urnId: string }>`
    insert into council_ballot_return (session_id, urn_id, person_id)
    select distinct i.session_id, p.urn_id, b.person_id from council_ballot_issue b join council_poll p on p.id = b.poll_id
      join council_item i on i.id = p.item_id
    where i.session_id = ${found.value.session.id} and b.person_id = ${actor.personId} and p.closed_at is null
    on conflict do nothing returning urn_id as "urnId"`.execute(tx);
  if (rows.length > 0) await record({ ...eventOf(found.value), kind: 'council.ballots_returned' });
  return ok({ id: found.value.session.id });
}
