/** Who may know of which complaint: those who handle it at its body or above, whoever decides there, auditors; never whom it is about. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { reaches } from '../../organisation/reach.server.ts';
import { handlingRoles } from './complaint.ts';

/** For a query that reads `complaint`. A token of the API reaches none. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'person') return sql<boolean>`${actor.kind === 'system'}::boolean`;
  return sql<boolean>`(${reaches(actor, 'complaint.handler_id', [...handlingRoles, 'deciding_authority', 'auditor'])}
    and not exists (select from holder about where about.id = complaint.holder_id and about.person_id = ${actor.personId}))`;
}
