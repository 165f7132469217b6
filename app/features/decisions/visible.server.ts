/** Who may know of which decision: those who take its steps and who look on by office; issued, everybody reads what it publishes (public.server.ts). */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { knowingRoles, ownRoles } from './procedure.ts';

/** For a query that reads `decision`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'dossiers:read')) return sql<boolean>`false`;
  return sql<boolean>`(${reached(actor, knowingRoles)} or ${own(actor, ownRoles)})`;
}

function reached(actor: Actor, roles: readonly Role[]): RawBuilder<boolean> {
  const held = [...unitsHeld(actor, ...roles)];
  return sql<boolean>`decision.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))`;
}

/** Officers and heads know of the decisions of their own body, not of those below it. */
function own(actor: Actor, roles: readonly Role[]): RawBuilder<boolean> {
  return sql<boolean>`decision.unit_id = any(${[...unitsHeld(actor, ...roles)]}::uuid[])`;
}
