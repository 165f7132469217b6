/** Who may know of which pledge: accepted ones whoever is signed in; others those whose office reaches the unit. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { insideRoles } from './procedure.ts';

/** For a query that reads `pledge`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'pledges:read')) return sql<boolean>`false`;
  const near = [...unitsHeld(actor, ...insideRoles)];
  const owned = [...unitsHeld(actor, 'indicator_owner')];
  return sql<boolean>`(pledge.stage = 'accepted'
    or pledge.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${near}::uuid[]))
    or pledge.indicator_code in (select i.code from indicator i where i.owner_unit_id in (
      select t.descendant_id from unit_tree t where t.ancestor_id = any(${owned}::uuid[]))))`;
}
