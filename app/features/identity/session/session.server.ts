/** Sessions: started after sign-in, looked up by the hash of their token on every request, ended and never reopened. */
import { sql } from 'kysely';
import type { Kysely } from 'kysely';
import type { Person } from '../../../kernel/actor.ts';
import { permitOwn } from '../../../kernel/permit.ts';
import { expectOk } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import { loadActor } from './load-actor.server.ts';
import { newToken, tokenHash } from './token.server.ts';

export type SignInMethod = 'password' | 'passkey' | 'outside' | 'invitation';
export type EndReason =
  | 'signed_out'
  | 'idle'
  | 'too_old'
  | 'revoked'
  | 'password_changed'
  | 'disabled'
  | 'signed_in_again';

export type StartedSession = { readonly token: string; readonly actor: Person; readonly needsSecondFactor: boolean };

type Start = {
  readonly accountId: string;
  readonly method: SignInMethod;
  readonly hasSecondFactor: boolean;
  readonly agent: string | null;
  readonly address: string | null;
};

/** A new token every time, so that one planted before sign-in is worth nothing. The account must be active. */
export async function startSession({ tx, now, record }: Context, start: Start): Promise<StartedSession> {
  const loaded = await loadActor(tx, start.accountId, start);
  if (!loaded) throw new Error('a session for an account that is not active');
  const { token, hash } = newToken();
  const id = newId();
  await tx
    .insertInto('session')
    .values({
      id,
      token_hash: hash,
      account_id: start.accountId,
      started_at: now,
      last_seen_at: now,
      method: start.method,
      has_second_factor: start.hasSecondFactor,
      address: start.address,
      agent: start.agent?.slice(0, 300) ?? null,
    })
    .execute();
  await tx.updateTable('account').set({ last_signed_in_at: now }).where('id', '=', start.accountId).execute();
  await record({
    permit: expectOk(permitOwn('session.start', loaded.actor, loaded.actor.personId)),
    kind: 'session.started',
    subject: { kind: 'session', id },
    unitId: loaded.actor.homeUnitId,
    after: { method: start.method, hasSecondFactor: start.hasSecondFactor },
  });
  return { token, actor: loaded.actor, needsSecondFactor: loaded.needsSecondFactor };
}

export type FoundSession = {
  readonly id: string;
  readonly accountId: string;
  readonly startedAt: Date;
  readonly lastSeenAt: Date;
  readonly hasSecondFactor: boolean;
  readonly endedAt: Date | null;
};

/** Also finds one that has ended: whose typed text may be kept is known by it. */
export async function findSession(db: Kysely<DB>, token: string): Promise<FoundSession | undefined> {
  const row = await db
    .selectFrom('session')
    .select(['id', 'account_id', 'started_at', 'last_seen_at', 'has_second_factor', 'ended_at'])
    .where('token_hash', '=', tokenHash(token))
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      startedAt: row.started_at,
      lastSeenAt: row.last_seen_at,
      hasSecondFactor: row.has_second_factor,
      endedAt: row.ended_at,
    }
  );
}

type Which = { readonly accountId: string; readonly only?: string; readonly except?: string };

/** Ends one session or all of an account; one that has ended already keeps its reason. Returns how many it ended. */
export async function endSessions(db: Kysely<DB>, which: Which, reason: EndReason, now: Date): Promise<number> {
  let query = db
    .updateTable('session')
    .set({ ended_at: now, end_reason: reason })
    .where('account_id', '=', which.accountId)
    .where('ended_at', 'is', null);
  if (which.only) query = query.where('id', '=', which.only);
  if (which.except) query = query.where('id', '<>', which.except);
  const { numUpdatedRows } = await query.executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function touchSession(db: Kysely<DB>, sessionId: string, now: Date): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at: sql<Date>`greatest(last_seen_at, ${now})` })
    .where('id', '=', sessionId)
    .where('ended_at', 'is', null)
    .execute();
}
