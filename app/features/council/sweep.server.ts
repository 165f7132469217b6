/** Keys of urns that outlived their vote (the machine died between the count and their destruction, or before the vote was opened at all), and keys made ahead for the next. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { UrnPlace } from './urn.server.ts';
import { countReady, destroyUrn, makeReady, urnsKept } from './urn.server.ts';

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

/** In one go; the rest in the next. */
const madeAtOnce = 200;

/** For every secret item of a session that was called: then nobody waits for keys when it is voted on. */
export async function prepareUrns(db: Kysely<DB>, place: UrnPlace): Promise<void> {
  const { rows } = await sql<{ wanted: number }>`
    select count(*)::int as wanted from council_item i join council_session s on s.id = i.session_id
    where i.is_secret and i.stage = 'listed' and i.lapsed_at is null and s.stage in ('called', 'open', 'suspended')`.execute(
    db,
  );
  const missing = (rows[0]?.wanted ?? 0) - (await countReady(place));
  await makeReady(place, Math.min(missing, madeAtOnce));
}
