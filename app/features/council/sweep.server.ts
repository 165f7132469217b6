/** Keys of urns that outlived their vote: the machine died between the count and their destruction, or before the vote was opened at all. */
import type { Kysely } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { UrnPlace } from './urn.server.ts';
import { destroyUrn, urnsKept } from './urn.server.ts';

/** Longer than any opening takes: keys are made before the vote that they are for is in the database. */
const openingMinutes = 30;

export async function sweepUrns(db: Kysely<DB>, place: UrnPlace, now: Date): Promise<void> {
  for (const { urnId, madeAt } of await urnsKept(place)) {
    const open = await db
      .selectFrom('council_poll')
      .select('id')
      .where('urn_id', '=', urnId)
      .where('closed_at', 'is', null)
      .executeTakeFirst();
    const known = await db.selectFrom('council_poll').select('id').where('urn_id', '=', urnId).executeTakeFirst();
    const isYoung = now.getTime() - madeAt.getTime() < openingMinutes * 60_000;
    if (!open && (known || !isYoung)) await destroyUrn(place, urnId);
  }
}
