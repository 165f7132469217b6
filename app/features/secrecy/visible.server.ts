/**
 * Who may know of a paper: the office that sent it, the one it is for, lead bodies of the scheme, the appraising body and
 * the auditor. Nobody else, no token, no search, no export.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { reaches } from '../organisation/reach.server.ts';

const holders: readonly Role[] = ['officer', 'head', 'appraiser', 'auditor'];

/** For a query that reads `secret_paper`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${reaches(actor, 'secret_paper.sender_id', holders)}
    or ${reaches(actor, 'secret_paper.receiver_id', holders)}
    or exists (select from scheme_unit l where l.scheme_code = secret_paper.scheme_code and l.part = 'lead'
      and ${reaches(actor, 'l.unit_id', ['officer', 'head'])}))`;
}
