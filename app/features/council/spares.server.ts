/** Spares of ballots on their way: kept for their owner alone, closed to the server, gone when the ballots are in or counted. */
import type { Kysely, Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import type { Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { DB } from '../../platform/db-types.ts';
import { fromBase64, toBase64 } from './ballot.ts';
import { eventOf } from './locking.server.ts';
import type { VoteRefusal } from './voting.server.ts';
import { voterFor } from './voting.server.ts';

/** What a browser seals is of this length, in bytes; the table says so too. */
const sealedLength = 1564;
/** By poll, base64url. */
export type Spares = Readonly<Record<string, string>>;

/** Kept anew, the last one stands: with a new code the old one opens nothing. */
export async function keepSpares(
  context: Context,
  { id, sealed }: { readonly id: string; readonly sealed: ReadonlyMap<string, string> },
): Promise<Result<{ readonly id: string }, VoteRefusal>> {
  const { tx, record } = context;
  if (sealed.size === 0) return refuse({ kind: 'nothing_chosen' });
  const found = await voterFor(context, id, [...sealed.keys()]);
  if (!found.ok) return found;
  const { personId, polls } = found.value;
  if (polls.some(({ isSecret }) => !isSecret)) return refuse({ kind: 'not_this_way' });
  const rows = polls.map((poll) => {
    const text = sealed.get(poll.id) ?? '';
    const bytes = Buffer.from(/^[\w-]+$/.test(text) ? fromBase64(text) : []);
    return { poll_id: poll.id, person_id: personId, sealed: bytes };
  });
  if (rows.some((row) => row.sealed.length !== sealedLength)) return refuse({ kind: 'bad_ballot' });
  await tx
    .insertInto('council_ballot_spare')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['poll_id', 'person_id']).doUpdateSet((eb) => ({ sealed: eb.ref('excluded.sealed') })),
    )
    .execute();
  const after = { polls: rows.map(({ poll_id }) => poll_id) };
  await record({ ...eventOf(found.value), kind: 'council.ballots_spared', after });
  return ok({ id: found.value.session.id });
}

/** The asker's own, of votes that are open. */
export async function sparesOf(db: Kysely<DB>, { personId }: Person, sessionId: string): Promise<Spares> {
  const { rows } = await sql<{ pollId: string; sealed: Buffer }>`
    select r.poll_id as "pollId", r.sealed from council_ballot_spare r join council_poll p on p.id = r.poll_id
      join council_item i on i.id = p.item_id
    where i.session_id = ${sessionId} and r.person_id = ${personId} and p.closed_at is null`.execute(db);
  return Object.fromEntries(rows.map(({ pollId, sealed }) => [pollId, toBase64(sealed)]));
}

/** Of votes that are closed. */
export async function forgetSpares(tx: Transaction<DB>, pollIds: readonly string[]): Promise<void> {
  await tx
    .deleteFrom('council_ballot_spare')
    .where('poll_id', 'in', [...pollIds])
    .execute();
}
