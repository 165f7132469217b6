/** Initiatives recognised in a time, each with its highest decision of that time: for reports. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Recognised } from './initiative.ts';
import { visibleTo } from './visible.server.ts';

export type RecognisedQuery = {
  /** Null: from the beginning. */
  readonly first: PlainDate | null;
  readonly last: PlainDate;
  /** This unit and those below it. */
  readonly unitId?: string;
  readonly schemeCode?: string | null;
};

export async function recognisedIn(
  db: Kysely<DB>,
  actor: Actor,
  { first, last, unitId, schemeCode = null }: RecognisedQuery,
): Promise<readonly Recognised[]> {
  const { rows } = await sql<Recognised>`
    select initiative.id, initiative.title, initiative.kind, u.name as "unitName", u.kind as "unitKind",
      r.level, r.scope, r.decision_number as number, r.decision_date as date,
      (select count(*) from initiative_adoption a where a.initiative_id = initiative.id and a.stage = 'verified'
        and a.adopted_on <= ${last}) as adoptions
    from initiative
    join unit_now u on u.id = initiative.unit_id
    join lateral (select x.* from initiative_recognition x where x.initiative_id = initiative.id
      and x.decision_date <= ${last} and (${first}::date is null or x.decision_date >= ${first})
      order by x.level = 'province' desc limit 1) r on true
    where ${visibleTo(actor)}
      and (${unitId ?? null}::uuid is null or initiative.unit_id in (
        select t.descendant_id from unit_tree t where t.ancestor_id = ${unitId ?? null}::uuid))
      and (${schemeCode}::text is null or initiative.scheme_code = ${schemeCode})
    order by u.kind = 'commune', u.name collate "vi-x-icu", r.decision_date, initiative.id`.execute(db);
  return rows;
}
