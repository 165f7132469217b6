/** Who may know of which fund: its own body's keepers, and those above who decide or look on by office. */
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { reaches } from '../organisation/reach.server.ts';
import { readingRoles } from './procedure.ts';

/** For a query that reads `fund_year`. A token of the API reaches none. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  return reaches(actor, 'fund_year.unit_id', readingRoles);
}
