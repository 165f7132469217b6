/** A criteria set that was published: whoever works in a unit that it judges. Drafts and what was withdrawn are told to nobody. */
import { sql } from 'kysely';
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Set = {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly edition: number;
  readonly number: string | null;
};

export async function tellCriteria(
  db: Database,
  { subject_id }: { readonly subject_id: string },
  holders: Holders,
): Promise<readonly Omit<Told, 'entryId'>[]> {
  const { rows } = await sql<Set>`
    select id, title, year, edition, document_number as number from criteria_set
    where id = ${subject_id} and stage = 'published'`.execute(db);
  const [set] = rows;
  if (!set) return [];
  const judged = await sql<{ unit_id: string }>`
    select m.unit_id from criteria_set s join block_member m on m.block_id = s.block_id and m.year = s.year where s.id = ${set.id}
    union
    select m.unit_id from criteria_set s join movement_unit m on m.movement_id = s.movement_id
    where s.id = ${set.id} and s.block_id is null`.execute(db);
  const people = await Promise.all(
    judged.rows.map(({ unit_id }) => holders(['officer', 'head'], unit_id, 'there only')),
  );
  const { title, year, edition, number } = set;
  const facts = { about: 'criteria', title, year, edition, number: number ?? '' } as const;
  return [{ facts, link: `/tieu-chi/${set.id}`, people: people.flat() }];
}
