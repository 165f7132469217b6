/**
 * Who may know of what. A programme in preparation: those whose office reaches the body that inspects. Approved: also those
 * whose office reaches a unit of it. That a unit is to be inspected: the same. Minutes and findings: whoever inspects, the
 * team, and once issued the unit itself and those whose office reaches it; no other unit of the same programme. A token of the API: as its
 * person, when it may read inspections.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { reaches } from '../organisation/reach.server.ts';
import { concernedRoles, insideRoles } from './procedure.ts';

const scope = 'inspections:read';

/** For a query that reads `inspection_programme`. */
export function programmeVisibleTo(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${reaches(actor, 'inspection_programme.unit_id', insideRoles, scope)}
    or (inspection_programme.stage = 'approved' and exists (
      select from inspection i where i.programme_id = inspection_programme.id and ${reaches(actor, 'i.unit_id', concernedRoles, scope)})))`;
}

/** For a query that reads `inspection`: that it is there, when and by whom. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${isInspecting(actor)} or (${reaches(actor, 'inspection.unit_id', concernedRoles, scope)} and (
    inspection.programme_id is null or exists (
      select from inspection_programme p where p.id = inspection.programme_id and p.stage = 'approved'))))`;
}

/** For a query that reads `inspection`: its minutes and papers. */
export function minutesVisibleTo(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${isInspecting(actor)}
    or (inspection.stage = 'held' and ${reaches(actor, 'inspection.unit_id', concernedRoles, scope)}))`;
}

function isInspecting(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${reaches(actor, 'inspection.by_unit_id', insideRoles, scope)}
    or inspection.id in (${teamsOf(actor)}))`;
}

/** For a query that reads `finding`. */
export function findingVisibleTo(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${reaches(actor, 'finding.by_unit_id', insideRoles, scope)} or finding.inspection_id in (${teamsOf(actor)})
    or (finding.stage <> 'draft' and ${reaches(actor, 'finding.unit_id', concernedRoles, scope)}))`;
}

/** Inspections in whose team the person stands. */
function teamsOf(actor: Actor) {
  const personId = actor.kind === 'person' && isInScope(actor, scope) ? actor.personId : null;
  return sql`select m.inspection_id from inspection_member m where m.person_id = ${personId}`;
}

/** That a body held a check, not what it found: the directive's commitment is counted from it, for whoever is signed in. */
export function heldKnownTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  return actor.kind === 'person' && isInScope(actor, undefined) ? sql<boolean>`true` : sql<boolean>`false`;
}
