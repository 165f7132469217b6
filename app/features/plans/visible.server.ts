/** Who may know of which plan: approved ones whoever is signed in; others, and what is reported, whose office reaches the unit. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { endOfDay } from '../../platform/known.server.ts';
import { isInside as isInsideMovement, isReachable } from '../movements/visible.server.ts';
import { insideRoles } from './procedure.ts';

/** For a query that reads `plan`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'plans:read')) return sql<boolean>`false`;
  return sql<boolean>`((plan.stage = 'approved' and ${mayKnowWhatFor(actor)}) or ${isInside(actor)})`;
}

/** A restricted movement is not given away by the plans for it. */
function mayKnowWhatFor(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(plan.movement_id is null or exists (
    select from movement where movement.id = plan.movement_id and (${isReachable(actor)} or ${isInsideMovement(actor)})))`;
}

/** How a plan came to be and what is reported of it. */
export function isInside(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (!isInScope(actor, 'plans:read')) return sql<boolean>`false`;
  const near = [...unitsHeld(actor, ...insideRoles)];
  return sql<boolean>`(plan.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${near}::uuid[])))`;
}

/** For a query that reads `plan_progress` as `p`: a part that this person reports for themselves. */
export function isOwnPart(actor: Actor): RawBuilder<boolean> {
  if (!isInScope(actor, 'plans:read')) return sql<boolean>`false`;
  const held = [...unitsHeld(actor, 'officer', 'head')];
  return sql<boolean>`(p.part_unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[])))`;
}

/** Approved and not replaced by a newer edition. On a day: by its end. */
export function planInForce(alias: string, knownOn?: PlainDate): RawBuilder<boolean> {
  return sql<boolean>`(${isApproved(alias, knownOn)} and not ${isReplaced(alias, knownOn)})`;
}

export function isApproved(alias: string, knownOn?: PlainDate): RawBuilder<boolean> {
  const approved = sql<boolean>`${sql.ref(`${alias}.stage`)} = 'approved'`;
  return knownOn === undefined
    ? approved
    : sql<boolean>`(${approved} and ${sql.ref(`${alias}.decided_at`)} < ${endOfDay(knownOn)})`;
}

export function isReplaced(alias: string, knownOn?: PlainDate): RawBuilder<boolean> {
  const at = sql.ref(`${alias}.superseded_at`);
  return knownOn === undefined
    ? sql<boolean>`(${at} is not null)`
    : sql<boolean>`(${at} is not null and ${at} < ${endOfDay(knownOn)})`;
}
