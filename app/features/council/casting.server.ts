/**
 * A ballot falls into the urn. Nobody is signed in here: the ballot's signature says that some member was given it, and nothing says which.
 * Kept is an envelope that only the urn's key opens, and in the record its hash, without a name and without an address.
 */
import { sql } from 'kysely';
import { permitSystem } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import { stranger } from '../../kernel/actor.ts';
import { askedId } from '../../platform/id.server.ts';
import type { Ballot, PublicKey } from './ballot.ts';
import { ballotIn, isGenuine } from './ballot.ts';
import { envelopeHash } from './counting.server.ts';
import type { UrnPlace } from './urn.server.ts';
import { loadUrn } from './urn.server.ts';

export type CastRefusal =
  | NotThere
  | {
      readonly kind:
        | 'sent_with_account'
        | 'bad_ballot'
        | 'voting_closed'
        | 'voting_stopped'
        | 'serial_used'
        | 'urn_lost';
    };
type Cast = { readonly pollId: string; readonly typed: unknown };

/** A genuine ballot that comes too late is recorded as refused; what anybody may send that is not genuine is not. */
export async function castBallot(
  edge: Edge,
  { pollId, typed }: Cast,
  act: typeof actAtEdge,
): Promise<Result<undefined, CastRefusal>> {
  if (edge.actor.kind === 'person') return refuse({ kind: 'sent_with_account' });
  const nobody: Edge = { services: edge.services, actor: stranger, via: 'web', address: null };
  const ballot = ballotIn(typed);
  if (!ballot) return refuse({ kind: 'bad_ballot' });
  const cast = await act(nobody, (context) =>
    putIn(context, { pollId: askedId(pollId), ballot }, edge.services.config),
  );
  if (!cast.ok && recordedRefusals.has(cast.refusal.kind))
    await act(nobody, (context) => recordRefused(context, pollId, cast.refusal));
  return cast;
}

const recordedRefusals: ReadonlySet<CastRefusal['kind']> = new Set(['voting_closed', 'voting_stopped', 'serial_used']);

type Found = {
  readonly unitId: string;
  readonly urnId: string | null;
  readonly publicKey: PublicKey | null;
  readonly isOpen: boolean;
  readonly stage: string;
};

async function putIn(
  context: Context,
  { pollId, ballot }: { readonly pollId: string; readonly ballot: Ballot },
  place: UrnPlace,
): Promise<Result<undefined, CastRefusal>> {
  const { tx, actor, record } = context;
  const poll = await lockForCasting(context, pollId);
  if (!poll?.publicKey || poll.urnId === null) return refuse({ kind: 'not_there' });
  if (!(await isGenuine(poll.publicKey, pollId, ballot))) return refuse({ kind: 'bad_ballot' });
  if (!poll.isOpen) return (await isCounted(context, pollId, ballot)) ? ok() : refuse({ kind: 'voting_closed' });
  if (poll.stage !== 'open') return refuse({ kind: 'voting_stopped' });
  const urn = await loadUrn(place, poll.urnId);
  if (!urn) return refuse({ kind: 'urn_lost' });
  const { mark, sealed } = urn.seal(pollId, ballot);
  const added = await tx
    .insertInto('council_envelope')
    .values({ poll_id: pollId, mark, sealed })
    .onConflict((conflict) => conflict.doNothing())
    .returning('poll_id')
    .executeTakeFirst();
  if (!added) {
    const there = await tx
      .selectFrom('council_envelope')
      .select('sealed')
      .where('poll_id', '=', pollId)
      .where('mark', '=', mark)
      .executeTakeFirstOrThrow();
    return urn.open(pollId, there.sealed).choice === ballot.choice ? ok() : refuse({ kind: 'serial_used' });
  }
  await record({
    permit: permitSystem('council.cast', actor),
    kind: 'council.ballot_cast',
    subject: { kind: 'council_poll', id: pollId },
    unitId: poll.unitId,
    after: { envelope: envelopeHash(sealed) },
  });
  return ok();
}

/** Many cast at once; the count and a stop hold the session and wait for them. Read after the lock: what was waited for is seen. */
async function lockForCasting({ tx }: Context, pollId: string): Promise<Found | undefined> {
  await sql`select s.id from council_session s join council_item i on i.session_id = s.id join council_poll p on p.item_id = i.id
    where p.id = ${pollId} for share of s`.execute(tx);
  const { rows } = await sql<Found>`
    select s.unit_id as "unitId", p.urn_id as "urnId", p.public_key as "publicKey", p.closed_at is null as "isOpen", s.stage
    from council_poll p join council_item i on i.id = p.item_id join council_session s on s.id = i.session_id
    where p.id = ${pollId}`.execute(tx);
  return rows[0];
}

/** Sent again by a browser that never saw the answer. */
async function isCounted({ tx }: Context, pollId: string, { serial, choice }: Ballot): Promise<boolean> {
  const counted = await tx
    .selectFrom('council_ballot')
    .select('serial')
    .where('poll_id', '=', pollId)
    .where('serial', '=', serial)
    .where('choice', '=', choice)
    .executeTakeFirst();
  return counted !== undefined;
}

async function recordRefused(
  { tx, actor, record }: Context,
  pollId: string,
  { kind }: CastRefusal,
): Promise<Result<undefined>> {
  const { rows } = await sql<{
    unitId: string;
  }>`select s.unit_id as "unitId" from council_poll p join council_item i on i.id = p.item_id
    join council_session s on s.id = i.session_id where p.id = ${askedId(pollId)}`.execute(tx);
  const subject = { kind: 'council_poll', id: pollId };
  const permit = permitSystem('council.cast', actor);
  await record({
    permit,
    kind: 'council.vote_refused',
    subject,
    unitId: rows[0]?.unitId ?? null,
    after: { why: kind },
  });
  return ok();
}
