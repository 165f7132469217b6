/** The taking of ballots in a secret vote: who was given one is known, what it says is not. Casting is in casting.server.ts. */
import { sql } from 'kysely';
import type { Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import { fromBase64, toBase64 } from './ballot.ts';
import { eventOf, lockFor } from './locking.server.ts';
import type { UrnPlace } from './urn.server.ts';
import { loadUrn } from './urn.server.ts';
import type { VoteRefusal } from './voting.server.ts';
import { voterFor } from './voting.server.ts';

export type TakeBallots = {
  readonly id: string;
  /** By poll, base64url. */ readonly blinded: ReadonlyMap<string, string>;
};
export type Signed = {
  readonly id: string;
  readonly signatures: Readonly<Record<string, string>>;
  /** Counted before they were asked for. */
  readonly late: readonly string[];
};

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
  const { personId, manner, polls, late } = found.value;
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
  return ok({ id: found.value.session.id, signatures, late });
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
    .select(['poll_id', 'blinded', 'manner'])
    .where('person_id', '=', personId)
    .execute();
  const isPaper = stored.some((one) => one.manner === 'paper' && before.some((row) => row.poll_id === one.poll_id));
  if (isPaper) return refuse({ kind: 'gave_paper' });
  const isSame = before.every((row) =>
    stored.some((one) => one.poll_id === row.poll_id && one.blinded !== null && row.blinded.equals(one.blinded)),
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
  await sql`delete from council_ballot_spare r using council_ballot_issue b, council_poll p, council_item i
    where r.person_id = ${actor.personId} and b.poll_id = r.poll_id and b.person_id = r.person_id
      and p.id = r.poll_id and i.id = p.item_id and i.session_id = ${found.value.session.id}`.execute(tx);
  if (rows.length > 0) await record({ ...eventOf(found.value), kind: 'council.ballots_returned' });
  return ok({ id: found.value.session.id });
}
