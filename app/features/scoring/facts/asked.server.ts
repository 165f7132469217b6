/** For whom and which year figures are asked. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { PlainDate } from '../../../kernel/calendar.ts';
import { TIME_ZONE } from '../../../kernel/calendar.ts';
import type { Measured } from '../measured.ts';

export type FactsAsked = {
  /** For which the figures are asked: of a movement's review the years before it count. */
  readonly judgementId: string;
  readonly year: number;
  readonly today: PlainDate;
  /** As known at the end of this day; what is known now when absent. */
  readonly known?: PlainDate | undefined;
  readonly unitIds: readonly string[];
};

/** By unit; a unit that is not among them has nothing of the kind. */
export type Measurement = ReadonlyMap<string, Measured>;

/** Days as text: what is kept with a result must read the same years later. */
export function dayIn(column: string): RawBuilder<PlainDate> {
  return sql<PlainDate>`to_char(${sql.ref(column)} at time zone ${sql.lit(TIME_ZONE)}, 'YYYY-MM-DD')`;
}

export function among(column: string, unitIds: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`${sql.ref(column)} = any(${[...unitIds]}::uuid[])`;
}
