/** Whether somebody may begin a set: what the procedure says of a draft that is not there yet. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { permit } from '../../kernel/procedure.ts';
import type { DB } from '../../platform/db-types.ts';
import { setPlaces } from './places.server.ts';
import { setProcedure } from './procedure.ts';

export async function mayBegin(db: Kysely<DB>, actor: Actor): Promise<boolean> {
  return permit(setProcedure, { stage: 'draft', places: await setPlaces(db), submittedBy: null }, actor, 'change').ok;
}
