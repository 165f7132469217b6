/** What has run out and is of no more use: parked text, half-done sign-ins, old links; sessions after a year. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

const day = 86_400_000;

export async function sweepExpired(db: Kysely<DB>, now: Date): Promise<void> {
  const before = (days: number) => new Date(now.getTime() - days * day);
  await db.deleteFrom('parked_form').where('expires_at', '<=', now).execute();
  await db.deleteFrom('sign_in_step').where('expires_at', '<=', now).execute();
  await db.deleteFrom('invitation').where('expires_at', '<', before(90)).execute();
  await db.deleteFrom('session').where('started_at', '<', before(365)).execute();
}
