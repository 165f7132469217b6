/**
 * Who may know of flags: whoever appraises, decides or looks on by office, of those they entered and of those about holders in their
 * reach. A unit never reads what other bodies say of its people.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { reaches } from '../organisation/reach.server.ts';
import { insideRoles } from './rights.ts';

/** For a query that reads `flag`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, undefined)) return sql<boolean>`false`;
  return sql<boolean>`(${reaches(actor, 'flag.at_unit_id', insideRoles)} or exists (
    select from holder h where h.id = flag.holder_id and ${reaches(actor, 'h.unit_id', insideRoles)}))`;
}
