/** What has changed about a nominee since appraisal: asked by the council and by whoever decides, before they do. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { factsOf } from '../register/facts.server.ts';
import type { Change, Facts } from './facts.ts';
import { changesBetween, factsFrom } from './facts.ts';
import { flagsOn } from './nominee-flags.server.ts';

/** Empty where nothing changed, or where nothing was concluded. For callers that may know of the nominee. */
export async function changedSince(db: Kysely<DB>, nomineeId: string, today: PlainDate): Promise<readonly Change[]> {
  return (await changesSince(db, [nomineeId], today)).get(nomineeId) ?? [];
}

/** The same for many at once: an entry for each that has changed. */
export async function changesSince(
  db: Kysely<DB>,
  nomineeIds: readonly string[],
  today: PlainDate,
): Promise<ReadonlyMap<string, readonly Change[]>> {
  const { rows } = await sql<{ id: string; holderId: string; ended: PlainDate | null; facts: Facts }>`
    select n.id, k.id as "holderId", k.ended_on as ended, a.facts
    from nominee n join nominee_appraisal a on a.nominee_id = n.id and a.facts is not null
    join holder h on h.id = n.holder_id join holder k on k.id = coalesce(h.merged_into, h.id)
    where n.id = any(${[...nomineeIds]}::uuid[])`.execute(db);
  const [holders, flags] = await Promise.all([
    factsOf(db, [...new Set(rows.map(({ holderId }) => holderId))]),
    flagsOn(
      db,
      rows.map(({ id }) => id),
      today,
    ),
  ]);
  const changed = rows.map(({ id, holderId, ended, facts }) => {
    const standing = (flags.get(id) ?? []).filter(({ isStanding }) => isStanding).map((flag) => flag.id);
    return [id, changesBetween(facts, factsFrom(holders.get(holderId), { flags: standing, ended }))] as const;
  });
  return new Map(changed.filter(([, changes]) => changes.length > 0));
}
