/** What was known on a day, in SQL: verified by its end, and not superseded by then. A day is a day of the province. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { PlainDate } from '../../kernel/calendar.ts';
import { TIME_ZONE } from '../../kernel/calendar.ts';
import { endOfDay, stood } from '../../platform/known.server.ts';

/** For a query that reads `actual` as `a`. Without a day: what is in force. */
export function inForce(knownOn?: PlainDate): RawBuilder<boolean> {
  return sql<boolean>`(a.stage = 'verified' and ${stood('a', knownOn)})`;
}

/** The same with all that had been superseded by then: the engine tells corrections from it. */
export function knownBy(knownOn: PlainDate): RawBuilder<boolean> {
  return sql<boolean>`(a.stage = 'verified' and a.known_at < ${endOfDay(knownOn)})`;
}

/** The day on which a value became known. */
export function knownDay(): RawBuilder<PlainDate> {
  return sql<PlainDate>`(a.known_at at time zone ${sql.lit(TIME_ZONE)})::date`;
}
