/**
 * The count. Envelopes are held against the record, opened, their ballots verified and written down in the order of their random serials;
 * then the keys are destroyed. What does not match is not counted: the secretary annuls and the council votes again.
 */
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Ballot, PublicKey } from './ballot.ts';
import { canonical, digestOf, isGenuine } from './ballot.ts';
import { seatsOf } from './case.server.ts';
import { eventOf, lockFor } from './locking.server.ts';
import type { PollRefusal } from './polls.server.ts';
import { urnsDone } from './polls.server.ts';
import type { NamedVote } from './recount.ts';
import { canonicalVotes } from './recount.ts';
import { forgetSpares } from './spares.server.ts';
import type { Choice } from './tally.ts';
import { countsOf, passes, standingOf } from './tally.ts';
import type { Urn } from './urn.server.ts';
import { destroyUrn, loadUrn } from './urn.server.ts';

export type CountRefusal =
  | PollRefusal
  | { readonly kind: 'urn_lost' }
  /** Envelopes were handed in and are not yet in the urn. */
  | { readonly kind: 'papers_waiting' }
  /** An envelope was added, taken out or changed past the product, or holds no genuine ballot. */
  | { readonly kind: 'urn_does_not_match' };

type OpenPoll = {
  readonly id: string;
  readonly itemId: string;
  readonly isSecret: boolean;
  readonly urnId: string | null;
  readonly publicKey: PublicKey | null;
  readonly members: number;
  readonly atLeastPercent: number | null;
};

/** Without `itemIds` all that are open. */
export type Count = { readonly id: string; readonly itemIds?: readonly string[] };

export async function countPolls(
  edge: Edge,
  given: Count,
  act: typeof actAtEdge,
): Promise<Result<{ readonly id: string }, CountRefusal>> {
  const { config } = edge.services;
  const urns = new Map<string, Urn>();
  const counted = await act(edge, async (context) =>
    writeCount(context, given, async (urnId) => {
      const urn = urns.get(urnId) ?? (await loadUrn(config, urnId));
      if (urn) urns.set(urnId, urn);
      return urn;
    }),
  );
  if (!counted.ok) return counted;
  for (const urnId of counted.value.urnIds) await destroyUrn(config, urnId);
  return ok({ id: given.id });
}

type Loader = (urnId: string) => Promise<Urn | undefined>;

async function writeCount(
  context: Context,
  { id, itemIds }: Count,
  load: Loader,
): Promise<Result<{ readonly urnIds: readonly string[] }, CountRefusal>> {
  const { tx, actor, now, record } = context;
  const found = await lockFor(context, id, 'count');
  if (!found.ok) return found;
  if (actor.kind !== 'person') return refuse(notThere);
  const { session } = found.value;
  const polls = await lockPolls(context, session.id, itemIds);
  if (polls.length === 0) return refuse({ kind: 'no_poll_open' });
  const seats = await seatsOf(tx, session);
  const standing = standingOf(session, seats);
  const closing = { closed_at: now, closed_by: actor.personId, taking_part: standing.present + standing.written };
  const results = [];
  for (const poll of polls) {
    const read = poll.isSecret ? await openUrn(context, poll, load) : await readVotes(context, poll);
    if (!read.ok) return read;
    const { cast, issued, written, digest } = read.value;
    const counts = countsOf(cast);
    const passed = passes(poll, counts.for, poll.members);
    const sums = { votes_for: counts.for, votes_against: counts.against, votes_blank: counts.blank };
    const result = { ...sums, issued, written, passed, digest };
    await tx
      .updateTable('council_poll')
      .set({ ...closing, ...result })
      .where('id', '=', poll.id)
      .execute();
    await tx.updateTable('council_item').set({ stage: 'counted' }).where('id', '=', poll.itemId).execute();
    results.push({ pollId: poll.id, digest });
  }
  await forgetSpares(
    tx,
    polls.map((poll) => poll.id),
  );
  // Sums stay out of the record: who may read it may be related to an item. The digest holds them to what is published.
  await record({ ...eventOf(found.value), kind: 'council.polls_counted', after: { polls: results } });
  return ok({ urnIds: await urnsDone(tx, polls) });
}

/** Waits for whoever is casting; nobody casts any more once this holds the rows. */
async function lockPolls(
  { tx }: Context,
  sessionId: string,
  itemIds: readonly string[] | undefined,
): Promise<readonly OpenPoll[]> {
  const { rows } = await sql<OpenPoll>`
    select p.id, p.item_id as "itemId", p.is_secret as "isSecret", p.urn_id as "urnId", p.public_key as "publicKey", p.members,
      i.at_least_percent as "atLeastPercent"
    from council_poll p join council_item i on i.id = p.item_id
    where i.session_id = ${sessionId} and p.closed_at is null
      and (${itemIds === undefined} or i.id = any(${[...(itemIds ?? [])]}::uuid[]))
    order by i.position for update of p`.execute(tx);
  return rows;
}

type Read = {
  readonly cast: readonly Choice[];
  readonly issued: number;
  readonly written: number;
  readonly digest: string;
};

async function openUrn({ tx }: Context, poll: OpenPoll, load: Loader): Promise<Result<Read, CountRefusal>> {
  const urn = poll.urnId === null ? undefined : await load(poll.urnId);
  if (!urn || !poll.publicKey) return refuse({ kind: 'urn_lost' });
  const envelopes = await tx.selectFrom('council_envelope').select('sealed').where('poll_id', '=', poll.id).execute();
  const issues = await tx.selectFrom('council_ballot_issue').select('manner').where('poll_id', '=', poll.id).execute();
  const papers = issues.filter(({ manner }) => manner === 'paper').length;
  const read = await tx
    .selectFrom('council_paper_count')
    .select('papers')
    .where('poll_id', '=', poll.id)
    .executeTakeFirst();
  if (papers !== (read?.papers ?? 0)) return refuse({ kind: 'papers_waiting' });
  if (!(await matchesRecord(tx, poll.id, envelopes)) || envelopes.length > issues.length)
    return refuse({ kind: 'urn_does_not_match' });
  const ballots = await ballotsIn(urn, poll, envelopes);
  if (!ballots) return refuse({ kind: 'urn_does_not_match' });
  if (ballots.length > 0)
    await tx
      .insertInto('council_ballot')
      .values(ballots.map((one) => ({ poll_id: poll.id, ...one })))
      .execute();
  return ok({
    cast: ballots.map(({ choice }) => choice),
    issued: issues.length,
    written: issues.filter(({ manner }) => manner !== 'session').length,
    digest: await digestOf(canonical(poll.id, ballots)),
  });
}

async function ballotsIn(
  urn: Urn,
  { id, publicKey }: OpenPoll,
  envelopes: readonly { readonly sealed: Uint8Array }[],
): Promise<readonly Ballot[] | undefined> {
  if (!publicKey) return undefined;
  try {
    const ballots = envelopes.map(({ sealed }) => urn.open(id, sealed));
    const genuine = await Promise.all(ballots.map((one) => isGenuine(publicKey, id, one)));
    return genuine.every(Boolean) ? ballots.toSorted((a, b) => (a.serial < b.serial ? -1 : 1)) : undefined;
  } catch {
    return undefined;
  }
}

/** Each envelope was recorded, without a name, as it fell in; none is missing, none is there that was not. */
async function matchesRecord(
  tx: Context['tx'],
  pollId: string,
  envelopes: readonly { readonly sealed: Uint8Array }[],
): Promise<boolean> {
  const { rows } = await sql<{ envelope: string }>`
    select after ->> 'envelope' as envelope from record_entry
    where subject_kind = 'council_poll' and subject_id = ${pollId} and kind = 'council.ballot_cast'
    union all select jsonb_array_elements_text((after -> 'envelopes')::jsonb) from record_entry
    where subject_kind = 'council_session' and kind = 'council.papers_cast' and after ->> 'pollId' = ${pollId}
      and subject_id = (select i.session_id::text from council_poll p join council_item i on i.id = p.item_id where p.id = ${pollId}::uuid)`.execute(
    tx,
  );
  const recorded = rows.map(({ envelope }) => envelope).toSorted();
  const there = envelopes.map(({ sealed }) => envelopeHash(sealed)).toSorted();
  return recorded.length === there.length && recorded.every((hash, at) => hash === there[at]);
}

export function envelopeHash(sealed: Uint8Array): string {
  return createHash('sha256').update(sealed).digest('hex');
}

async function readVotes({ tx }: Context, poll: OpenPoll): Promise<Result<Read, CountRefusal>> {
  const votes = await namedVotes(tx, poll.id);
  return ok({
    cast: votes.map(({ choice }) => choice),
    issued: votes.length,
    written: votes.filter(({ manner }) => manner !== 'session').length,
    digest: await digestOf(canonicalVotes(poll.id, votes)),
  });
}

export type Named = NamedVote & { readonly personId: string; readonly manner: 'session' | 'written' | 'paper' };

/** With the number of the seat, since two may bear one name. */
export async function namedVotes(
  db: Context['tx'] | Edge['services']['db'],
  pollId: string,
): Promise<readonly Named[]> {
  const { rows } = await sql<Named>`
    select v.person_id as "personId", (s.position + 1) || '. ' || p.full_name as name, v.choice, v.manner
    from council_vote v join council_poll q on q.id = v.poll_id join council_item i on i.id = q.item_id
      join person p on p.id = v.person_id join council_seat s on s.session_id = i.session_id and s.person_id = v.person_id
    where v.poll_id = ${pollId} order by s.position`.execute(db);
  return rows;
}
