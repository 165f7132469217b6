/** A movement was launched, or a unit joined it later: whoever works in a unit it is new to hears of it. */
import { sql } from 'kysely';
import { z } from 'zod';
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Entry = { readonly id: string; readonly kind: string; readonly subject_id: string };

export async function tellLaunched(
  db: Database,
  { id, kind, subject_id }: Entry,
  holders: Holders,
): Promise<readonly Omit<Told, 'entryId'>[]> {
  const launched = await db
    .selectFrom('movement as m')
    .innerJoin('unit_now as u', 'u.id', 'm.unit_id')
    .select(['m.id', 'm.name', 'u.name as unit'])
    .where('m.id', '=', subject_id)
    .executeTakeFirst();
  if (!launched) return [];
  const units = await unitsTold(db, { id, kind, subject_id });
  const people = await Promise.all(units.map((unitId) => holders(['officer', 'head'], unitId, 'there only')));
  const facts = { about: 'movement', name: launched.name, unit: launched.unit ?? '' } as const;
  return [{ facts, link: `/phong-trao/${launched.id}`, people: people.flat() }];
}

const followed = z.object({ joined: z.array(z.uuid()) });

/** Whoever has it to receive: all of the scope, or those who joined. */
async function unitsTold(db: Database, entry: Entry): Promise<readonly string[]> {
  let seats = db
    .selectFrom('movement_unit')
    .select('unit_id')
    .where('movement_id', '=', entry.subject_id)
    .where('received_at', 'is', null);
  if (entry.kind === 'movement.followed') {
    const { after } = await db
      .selectFrom('record_entry')
      .select('after')
      .where('id', '=', entry.id)
      .executeTakeFirstOrThrow();
    seats = seats.where(sql<boolean>`unit_id = any(${[...followed.parse(after).joined]}::uuid[])`);
  }
  return (await seats.execute()).map(({ unit_id }) => unit_id);
}
