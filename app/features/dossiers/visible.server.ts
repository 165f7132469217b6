/**
 * Who may know of which dossier: its unit and those above it who write; from its submission on also where it is received, the
 * department that confirms it, whoever looks on by office, and once it lies before the council its members. A draft, and one that
 * never was handed in, stays with its unit.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { isActedForBy, isReachedFrom } from '../organisation/hands.server.ts';
import { lookingRoles, workingRoles, writingRoles } from './procedure.ts';

/** For a query that reads `dossier`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, 'dossiers:read')) return sql<boolean>`false`;
  const isSent = sql`dossier.stage <> 'draft' and dossier.submitted_at is not null`;
  return sql<boolean>`(${reach(actor, 'dossier.unit_id', writingRoles)} or ${isSent} and (
    ${reach(actor, 'dossier.to_unit_id', workingRoles)} or ${reach(actor, 'dossier.via_unit_id', writingRoles)}
    or ${reach(actor, 'dossier.unit_id', lookingRoles)} or ${reach(actor, 'dossier.to_unit_id', lookingRoles)}
    or ${isBeforeCouncil(actor)}))`;
}

/** Members of the council of the receiving unit, from the day it lies before them. */
function isBeforeCouncil(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${isActedForBy('dossier.to_unit_id', unitsHeld(actor, 'council_member'))}
    and dossier.stage not in ('submitted', 'returned', 'appraising', 'consulting', 'withdrawn'))`;
}

function reach(actor: Actor, unit: string, roles: readonly Role[]): RawBuilder<boolean> {
  return isReachedFrom(unit, unitsHeld(actor, ...roles));
}
