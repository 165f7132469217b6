/** A sign-in that takes more than one request is kept in `sign_in_step`: sealed, used once, gone after minutes. */
import type { Kysely } from 'kysely';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import type { Seal } from '../../../platform/seal.server.ts';
import { newToken, tokenHash } from '../session/token.server.ts';

export type StepKind = 'second_factor' | 'passkey_sign_in' | 'passkey_add' | 'outside';
export type Step = {
  readonly id: string;
  readonly accountId: string | null;
  readonly facts: Readonly<Record<string, string>>;
};

export const stepMinutes = 10;
const purpose = (kind: StepKind) => `sign_in_step.${kind}`;

type NewStep = {
  readonly kind: StepKind;
  readonly accountId: string | null;
  readonly facts: Readonly<Record<string, string>>;
};

/** Returns the token for the browser. */
export async function openStep(db: Kysely<DB>, seal: Seal, step: NewStep, now: Date): Promise<string> {
  const { token, hash } = newToken();
  await db
    .insertInto('sign_in_step')
    .values({
      id: newId(),
      token_hash: hash,
      kind: step.kind,
      account_id: step.accountId,
      facts_sealed: seal.seal(purpose(step.kind), JSON.stringify(step.facts)),
      created_at: now,
      expires_at: new Date(now.getTime() + stepMinutes * 60_000),
    })
    .execute();
  return token;
}

type Asked = { readonly kind: StepKind; readonly token: string | undefined; readonly now: Date };

/** Looks without using it up: a second factor may be mistyped and given again. */
export async function findStep(db: Kysely<DB>, seal: Seal, { kind, token, now }: Asked): Promise<Step | undefined> {
  if (token === undefined) return undefined;
  const row = await db
    .selectFrom('sign_in_step')
    .select(['id', 'account_id', 'facts_sealed'])
    .where('token_hash', '=', tokenHash(token))
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  if (!row) return undefined;
  const facts = JSON.parse(seal.open(purpose(kind), row.facts_sealed)) as Readonly<Record<string, string>>;
  return { id: row.id, accountId: row.account_id, facts };
}

/** False when somebody else has used it up already. */
export async function useStep(db: Kysely<DB>, id: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('sign_in_step').where('id', '=', id).executeTakeFirst();
  return numDeletedRows === 1n;
}
