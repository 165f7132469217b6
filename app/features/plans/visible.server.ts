/** Who may know of which plan: approved ones whoever is signed in; others, and what is reported, whose office reaches the unit. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { insideRoles } from './procedure.ts';

/** For a query that reads `plan`. Tokens of the API have no scope for plans. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, undefined)) return sql<boolean>`false`;
  return sql<boolean>`(plan.stage = 'approved' or ${isInside(actor)})`;
}

/** How a plan came to be and what is reported of it. */
export function isInside(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (!isInScope(actor, undefined)) return sql<boolean>`false`;
  const near = [...unitsHeld(actor, ...insideRoles)];
  return sql<boolean>`(plan.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${near}::uuid[])))`;
}

/** Approved and not replaced by a newer edition. */
export function planInForce(alias: string): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${alias}.stage`)} = 'approved' and ${sql.ref(`${alias}.superseded_at`)} is null)`;
}
