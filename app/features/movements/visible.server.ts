/**
 * Who may know of which movement: launched ones everybody when public, whoever is signed in when internal, and when
 * restricted those whose office reaches one of its units; drafts and withdrawn ones those whose office reaches the
 * launching unit. One handled under the rules on state secrets leaves by no token.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import type { MovementStage } from './movement.ts';
import { movementStages } from './movement.ts';
import { insideRoles } from './procedure.ts';

/** For a query that reads `movement`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  const isOut = sql`movement.stage not in ('draft', 'withdrawn')`;
  if (actor.kind === 'stranger') return sql<boolean>`(movement.visibility = 'public' and ${isOut})`;
  if (!isInScope(actor, 'movements:read')) return sql<boolean>`false`;
  const byToken = actor.scopes === undefined ? sql`true` : sql`not movement.is_secret`;
  return sql<boolean>`(${byToken} and ((${isOut} and ${isReachable(actor)}) or ${isInside(actor)}))`;
}

/** Whoever stands in its scope may know of a restricted one, and so of what is done for it: plans for it ask this too. */
export function isReachable(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  return sql<boolean>`(movement.visibility <> 'restricted' or exists (
    select from movement_unit s where s.movement_id = movement.id and s.unit_id in (${below(actor)})))`;
}

/** How a movement came to be, before it was launched, stays with those whose office reaches it. */
export function isInside(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  return sql<boolean>`(movement.unit_id in (${below(actor)}))`;
}

/** The stages in which they may find a movement at all: what a filter offers. */
export function stagesSeenBy(actor: Actor): readonly MovementStage[] {
  const seesInside = actor.kind === 'system' || unitsHeld(actor, ...insideRoles).length > 0;
  return movementStages.filter((stage) => seesInside || (stage !== 'draft' && stage !== 'withdrawn'));
}

function below(actor: Actor) {
  const held = [...unitsHeld(actor, ...insideRoles)];
  return sql`select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[])`;
}
