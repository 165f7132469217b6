/**
 * Keeping, showing and dropping parked forms: sealed, a day at most, and bound to the account whose session it was. When
 * the browser had lost its session altogether, the first account to sign in there within half an hour gets it.
 */
import type { Kysely } from 'kysely';
import type { Person } from '../../../kernel/actor.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import type { Services } from '../../../platform/services.server.ts';
import { findSession } from '../session/session.server.ts';
import { newToken, tokenHash } from '../session/token.server.ts';
import type { ParkedForm } from './parkable.ts';

const purpose = 'parked_form';
export const parkedHours = 24;
const unboundMinutes = 30;

/** Returns the token for the browser. */
export async function parkForm(
  services: Services,
  form: ParkedForm,
  sessionToken: string | undefined,
): Promise<string> {
  const { db, seal, clock } = services;
  const session = sessionToken === undefined ? undefined : await findSession(db, sessionToken);
  const now = clock();
  const { token, hash } = newToken();
  await db
    .insertInto('parked_form')
    .values({
      id: newId(),
      token_hash: hash,
      account_id: session?.accountId ?? null,
      path: form.path,
      body_sealed: seal.seal(purpose, JSON.stringify(form.fields)),
      created_at: now,
      expires_at: new Date(now.getTime() + (session ? parkedHours * 60 : unboundMinutes) * 60_000),
    })
    .execute();
  return token;
}

/** Undefined for another account, a used-up or an old one. One that was bound to nobody is this person's from now on. */
export async function findParked(services: Services, actor: Person, token: string): Promise<ParkedForm | undefined> {
  const { db, seal, clock } = services;
  const row = await db
    .updateTable('parked_form')
    .set({ account_id: actor.accountId })
    .where('token_hash', '=', tokenHash(token))
    .where('expires_at', '>', clock())
    .where((eb) => eb.or([eb('account_id', '=', actor.accountId), eb('account_id', 'is', null)]))
    .returning(['path', 'body_sealed'])
    .executeTakeFirst();
  return row && { path: row.path, fields: JSON.parse(seal.open(purpose, row.body_sealed)) as ParkedForm['fields'] };
}

export async function dropParked(db: Kysely<DB>, actor: Person, token: string): Promise<void> {
  await db
    .deleteFrom('parked_form')
    .where('token_hash', '=', tokenHash(token))
    .where('account_id', '=', actor.accountId)
    .execute();
}
