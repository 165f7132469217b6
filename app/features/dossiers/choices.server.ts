/** For which units a person writes dossiers. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { UnitChoice } from '../organisation/units-below.server.ts';
import { unitsBelow } from '../organisation/units-below.server.ts';
import { writingRoles } from './procedure.ts';

/** Own units first, then those below them. */
export function unitChoices(db: Kysely<DB>, person: Person): Promise<readonly UnitChoice[]> {
  return unitsBelow(db, unitsHeld(person, ...writingRoles), 500);
}
