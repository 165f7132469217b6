/** Whether a unit stands within an office's reach: below where the role is held, or taken over by what stands there. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role, Scope } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';

/**
 * `unit`: a column that names one. A unit that was merged stays within reach of those who took over from it. A token reaches none
 * but by the scope that is given.
 */
export function reaches(actor: Actor, unit: string, roles: readonly Role[], within?: Scope): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, within)) return sql<boolean>`false`;
  const held = [...unitsHeld(actor, ...roles)];
  const below = sql`select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[])`;
  return sql<boolean>`(${sql.ref(unit)} in (${below}) or ${sql.ref(unit)} in (
    select s.predecessor_id from unit_succession s where s.successor_id in (${below})))`;
}
