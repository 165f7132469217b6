/**
 * Who may know of what. Rounds once opened: whoever is signed in. Which units a round expects and how they stand: those
 * whose office reaches the unit. What a unit is writing: the unit. What it sent: also those who receive, check and decide.
 * A token of the API: as its person, when it may read reports.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { reaches } from '../organisation/reach.server.ts';

const writers: readonly Role[] = ['officer', 'head'];
const readers: readonly Role[] = ['appraiser', 'auditor', 'inspector', 'deciding_authority'];

const scope = 'reports:read';

const all = sql<boolean>`true`;
const none = sql<boolean>`false`;

/** For a query that reads `reporting_round`. */
export function roundVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return all;
  if (actor.kind === 'stranger' || !isInScope(actor, scope)) return none;
  const held = [...unitsHeld(actor, 'appraiser')];
  return sql<boolean>`(reporting_round.stage in ('open', 'closed') or exists (
    select from unit_now r where r.id = any(${held}::uuid[]) and r.parent_id is null and r.kind = 'province'))`;
}

/** For a query that reads `round_unit`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  return reaches(actor, 'round_unit.unit_id', [...writers, ...readers], scope);
}

/** For a query that reads `report`: what its unit is writing. */
export function draftVisibleTo(actor: Actor): RawBuilder<boolean> {
  return reaches(actor, 'report.unit_id', writers, scope);
}

/** For a query that reads `report`: what has been sent of it. */
export function sentVisibleTo(actor: Actor): RawBuilder<boolean> {
  return sql<boolean>`(${reaches(actor, 'report.unit_id', [...writers, ...readers], scope)} and exists (
    select from report_sending s where s.report_id = report.id and s.recalled_at is null))`;
}
