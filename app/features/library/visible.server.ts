/** Who may read which document: public ones everybody, others whoever is signed in. Tokens of the API have no scope for them. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';

/** For a query that reads `library_document`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  const seesAll = actor.kind === 'system' || (actor.kind === 'person' && isInScope(actor, undefined));
  return seesAll ? sql<boolean>`true` : sql<boolean>`library_document.is_public`;
}
