/** Who may know of which pledge: accepted ones whoever is signed in; others those whose office reaches the unit. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import { isInScope } from '../../kernel/permit.ts';
import { endOfDay } from '../../platform/known.server.ts';
import { insideRoles } from './procedure.ts';

/** For a query that reads `pledge`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'pledges:read')) return sql<boolean>`false`;
  return sql<boolean>`(pledge.stage = 'accepted' or ${isInside(actor)})`;
}

/** How a pledge came to be, before it was accepted, stays with those whose office reaches it. */
export function isInside(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  const near = [...unitsHeld(actor, ...insideRoles)];
  const owned = [...unitsHeld(actor, 'indicator_owner')];
  return sql<boolean>`(pledge.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${near}::uuid[]))
    or pledge.indicator_code in (select i.code from indicator i where i.owner_unit_id in (
      select t.descendant_id from unit_tree t where t.ancestor_id = any(${owned}::uuid[]))))`;
}

/** Accepted and not replaced: what a unit has promised. On a day: by its end. Drafts and what waits are no facts yet. */
export function pledgeInForce(alias: string, knownOn?: PlainDate): RawBuilder<boolean> {
  const until = sql.ref(`${alias}.superseded_at`);
  const accepted = sql`${sql.ref(`${alias}.stage`)} = 'accepted'`;
  if (knownOn === undefined) return sql<boolean>`(${accepted} and ${until} is null)`;
  return sql<boolean>`(${accepted} and ${sql.ref(`${alias}.decided_at`)} < ${endOfDay(knownOn)}
    and (${until} is null or ${until} >= ${endOfDay(knownOn)}))`;
}
