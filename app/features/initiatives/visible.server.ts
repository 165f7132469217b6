/**
 * Who may know of which initiative: recognised ones whoever is signed in; a draft its unit; what was submitted also those who
 * review it or look on by office, and the members of its panel.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { reviewingRoles, writingRoles } from './procedure.ts';

/** For a query that reads `initiative`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'initiatives:read')) return sql<boolean>`false`;
  return sql<boolean>`(${isRecognised} or ${isInside(actor)})`;
}

/** How it came to be: texts returned, panels, judgements. */
export function isInside(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger') return sql<boolean>`false`;
  return sql<boolean>`(${isReached(actor, writingRoles)}
    or initiative.stage not in ('draft', 'withdrawn') and (${isReached(actor, reviewingRoles)} or exists (
      select from initiative_panel p join initiative_panel_member m on m.panel_id = p.id
      where p.initiative_id = initiative.id and m.person_id = ${actor.personId})))`;
}

function isReached(actor: Actor, roles: readonly Role[]): RawBuilder<boolean> {
  const held = [...unitsHeld(actor, ...roles)];
  return sql<boolean>`initiative.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[]))`;
}

const isRecognised = sql<boolean>`initiative.stage in ('recognised', 'raised')`;
