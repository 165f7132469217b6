/** A movement was launched: whoever works in a unit it is for hears of it. */
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

export async function tellLaunched(
  db: Database,
  { subject_id }: { readonly subject_id: string },
  holders: Holders,
): Promise<readonly Omit<Told, 'entryId'>[]> {
  const launched = await db
    .selectFrom('movement as m')
    .innerJoin('unit_now as u', 'u.id', 'm.unit_id')
    .select(['m.id', 'm.name', 'u.name as unit'])
    .where('m.id', '=', subject_id)
    .executeTakeFirst();
  if (!launched) return [];
  const seats = await db.selectFrom('movement_unit').select('unit_id').where('movement_id', '=', subject_id).execute();
  const people = await Promise.all(seats.map(({ unit_id }) => holders(['officer', 'head'], unit_id, 'there only')));
  const facts = { about: 'movement', name: launched.name, unit: launched.unit ?? '' } as const;
  return [{ facts, link: `/phong-trao/${launched.id}`, people: people.flat() }];
}
