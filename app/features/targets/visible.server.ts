/** Who may know of an assigned target: whoever is signed in; the public only those of the province itself. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';

/** For a query that reads `assigned_target`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'person' && isInScope(actor, 'actuals:read')) return sql<boolean>`true`;
  return sql<boolean>`assigned_target.unit_id in (
    select u.id from unit_now u where u.kind = 'province' and u.parent_id is null and u.is_active)`;
}
