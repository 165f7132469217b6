/** In which movements a unit commends: those that were launched and that the asker may know of; a secret one is never offered. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import { visibleTo } from '../movements/visible.server.ts';

export type MovementChoice = { readonly id: string; readonly name: string; readonly isSecret: boolean };

const out = sql<boolean>`movement.stage not in ('draft', 'withdrawn')`;

export async function movementChoices(db: Kysely<DB>, actor: Actor): Promise<readonly MovementChoice[]> {
  return db
    .selectFrom('movement')
    .where(visibleTo(actor))
    .where(out)
    .where('movement.is_secret', '=', false)
    .select(['movement.id', 'movement.name', 'movement.is_secret as isSecret'])
    .orderBy('movement.first_day', 'desc')
    .orderBy('movement.id')
    .limit(200)
    .execute();
}

export async function movementChosen(db: Kysely<DB>, actor: Actor, id: string): Promise<MovementChoice | undefined> {
  return db
    .selectFrom('movement')
    .where(visibleTo(actor))
    .where(out)
    .where('movement.id', '=', id)
    .select(['movement.id', 'movement.name', 'movement.is_secret as isSecret'])
    .executeTakeFirst();
}
