/** Objections to a card, as whoever may read its points reads them; newest first. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';

export type Objection = {
  readonly id: string;
  readonly code: string | null;
  readonly text: string;
  readonly stage: 'filed' | 'upheld' | 'dismissed' | 'withdrawn';
  readonly filedName: string | null;
  readonly filedAt: Date;
  readonly answer: string | null;
  readonly answeredName: string | null;
  readonly answeredAt: Date | null;
  readonly version: number;
};

/** For callers that may read what is on the card. */
export async function objectionsOn(db: Kysely<DB>, cardId: string): Promise<readonly Objection[]> {
  const { rows } = await sql<Objection>`
    select o.id, o.code, o.text, o.stage, f.full_name as "filedName", o.filed_at as "filedAt", o.answer, a.full_name as "answeredName",
      o.answered_at as "answeredAt", o.version
    from objection o left join person f on f.id = o.filed_by left join person a on a.id = o.answered_by
    where o.card_id = ${cardId} order by o.filed_at desc, o.id`.execute(db);
  return rows;
}
