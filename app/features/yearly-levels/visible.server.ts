/** Who may know of a list: while it is written those who write for the unit; handed in, whoever reads the register for the unit or above it. A token of the API: as its person, when it may read the register. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { reaches } from '../organisation/reach.server.ts';
import { readingRoles } from '../register/rights.ts';

const scope = 'register:read';

/** For a query that reads `level_list`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${reaches(actor, 'level_list.unit_id', ['officer', 'head'], scope)}
    or (level_list.stage in ('submitted', 'confirmed') and ${reaches(actor, 'level_list.unit_id', readingRoles, scope)}))`;
}
