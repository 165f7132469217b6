/** Who may know of which honour: whoever may know of its holder (register); a token only with the scope for honours. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { visibleTo as holderVisibleTo } from '../register/visible.server.ts';

/** For a query that reads `honour` joined to `holder`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  return isInScope(actor, 'honours:read') ? holderVisibleTo(actor) : sql<boolean>`false`;
}
