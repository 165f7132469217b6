/**
 * Tokens for programs: made by a person for a few scopes and a time, shown once, kept hashed. A token never carries the
 * administration of its person, and cannot touch their account.
 */
import type { Kysely } from 'kysely';
import type { Person, Scope } from '../../../kernel/actor.ts';
import { scopes as knownScopes } from '../../../kernel/actor.ts';
import type { NotAllowed } from '../../../kernel/permit.ts';
import { permitOwn } from '../../../kernel/permit.ts';
import type { NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import type { Services } from '../../../platform/services.server.ts';
import { loadActor } from '../session/load-actor.server.ts';
import { newToken, tokenHash } from '../session/token.server.ts';
import type { BadToken } from './api-token.ts';
import { isScope, tokenFault } from './api-token.ts';

const prefix = 'td_';

export type NewApiToken = { readonly name: string; readonly scopes: readonly string[]; readonly days: number };

/** The token itself, the only time that it can be read. */
export async function createApiToken(
  { tx, now, record }: Context,
  actor: Person,
  given: NewApiToken,
): Promise<Result<string, NotAllowed | BadToken>> {
  const permit = permitOwn('api_token.create', actor, actor.personId);
  if (!permit.ok) return permit;
  const fault = tokenFault(given);
  if (fault) return refuse(fault);
  const { token } = newToken();
  const id = newId();
  const scopes = given.scopes.filter(isScope);
  const expires_at = new Date(now.getTime() + given.days * 86_400_000);
  const row = { id, account_id: actor.accountId, name: given.name.trim(), scopes, created_at: now, expires_at };
  await tx
    .insertInto('api_token')
    .values({ ...row, token_hash: tokenHash(prefix + token) })
    .execute();
  await record({
    permit: permit.value,
    kind: 'api_token.created',
    subject: { kind: 'account', id: actor.accountId },
    unitId: actor.homeUnitId,
    after: { tokenId: id, name: row.name, scopes, expiresOn: expires_at },
  });
  return ok(prefix + token);
}

/** Done twice, it stays done. Somebody else's token is not there. */
export async function revokeApiToken(
  { tx, now, record }: Context,
  actor: Person,
  tokenId: string,
): Promise<Result<undefined, NotAllowed | NotThere>> {
  const permit = permitOwn('api_token.revoke', actor, actor.personId);
  if (!permit.ok) return permit;
  const token = await tx
    .selectFrom('api_token')
    .select(['name', 'revoked_at'])
    .where('id', '=', tokenId)
    .where('account_id', '=', actor.accountId)
    .forUpdate()
    .executeTakeFirst();
  if (!token) return refuse(notThere);
  if (token.revoked_at !== null) return ok();
  await tx.updateTable('api_token').set({ revoked_at: now }).where('id', '=', tokenId).execute();
  await record({
    permit: permit.value,
    kind: 'api_token.revoked',
    subject: { kind: 'account', id: actor.accountId },
    unitId: actor.homeUnitId,
    after: { tokenId, name: token.name },
  });
  return ok();
}

export type OwnToken = {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Date;
  readonly expiresAt: Date | null;
  readonly lastUsedAt: Date | null;
};

/** Those that still open something. */
export async function ownTokens(db: Kysely<DB>, actor: Person, now: Date): Promise<readonly OwnToken[]> {
  const rows = await db
    .selectFrom('api_token')
    .select(['id', 'name', 'scopes', 'created_at', 'expires_at', 'last_used_at'])
    .where('account_id', '=', actor.accountId)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('created_at', 'desc')
    .execute();
  return rows.map(({ id, name, scopes, created_at, expires_at, last_used_at }) => ({
    id,
    name,
    scopes,
    createdAt: created_at,
    expiresAt: expires_at,
    lastUsedAt: last_used_at,
  }));
}

/** Who acts by `Authorization: Bearer …`; undefined for whatever opens nothing. */
export async function actorOfToken({ db, clock }: Services, bearer: string): Promise<Person | undefined> {
  if (!bearer.startsWith(prefix) || bearer.length > 100) return undefined;
  const now = clock();
  const token = await db
    .selectFrom('api_token')
    .select(['id', 'account_id', 'scopes', 'last_used_at'])
    .where('token_hash', '=', tokenHash(bearer))
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  const loaded = token && (await loadActor(db, token.account_id, { hasSecondFactor: false }));
  if (!loaded) return undefined;
  if (token.last_used_at === null || now.getTime() - token.last_used_at.getTime() > 60_000) {
    await db.updateTable('api_token').set({ last_used_at: now }).where('id', '=', token.id).execute();
  }
  return { ...loaded.actor, scopes: knownScopes.filter((scope: Scope) => token.scopes.includes(scope)) };
}
