/** What an absent member wrote on paper in a vote by name, entered by the secretary. */
import type { Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { seatsOf } from './case.server.ts';
import { eventOf, lockFor } from './locking.server.ts';
import type { Wrong } from './typed.ts';
import { dayIn, textIn } from './typed.ts';
import type { CastVotes, VoteRefusal } from './voting.server.ts';
import { insertVotes, pollsOf } from './voting.server.ts';

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
  const wrongs: Wrong[] = [];
  textIn({ paperNumber }, 'paperNumber', wrongs);
  dayIn({ paperDate }, 'paperDate', wrongs);
  if (wrongs.length > 0) return refuse({ kind: 'form_wrong', wrongs });
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
    paper_date: paperDate.trim(),
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
