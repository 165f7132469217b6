/**
 * Who may know of which revocation: the draft those of the body that writes it; from its proposal on also those where it is decided and who looks
 * on by office; once decided whoever may know of the honour. Refused, it stays with those who worked on it.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { reaches } from '../organisation/reach.server.ts';
import { visibleTo as holderVisibleTo } from '../register/visible.server.ts';
import { decidingRoles, writingRoles } from './procedure.ts';

/** For a query that reads `revocation` joined to `honour` and `holder`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  const known = isInScope(actor, 'honours:read') ? holderVisibleTo(actor) : sql<boolean>`false`;
  return sql<boolean>`(revocation.stage in ('decided', 'restored') and ${known} or ${isInside(actor)})`;
}

/** How it came to be: who proposed it and why, the opinion, the evidence. */
export function isInside(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${reaches(actor, 'revocation.unit_id', writingRoles)}
    or revocation.stage <> 'draft' and revocation.submitted_at is not null and ${reaches(actor, 'revocation.decider_id', decidingRoles)})`;
}
