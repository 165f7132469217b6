/** "As known on a day", in SQL: what stood at the end of a day of the province. Without a day: what stands. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { PlainDate } from '../kernel/calendar.ts';
import { TIME_ZONE } from '../kernel/calendar.ts';

/** The first instant that no longer belongs to the day. */
export function endOfDay(day: PlainDate): RawBuilder<Date> {
  return sql<Date>`((${day}::date + 1)::timestamp at time zone ${sql.lit(TIME_ZONE)})`;
}

/** For a dated row (`known_at`, `superseded_at`) read under this alias. */
export function stood(alias: string, knownOn?: PlainDate): RawBuilder<boolean> {
  const until = sql.ref(`${alias}.superseded_at`);
  if (knownOn === undefined) return sql<boolean>`(${until} is null)`;
  return sql<boolean>`(${sql.ref(`${alias}.known_at`)} < ${endOfDay(knownOn)}
    and (${until} is null or ${until} >= ${endOfDay(knownOn)}))`;
}
