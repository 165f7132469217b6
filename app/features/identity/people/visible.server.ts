/** Whom one may see: administrators the people of the units they reach, everybody themselves. On a person named p. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { unitsHeld } from '../../../kernel/actor.ts';

export function visibleTo(actor: Actor): RawBuilder<boolean> {
  switch (actor.kind) {
    case 'stranger':
      return sql<boolean>`false`;
    case 'system':
      return sql<boolean>`true`;
    case 'person':
      return sql<boolean>`(p.id = ${actor.personId}::uuid or exists (
        select from unit_tree t
        where t.descendant_id = p.unit_id and t.ancestor_id = any(${unitsAdministered(actor)}::uuid[])))`;
  }
}

/** A token of the API carries no administration. */
function unitsAdministered(actor: Actor & { readonly kind: 'person' }): readonly string[] {
  return actor.scopes === undefined ? unitsHeld(actor, 'administrator') : [];
}
