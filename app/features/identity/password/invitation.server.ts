/**
 * One-time links with which a person sets their password, the first or a new one. The newest is the only one that
 * opens; only its hash is kept, so nobody can read a link out of the database.
 */
import type { Kysely } from 'kysely';
import type { Context } from '../../../platform/command.server.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import { newToken, tokenHash } from '../session/token.server.ts';

export const invitationHours = 72;

export type InvitationPurpose = 'first_password' | 'reset_password';

type NewInvitation = {
  readonly accountId: string;
  readonly purpose: InvitationPurpose;
  readonly createdBy: string | null;
};

/** Returns the path of the link, the only time that it can be read. */
export async function createInvitation({ tx, now }: Context, given: NewInvitation): Promise<string> {
  await tx
    .updateTable('invitation')
    .set({ expires_at: now })
    .where('account_id', '=', given.accountId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .execute();
  const { token, hash } = newToken();
  await tx
    .insertInto('invitation')
    .values({
      id: newId(),
      token_hash: hash,
      account_id: given.accountId,
      purpose: given.purpose,
      created_by: given.createdBy,
      created_at: now,
      expires_at: new Date(now.getTime() + invitationHours * 3_600_000),
    })
    .execute();
  return `/loi-moi/${token}`;
}

export type OpenInvitation = {
  readonly id: string;
  readonly accountId: string;
  readonly username: string;
  readonly name: string;
  readonly purpose: InvitationPurpose;
};

/** Undefined for a link that never was, was used, has run out, or whose account was disabled: one answer for all. */
export async function findInvitation(db: Kysely<DB>, token: string, now: Date): Promise<OpenInvitation | undefined> {
  const row = await db
    .selectFrom('invitation')
    .innerJoin('account', 'account.id', 'invitation.account_id')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select(['invitation.id', 'invitation.purpose', 'account.id as account_id', 'account.username', 'person.full_name'])
    .where('invitation.token_hash', '=', tokenHash(token))
    .where('invitation.used_at', 'is', null)
    .where('invitation.expires_at', '>', now)
    .where('account.state', '<>', 'disabled')
    .where('person.is_active', '=', true)
    .executeTakeFirst();
  return (
    row && {
      id: row.id,
      accountId: row.account_id,
      username: row.username,
      name: row.full_name,
      purpose: row.purpose as InvitationPurpose,
    }
  );
}

/** False when it was used in the meantime. */
export async function useInvitation({ tx, now }: Context, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ used_at: now })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
