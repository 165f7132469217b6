/** The number as it stands on the paper, such as 05/QĐ-UBND, for a query: `numberText` in the words of SQL. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';

/** `decision`: what the query calls that table. Null while it has no number. */
export function numberOf(decision: string): RawBuilder<string> {
  const number = sql.ref(`${decision}.number`);
  return sql<string>`lpad(${number}::text, greatest(2, length(${number}::text)), '0') || '/' || (${sql.ref(`${decision}.content`)} ->> 'symbol')`;
}
