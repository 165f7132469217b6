/** Who may know what a unit owes: those whose office reaches it, or reaches a unit that took over from it. No token does. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';

export const readers: readonly Role[] = ['officer', 'head', 'appraiser', 'auditor', 'inspector', 'deciding_authority'];

/** `unit` is a column that holds a unit's id. */
export function visibleTo(actor: Actor, unit: string): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, undefined)) return sql<boolean>`false`;
  const held = [...unitsHeld(actor, ...readers)];
  const below = sql`select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[])`;
  return sql<boolean>`(${sql.ref(unit)} in (${below}) or ${sql.ref(unit)} in (
    select s.predecessor_id from unit_succession s where s.successor_id in (${below})))`;
}
