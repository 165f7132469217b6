/** The organisation is public: whoever asks may see every unit and block. Said once, so that it can change in one place. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';

export function visibleTo(actor: Actor): RawBuilder<boolean> {
  switch (actor.kind) {
    case 'stranger':
    case 'person':
    case 'system':
      return sql<boolean>`true`;
  }
}
