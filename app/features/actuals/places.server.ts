/**
 * The units that make up a tree over time, in SQL: those there on the day and those that have ended by it, so that what
 * they reported stays in the periods before. Who was there when the movement began counts as always there.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import { indicatorsOn } from '../indicators/definitions.server.ts';
import { treeOn, unitsOn } from '../organisation/unit-rows.server.ts';

export type PlacesQuery = { readonly rootId: string; readonly knownOn?: PlainDate };

/** A subquery: id, code, name, kind, parent_id, takes_part, depth, began, `joined` (only when after the start), `ended`. */
export function placesUnder({ rootId, knownOn }: PlacesQuery): RawBuilder<unknown> {
  return sql`(
    select u.id, u.code, u.name, u.kind, u.parent_id, u.takes_part, t.depth, u.valid_from as began,
      case when u.valid_from > ${startOfMovement(knownOn)} then u.valid_from end as joined, u.valid_until as ended
    from ${treeOn(knownOn)} t join ${unitsOn(knownOn)} u on u.id = t.descendant_id
    where t.ancestor_id = ${rootId} and (u.is_active or u.valid_until <= today_here() or t.depth = 0))`;
}

function startOfMovement(knownOn?: PlainDate): RawBuilder<PlainDate> {
  return sql<PlainDate>`(select make_date(min(i.from_year), 1, 1) from ${indicatorsOn(knownOn)} i)`;
}
