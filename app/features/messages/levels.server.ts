/** A list of levels: handed in the head hears of it, returned or confirmed those who write for the unit. */
import { sql } from 'kysely';
import type { Database } from '../../platform/db.server.ts';
import type { Holders } from './holders.server.ts';
import type { Told } from './message.ts';

type Entry = { readonly id: string; readonly subject_id: string };
type Row = { readonly move: string; readonly reason: string | null; readonly unitId: string; readonly unit: string };

export async function tellLevels(
  db: Database,
  { id, subject_id }: Entry,
  holders: Holders,
): Promise<readonly Omit<Told, 'entryId'>[]> {
  const { rows } = await sql<Row & { readonly year: number }>`
    select e.after ->> 'move' as move, e.reason, l.unit_id as "unitId", l.year, u.name as unit
    from record_entry e join level_list l on l.id = ${subject_id}::uuid join unit_now u on u.id = l.unit_id where e.id = ${id}`.execute(
    db,
  );
  const [row] = rows;
  if (!row || (row.move !== 'submit' && row.move !== 'return' && row.move !== 'confirm')) return [];
  const { move, unit, unitId, year, reason } = row;
  const people = await holders(move === 'submit' ? ['head'] : ['officer', 'head'], unitId, 'there only');
  return [{ facts: { about: 'levels', move, unit, year, reason }, link: `/xep-loai/${subject_id}`, people }];
}
