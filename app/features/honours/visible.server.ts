/**
 * Who may know of which honour: decisions of commendation are acts that are made known, so whoever is signed in may; a token
 * with the scope. Of the holder no more than name, unit and kind goes out by here.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';

/** For a query that reads `honour` joined to `holder`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'honours:read')) return sql<boolean>`false`;
  return sql<boolean>`true`;
}
