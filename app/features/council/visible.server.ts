/**
 * Who may know of which session, and of which item in it. Whoever is related to a nominee sees that the item is on the agenda and nothing more
 * of it: no votes, counts, papers or outcome, whatever else they are (secretary, chair, auditor).
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isActedForBy, isReachedFrom } from '../organisation/hands.server.ts';

const running: readonly Role[] = ['council_secretary'];
/** By office, at the unit or above it. */
const onlooking: readonly Role[] = ['deciding_authority', 'appraiser', 'auditor', 'inspector'];

/** For a query that reads `council`. */
export function visibleCouncil(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || actor.scopes !== undefined) return sql<boolean>`false`;
  return sql<boolean>`(${isAt(actor, running, 'council.unit_id')} or ${isReached(actor, onlooking, 'council.unit_id')}
    or exists (select from council_member m where m.council_id = council.id and m.person_id = ${actor.personId}))`;
}

/** For a query that reads `council_session`: what is only planned is the secretary's; members know of what they sat in or sit in now. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || actor.scopes !== undefined) return sql<boolean>`false`;
  const unit = 'council_session.unit_id';
  return sql<boolean>`(${isAt(actor, running, unit)} or council_session.stage <> 'planned' and (
    ${isReached(actor, onlooking, unit)} or ${sitsIn(actor.personId)}))`;
}

/**
 * For a query that reads `council_item` and its `council_session`: what the council came to. Beside those who may know of the session the
 * head of that very unit, who decides where nobody else does; nobody whom the item concerns.
 */
export function isResultVisible(actor: Actor): RawBuilder<boolean> {
  if (actor.kind !== 'person') return visibleTo(actor);
  const decides = isAt(actor, ['head'], 'council_session.unit_id');
  const may = actor.scopes === undefined ? sql<boolean>`(${visibleTo(actor)} or ${decides})` : sql<boolean>`false`;
  return sql<boolean>`(${may} and not ${isInterested(actor.personId)})`;
}

/** Seated since the opening; before it, a member on the day it is planned for. */
export function sitsIn(personId: string): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from council_seat s where s.session_id = council_session.id and s.person_id = ${personId})
    or council_session.opened_at is null and exists (select from council_member m where m.council_id = council_session.council_id
      and m.person_id = ${personId} and m.valid_from <= council_session.planned_on
      and (m.valid_until is null or m.valid_until > council_session.planned_on)))`;
}

/** For a query that reads `council_item`: the nominee is this person, the unit they belong to, or whom they declared. */
export function isInterested(personId: string | RawBuilder<string>): RawBuilder<boolean> {
  return sql<boolean>`(exists (select from council_interest i where i.item_id = council_item.id and i.person_id = ${personId})
    or ${derivedGround(personId)} is not null)`;
}

/** What the register itself shows: 'own', 'unit' or null. */
export function derivedGround(personId: string | RawBuilder<string>): RawBuilder<'own' | 'unit' | null> {
  return sql<'own' | 'unit' | null>`(select case when bool_or(h.person_id = ${personId}) then 'own'
      when bool_or(h.is_unit_id = (select p.unit_id from person p where p.id = ${personId})) then 'unit' end
    from nominee n join holder g on g.id = n.holder_id join holder h on h.id in (g.id, g.merged_into)
    where n.id = council_item.nominee_id)`;
}

const isAt = (actor: Actor, roles: readonly Role[], unit: string) => isActedForBy(unit, unitsHeld(actor, ...roles));
const isReached = (actor: Actor, roles: readonly Role[], unit: string) =>
  isReachedFrom(unit, unitsHeld(actor, ...roles));
