/**
 * Who may know of which holder: those who read for its unit or above it; the council and the body that a dossier passes through,
 * while it lies before them; and whoever it is themselves. The public reads published honours elsewhere.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { isActedForBy } from '../organisation/hands.server.ts';
import { identityRoles, readingRoles } from './rights.ts';

/** For a query that reads `holder`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  const ways = waysToSee(actor);
  return ways.length === 0 ? sql<boolean>`false` : sql<boolean>`(${sql.join(ways, sql` or `)})`;
}

/** Each of them alone can be looked up in an index; joined by "or" they cannot. */
export function waysToSee(actor: Actor): readonly RawBuilder<boolean>[] {
  if (actor.kind === 'system') return [sql<boolean>`true`];
  if (actor.kind === 'stranger' || !(isInScope(actor, 'register:read') || isInScope(actor, 'honours:read'))) return [];
  const held = unitsHeld(actor, ...readingRoles);
  return [
    ...(held.length === 0 ? [] : [below(held)]),
    sql<boolean>`holder.person_id = ${actor.personId}`,
    ...beforeThem(actor),
  ];
}

/** Of persons only, by officers of the unit and appraisers. */
export function identityVisibleTo(actor: Actor): RawBuilder<boolean> {
  const held = actor.kind === 'person' && actor.scopes === undefined ? unitsHeld(actor, ...identityRoles) : [];
  return held.length === 0 ? sql<boolean>`false` : below(held);
}

// `distinct` lets the planner see that the units are few and read them once, not for each holder of a name.
function below(held: readonly string[]): RawBuilder<boolean> {
  return sql<boolean>`holder.unit_id in (select distinct t.descendant_id from unit_tree t where t.ancestor_id = any(${[...held]}::uuid[]))`;
}

/** Asked only of those who hold such a role. */
function beforeThem(actor: Person): readonly RawBuilder<boolean>[] {
  const council = unitsHeld(actor, 'council_member');
  const via = unitsHeld(actor, 'officer', 'head');
  const lies = [
    ...(council.length > 0 ? [sql`d.stage = 'council' and ${isActedForBy('d.to_unit_id', council)}`] : []),
    ...(via.length > 0 ? [sql`d.stage not in ('draft', 'withdrawn') and ${isActedForBy('d.via_unit_id', via)}`] : []),
  ];
  if (lies.length === 0) return [];
  return [
    sql<boolean>`holder.id in (select n.holder_id from nominee n join dossier d on d.id = n.dossier_id
      where n.outcome <> 'removed' and (${sql.join(lies, sql` or `)}))`,
  ];
}
