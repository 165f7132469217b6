/** Who may know of which decision: those who take its steps and who look on by office; issued, everybody reads what it publishes (public.server.ts). */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { isActedForBy, isReachedFrom } from '../organisation/hands.server.ts';
import { knowingRoles, ownRoles } from './procedure.ts';

/** For a query that reads `decision`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'dossiers:read')) return sql<boolean>`false`;
  return sql<boolean>`(${reached(actor, knowingRoles)} or ${own(actor, ownRoles)})`;
}

/** Whoever would know of a decision of that unit; and whoever looks after the product there, of its books and marks alone. */
export function unitVisibleTo(actor: Actor, unit: string): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || actor.scopes !== undefined) return sql<boolean>`false`;
  const over = [...unitsHeld(actor, ...knowingRoles, 'administrator')];
  const ownUnits = [...unitsHeld(actor, ...ownRoles)];
  return sql<boolean>`(${sql.ref(unit)} = any(${ownUnits}::uuid[])
    or ${sql.ref(unit)} in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${over}::uuid[])))`;
}

function reached(actor: Actor, roles: readonly Role[]): RawBuilder<boolean> {
  return isReachedFrom('decision.unit_id', unitsHeld(actor, ...roles));
}

/** Officers and heads know of the decisions of their own body, not of those below it. */
function own(actor: Actor, roles: readonly Role[]): RawBuilder<boolean> {
  return isActedForBy('decision.unit_id', unitsHeld(actor, ...roles));
}
