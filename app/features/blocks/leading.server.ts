/** Who leads a block, as SQL: the hands of the table of moves at the places where a block is led today, and nowhere above them (ADR 0223). */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { leads } from './procedure.ts';

/** Pairs of block and year that the actor leads, or stands in for; a token as its person, when it may read evaluations. */
export function ledBy(actor: Actor): RawBuilder<unknown> {
  const hands = leads.map(({ role, at }) => {
    const held = isInScope(actor, 'evaluations:read') ? [...unitsHeld(actor, role)] : [];
    return sql`(l.place = ${at} and l.unit_id = any(${held}::uuid[]))`;
  });
  return sql`(select l.block_id, l.year from block_leading l where ${sql.join(hands, sql` or `)})`;
}
