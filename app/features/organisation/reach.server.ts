/** Whether a unit stands within an office's reach: below where the role is held, or taken over by what stands there. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role, Scope } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';

/**
 * `unit`: a column that names one. A unit that has ended stays within reach of those who took over from it, over however many mergers
 * (`units_in_care`, ADR 0260). A token reaches none but by the scope that is given.
 */
export function reaches(actor: Actor, unit: string, roles: readonly Role[], within?: Scope): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, within)) return sql<boolean>`false`;
  const held = [...unitsHeld(actor, ...roles)];
  return sql<boolean>`${sql.ref(unit)} in (select id from units_in_care(
    array(select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))) id)`;
}
