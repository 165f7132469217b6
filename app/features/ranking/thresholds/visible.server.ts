/** Who may know of which thresholds: those in force, whoever is signed in; what is proposed or was withdrawn, who works on them or looks on by office at the province. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../../kernel/actor.ts';
import { isInScope } from '../../../kernel/permit.ts';
import { reaches } from '../../organisation/reach.server.ts';

const scope = 'evaluations:read';
const readers: readonly Role[] = ['appraiser', 'deciding_authority', 'council_secretary', 'auditor'];

/** For a query that reads `classification_rule`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, scope)) return sql<boolean>`false`;
  return sql<boolean>`(classification_rule.state in ('default', 'confirmed') or exists (
    select from unit_now root where root.kind = 'province' and root.parent_id is null and root.is_active and ${reaches(actor, 'root.id', readers, scope)}))`;
}
