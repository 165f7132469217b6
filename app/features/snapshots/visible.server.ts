/** Who may know of snapshots: whoever is signed in; a token of the API with the scope. They hold single units' figures. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';

export function visibleTo(actor: Actor): RawBuilder<boolean> {
  const may = actor.kind === 'system' || (actor.kind === 'person' && isInScope(actor, 'snapshots:read'));
  return may ? sql<boolean>`true` : sql<boolean>`false`;
}
