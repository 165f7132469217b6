/** The sessions of one's own account: a list, and ending those one does not want. */
import type { Kysely } from 'kysely';
import type { Person } from '../../../kernel/actor.ts';
import type { NotAllowed } from '../../../kernel/permit.ts';
import { permitOwn } from '../../../kernel/permit.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { DB } from '../../../platform/db-types.ts';
import { absoluteHours } from './limits.ts';
import { endSessions } from './session.server.ts';

export type OwnSession = {
  readonly id: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly address: string | null;
  readonly agent: string | null;
};

/** Those not ended; one that has run out ends with its next request. */
export async function ownSessions(db: Kysely<DB>, actor: Person, now: Date): Promise<readonly OwnSession[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'started_at', 'last_seen_at', 'address', 'agent'])
    .where('account_id', '=', actor.accountId)
    .where('ended_at', 'is', null)
    .where('started_at', '>', new Date(now.getTime() - absoluteHours * 3_600_000))
    .orderBy('last_seen_at', 'desc')
    .execute();
  return rows.map(({ id, started_at, last_seen_at, address, agent }) => ({
    id,
    startedAt: started_at,
    lastSeenAt: last_seen_at,
    address,
    agent,
  }));
}

type Which = { readonly only?: string; readonly except?: string };

/** Somebody else's session is not touched, whatever id is given. Returns how many ended. */
export async function revokeSessions(
  { tx, now, record }: Context,
  actor: Person,
  which: Which,
): Promise<Result<number, NotAllowed>> {
  const permit = permitOwn('session.revoke', actor, actor.personId);
  if (!permit.ok) return permit;
  const ended = await endSessions(tx, { accountId: actor.accountId, ...which }, 'revoked', now);
  const subject = { kind: 'account', id: actor.accountId };
  if (ended > 0) {
    await record({ permit: permit.value, kind: 'session.ended', subject, after: { reason: 'revoked', ended } });
  }
  return ok(ended);
}
