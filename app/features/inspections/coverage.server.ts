/** Whether lead bodies check their schemes, as CT II.1.3 commits them to. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { heldKnownTo } from './visible.server.ts';

export type SchemeChecked = {
  readonly schemeCode: string;
  /** The lead body that held the check: an inspection of others or of itself. */
  readonly unitId: string;
  readonly checks: number;
  readonly lastHeldOn: PlainDate;
};

/** Held within the days, with minutes that were closed. One row a scheme and a lead body that has some. */
export async function schemesChecked(
  db: Kysely<DB>,
  actor: Actor,
  { first, last }: { readonly first: PlainDate; readonly last: PlainDate },
): Promise<readonly SchemeChecked[]> {
  const { rows } = await sql<SchemeChecked>`
    select i.scheme_code as "schemeCode", i.by_unit_id as "unitId", count(*) as checks, max(i.held_until) as "lastHeldOn"
    from inspection i
    join scheme_unit l on l.scheme_code = i.scheme_code and l.unit_id = i.by_unit_id and l.part = 'lead'
    where i.stage = 'held' and i.held_on <= ${last} and i.held_until >= ${first} and ${heldKnownTo(actor)}
    group by i.scheme_code, i.by_unit_id
    order by i.scheme_code, i.by_unit_id`.execute(db);
  return rows;
}
