/**
 * Who may know of which criteria set: published ones and those they replaced, whoever is signed in; drafts and what was withdrawn, those who organise the blocks of the province. One
 * of a movement besides only who may know of the movement. A token of the API: as its person, when it may read evaluations.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { visibleTo as movementVisibleTo } from '../movements/visible.server.ts';
import { reaches } from '../organisation/reach.server.ts';

const scope = 'evaluations:read';
const draftReaders: readonly Role[] = ['appraiser', 'auditor', 'council_secretary', 'deciding_authority'];

/** For a query that reads `criteria_set`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, scope)) return sql<boolean>`false`;
  const ofMovement = sql`(criteria_set.movement_id is null or exists (
    select from movement where movement.id = criteria_set.movement_id and ${movementVisibleTo(actor)}))`;
  return sql<boolean>`(${ofMovement} and (criteria_set.stage in ('published', 'superseded') or ${organises(actor)}))`;
}

/** Blocks are the province's: an office held at its root. */
function organises(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`exists (select from unit_now root where root.kind = 'province' and root.parent_id is null and root.is_active and ${reaches(actor, 'root.id', draftReaders, scope)})`;
}
