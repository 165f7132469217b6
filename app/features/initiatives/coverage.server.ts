/** Reads for the commitment of one initiative a unit and year (CT II.1.4): what counts, submitted or recognised, is for the asker to say. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { visibleTo } from './visible.server.ts';

export type UnitInitiatives = {
  readonly unitId: string;
  /** Submitted by its head, whatever became of it afterwards; returned ones do not count. */
  readonly submitted: number;
  /** Recognised at the unit or at the province. */
  readonly recognised: number;
};

/** Units with at least one submitted initiative of the year that the asker may know of; a unit that is not among the rows has none. */
export async function unitInitiatives(
  db: Kysely<DB>,
  actor: Actor,
  { year, unitIds }: { readonly year: number; readonly unitIds?: readonly string[] | undefined },
): Promise<readonly UnitInitiatives[]> {
  const { rows } = await sql<UnitInitiatives>`
    select initiative.unit_id as "unitId", count(*) as submitted,
      count(*) filter (where initiative.stage in ('recognised', 'raised')) as recognised
    from initiative
    where initiative.year = ${year} and initiative.stage not in ('draft', 'returned', 'withdrawn') and ${visibleTo(actor)}
      and ${unitIds === undefined ? sql`true` : sql`initiative.unit_id = any(${[...unitIds]}::uuid[])`}
    group by initiative.unit_id`.execute(db);
  return rows;
}
