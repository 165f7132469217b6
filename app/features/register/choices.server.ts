/** For which units a person writes or reads the register. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import type { DB } from '../../platform/db-types.ts';
import type { UnitChoice } from '../organisation/units-below.server.ts';
import { unitsBelow } from '../organisation/units-below.server.ts';
import { readingRoles, registerRights } from './rights.ts';

const most = 4000;

/** Where they write: own units first, then those below them. */
export function unitChoices(db: Kysely<DB>, person: Person): Promise<readonly UnitChoice[]> {
  return unitsBelow(db, unitsHeld(person, ...registerRights['holder.enter'].by), most);
}

/** Where they read the register. */
export function readableUnits(db: Kysely<DB>, person: Person): Promise<readonly UnitChoice[]> {
  return unitsBelow(db, unitsHeld(person, ...readingRoles), most);
}
