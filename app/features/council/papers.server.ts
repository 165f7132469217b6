/**
 * Papers in a secret vote. An absent member hands in a closed envelope: that is marked by name and takes the place of a ballot. The papers are
 * opened together and read twice, by the secretary and by a member who is there; what both read alike falls into the urn as ballots that nothing
 * tells from the others. Between the two readings it is kept under the urn's key (ADR 0209).
 */
import { sql } from 'kysely';
import type { ProcedureRefusal } from '../../kernel/procedure.ts';
import type { LostRace, NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { askedId } from '../../platform/id.server.ts';
import { seatsOf } from './case.server.ts';
import { envelopeHash } from './counting.server.ts';
import type { Held } from './locking.server.ts';
import { eventOf, lockFor } from './locking.server.ts';
import type { Choice, Counts } from './tally.ts';
import { choices } from './tally.ts';
import type { FormWrong } from './typed.ts';
import type { Urn, UrnPlace } from './urn.server.ts';
import { loadUrn } from './urn.server.ts';
import type { Poll } from './voting.server.ts';
import { pollsOf } from './voting.server.ts';

export type PaperRefusal =
  | ProcedureRefusal
  | NotThere
  | LostRace
  | FormWrong
  | { readonly kind: 'papers_do_not_add_up'; readonly papers: number; readonly entered: number }
  | {
      readonly kind:
        | 'not_seated'
        | 'is_present'
        | 'has_interest'
        | 'voting_closed'
        | 'nothing_chosen'
        | 'not_this_way'
        | 'ballot_taken_already'
        | 'papers_are_in'
        | 'no_papers'
        | 'papers_differ'
        | 'witness_is_other'
        | 'not_taking_part'
        | 'urn_lost';
    };
type Done = Result<{ readonly id: string }, PaperRefusal>;
type Marked = { readonly id: string; readonly personId: string; readonly pollIds: readonly string[] };

/** A closed envelope of this member for these items: from now on they take no ballot for them. */
export async function receivePaper(context: Context, { id, personId, pollIds }: Marked): Promise<Done> {
  const { tx, record } = context;
  if (pollIds.length === 0) return refuse({ kind: 'nothing_chosen' });
  const found = await lockFor(context, id, 'write');
  if (!found.ok) return found;
  const { session } = found.value;
  const seat = (await seatsOf(tx, session)).find((one) => one.personId === askedId(personId));
  if (!seat?.hasVote) return refuse({ kind: 'not_seated' });
  if (session.manner === 'meeting' && seat.state === 'present') return refuse({ kind: 'is_present' });
  const polls = await secretPollsOf(context, { held: found.value, pollIds, personId: seat.personId });
  if (!polls.ok) return polls;
  for (const pollId of pollIds) if (await papersIn(context, pollId)) return refuse({ kind: 'papers_are_in' });
  const rows = pollIds.map((poll_id) => ({ poll_id, person_id: seat.personId, manner: 'paper', blinded: null }));
  const added = await tx
    .insertInto('council_ballot_issue')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('poll_id')
    .execute();
  if (added.length < rows.length && (await tookElectronic(context, seat.personId, pollIds)))
    return refuse({ kind: 'ballot_taken_already' });
  if (added.length > 0) {
    await forgetReading(
      context,
      added.map(({ poll_id }) => poll_id),
    );
    const polled = added.map(({ poll_id }) => poll_id);
    await record({
      ...eventOf(found.value),
      kind: 'council.paper_received',
      after: { personId: seat.personId, polls: polled },
    });
  }
  return ok({ id: session.id });
}

/** The envelope goes back unopened, and the member may vote from their account again. */
export async function giveBackPaper(context: Context, { id, personId, pollIds }: Marked): Promise<Done> {
  const { tx, record } = context;
  if (pollIds.length === 0) return refuse({ kind: 'nothing_chosen' });
  const found = await lockFor(context, id, 'write');
  if (!found.ok) return found;
  const polls = await secretPollsOf(context, { held: found.value, pollIds, personId: askedId(personId) });
  if (!polls.ok) return polls;
  for (const pollId of pollIds) if (await papersIn(context, pollId)) return refuse({ kind: 'papers_are_in' });
  const gone = await tx
    .deleteFrom('council_ballot_issue')
    .where('person_id', '=', askedId(personId))
    .where('poll_id', 'in', [...pollIds])
    .where('manner', '=', 'paper')
    .returning('poll_id')
    .execute();
  if (gone.length === 0) return refuse({ kind: 'no_papers' });
  const back = gone.map(({ poll_id }) => poll_id);
  await forgetReading(context, back);
  await record({
    ...eventOf(found.value),
    kind: 'council.paper_given_back',
    after: { personId: askedId(personId), polls: back },
  });
  return ok({ id: found.value.session.id });
}

/** As many papers as members handed in: what each choice was found on. */
export type Reading = { readonly id: string; readonly pollId: string; readonly counts: Counts };

/** The first reading, by the secretary; read again, it replaces itself. */
export async function enterPapers(context: Context, reading: Reading, place: UrnPlace): Promise<Done> {
  const { tx, actor, record } = context;
  const found = await lockFor(context, reading.id, 'write');
  if (!found.ok) return found;
  const opened = await openPapers(context, { held: found.value, reading, place });
  if (!opened.ok) return opened;
  if (actor.kind !== 'person') return refuse(notThere);
  const { pollId, urn } = opened.value;
  const row = { sealed: urn.sealNote(pollId, noteOf(reading.counts)), entered_by: actor.personId };
  await tx
    .insertInto('council_paper_entry')
    .values({ poll_id: pollId, ...row })
    .onConflict((conflict) => conflict.column('poll_id').doUpdateSet(row))
    .execute();
  await record({ ...eventOf(found.value), kind: 'council.papers_entered', after: { pollId } });
  return ok({ id: found.value.session.id });
}

/** The second reading, by a member who is there and handed in none. Alike, the papers fall into the urn; else nothing does. */
export async function witnessPapers(context: Context, reading: Reading, place: UrnPlace): Promise<Done> {
  const { tx, actor, record } = context;
  const found = await lockFor(context, reading.id, 'witness');
  if (!found.ok) return found;
  if (actor.kind !== 'person') return refuse(notThere);
  const may = await mayWitness(context, found.value, reading.pollId);
  if (!may.ok) return may;
  const opened = await openPapers(context, { held: found.value, reading, place });
  if (!opened.ok) return opened;
  const { pollId, urn, papers } = opened.value;
  const first = await tx
    .selectFrom('council_paper_entry')
    .select(['sealed', 'entered_by'])
    .where('poll_id', '=', pollId)
    .executeTakeFirst();
  if (!first) return refuse({ kind: 'no_papers' });
  if (first.entered_by === actor.personId) return refuse({ kind: 'witness_is_other' });
  if (urn.openNote(pollId, first.sealed) !== noteOf(reading.counts)) return refuse({ kind: 'papers_differ' });
  await tx.deleteFrom('council_paper_entry').where('poll_id', '=', pollId).execute();
  await tx
    .insertInto('council_paper_count')
    .values({ poll_id: pollId, papers, entered_by: first.entered_by, witnessed_by: actor.personId })
    .execute();
  const envelopes = await intoUrn(context, { urn, pollId, counts: reading.counts });
  await record({
    ...eventOf(found.value),
    kind: 'council.papers_cast',
    after: { pollId, papers, enteredBy: first.entered_by, envelopes },
  });
  return ok({ id: found.value.session.id });
}

async function mayWitness(
  { tx, actor }: Context,
  { session }: Held,
  pollId: string,
): Promise<Result<undefined, PaperRefusal>> {
  if (actor.kind !== 'person') return refuse(notThere);
  const seat = (await seatsOf(tx, session)).find(({ personId }) => personId === actor.personId);
  if (!seat) return refuse({ kind: 'not_seated' });
  if (session.manner === 'meeting' && seat.state !== 'present') return refuse({ kind: 'not_taking_part' });
  const own = await tx
    .selectFrom('council_ballot_issue')
    .select('manner')
    .where('poll_id', '=', askedId(pollId))
    .where('person_id', '=', actor.personId)
    .where('manner', '=', 'paper')
    .executeTakeFirst();
  return own ? refuse({ kind: 'witness_is_other' }) : ok();
}

type Opening = { readonly held: Held; readonly reading: Reading; readonly place: UrnPlace };
type Opened = { readonly pollId: string; readonly urn: Urn; readonly papers: number };

/** By somebody who may follow the item, as many papers as were handed in. */
async function openPapers(context: Context, { held, reading, place }: Opening): Promise<Result<Opened, PaperRefusal>> {
  const { tx, actor } = context;
  if (actor.kind !== 'person') return refuse(notThere);
  const polls = await secretPollsOf(context, { held, pollIds: [reading.pollId], personId: actor.personId });
  if (!polls.ok) return polls;
  const [poll] = polls.value;
  if (!poll) return refuse(notThere);
  if (await papersIn(context, poll.id)) return refuse({ kind: 'papers_are_in' });
  const { n } = await tx
    .selectFrom('council_ballot_issue')
    .select(sql<number>`count(*)::int`.as('n'))
    .where('poll_id', '=', poll.id)
    .where('manner', '=', 'paper')
    .executeTakeFirstOrThrow();
  if (n === 0) return refuse({ kind: 'no_papers' });
  const entered = choices.reduce((sum, choice) => sum + reading.counts[choice], 0);
  const isWhole = choices.every((choice) => Number.isInteger(reading.counts[choice]) && reading.counts[choice] >= 0);
  if (!isWhole || entered !== n) return refuse({ kind: 'papers_do_not_add_up', papers: n, entered });
  const urn = poll.urnId === null ? undefined : await loadUrn(place, poll.urnId);
  return urn ? ok({ pollId: poll.id, urn, papers: n }) : refuse({ kind: 'urn_lost' });
}

type Asked = { readonly held: Held; readonly pollIds: readonly string[]; readonly personId: string };

async function secretPollsOf(
  context: Context,
  { held, pollIds, personId }: Asked,
): Promise<Result<readonly Poll[], PaperRefusal>> {
  const polls = await pollsOf(context, held.session.id, pollIds.map(askedId), personId);
  if (polls.length < pollIds.length) return refuse(notThere);
  if (polls.some(({ isSecret }) => !isSecret)) return refuse({ kind: 'not_this_way' });
  if (polls.some(({ isOpen }) => !isOpen)) return refuse({ kind: 'voting_closed' });
  return polls.some((poll) => poll.isInterested) ? refuse({ kind: 'has_interest' }) : ok(polls);
}

async function papersIn({ tx }: Context, pollId: string): Promise<boolean> {
  const row = await tx
    .selectFrom('council_paper_count')
    .select('poll_id')
    .where('poll_id', '=', askedId(pollId))
    .executeTakeFirst();
  return row !== undefined;
}

async function tookElectronic({ tx }: Context, personId: string, pollIds: readonly string[]): Promise<boolean> {
  const row = await tx
    .selectFrom('council_ballot_issue')
    .select('poll_id')
    .where('person_id', '=', personId)
    .where('poll_id', 'in', [...pollIds])
    .where('manner', '<>', 'paper')
    .executeTakeFirst();
  return row !== undefined;
}

/** One more envelope, or one less: what was read of the others is read again. */
async function forgetReading({ tx }: Context, pollIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('council_paper_entry')
    .where('poll_id', 'in', [...pollIds])
    .execute();
}

const noteOf = (counts: Counts): string => choices.map((choice) => counts[choice]).join('/');

type Filled = { readonly urn: Urn; readonly pollId: string; readonly counts: Counts };

/** Lying in the order of their marks, which are chance: not by choice. */
async function intoUrn({ tx }: Context, { urn, pollId, counts }: Filled): Promise<readonly string[]> {
  const all: readonly Choice[] = choices.flatMap((choice) => Array.from({ length: counts[choice] }, () => choice));
  const sealed = all
    .map((choice) => urn.seal(pollId, urn.fill(pollId, choice)))
    .toSorted((a, b) => Buffer.compare(a.mark, b.mark));
  await tx
    .insertInto('council_envelope')
    .values(sealed.map((envelope) => ({ poll_id: pollId, ...envelope })))
    .execute();
  return sealed.map((envelope) => envelopeHash(envelope.sealed));
}
