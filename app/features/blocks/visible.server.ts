/**
 * Who may know of what. That a block is, who sits in it and by which decision: everybody signed in, as the organisation is public. A draft of a pact, a meeting that is only planned,
 * minutes that are being written: whoever leads the block, or stands in. Out for signing, called or held: the members too, and those who organise or look on by office at the province. A
 * signed pact, closed minutes: whoever is signed in. A token of the API: as its person, when it may read evaluations.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import { ledBy } from './leading.server.ts';

const scope = 'evaluations:read';
const organisers: readonly Role[] = ['appraiser', 'auditor', 'inspector', 'council_secretary', 'deciding_authority'];

type Table = 'block_pact' | 'block_meeting';
const no = sql<boolean>`false`;
const isReader = (actor: Actor): boolean => actor.kind === 'person' && isInScope(actor, scope);

/** For a query that reads the table. */
function isLeading(actor: Actor, table: Table): RawBuilder<boolean> {
  return sql<boolean>`(${sql.ref(`${table}.block_id`)}, ${sql.ref(`${table}.year`)}) in ${ledBy(actor)}`;
}

function isMember(actor: Actor, table: Table): RawBuilder<boolean> {
  const held = [...unitsHeld(actor, 'officer', 'head', 'block_lead')];
  return sql<boolean>`exists (select from block_member m where m.block_id = ${sql.ref(`${table}.block_id`)} and m.year = ${sql.ref(`${table}.year`)}
    and unit_hand(m.unit_id) = any(${held}::uuid[]))`;
}

function isOrganiser(actor: Actor): RawBuilder<boolean> {
  const held = [...unitsHeld(actor, ...organisers)];
  return sql<boolean>`exists (select from unit_now u where u.parent_id is null and u.is_active and u.id = any(${held}::uuid[]))`;
}

/** That a block is there: whoever may open its page. */
export function blockVisibleTo(actor: Actor): RawBuilder<boolean> {
  return actor.kind === 'system' || isReader(actor) ? sql<boolean>`true` : no;
}

/** For a query that reads `block_pact`. */
export function pactVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (!isReader(actor)) return no;
  const near = sql<boolean>`(block_pact.opened_at is not null and block_pact.stage in ('open', 'superseded') and (${isMember(actor, 'block_pact')} or ${isOrganiser(actor)}))`;
  return sql<boolean>`(block_pact.closed_at is not null or ${near} or ${isLeading(actor, 'block_pact')})`;
}

/** For a query that reads `block_pact` and `block_pact_decline`: whoever leads, who organises, the unit that declined. */
export function declineVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (!isReader(actor)) return no;
  const held = [...unitsHeld(actor, 'officer', 'head', 'block_lead')];
  const own = sql<boolean>`unit_hand(block_pact_decline.unit_id) = any(${held}::uuid[])`;
  return sql<boolean>`(${own} or ${isOrganiser(actor)} or ${isLeading(actor, 'block_pact')})`;
}

/** For a query that reads `block_meeting`: that it is there, when, where and what about. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (!isReader(actor)) return no;
  const near = sql<boolean>`((block_meeting.called_at is not null or block_meeting.stage = 'held') and (${isMember(actor, 'block_meeting')} or ${isOrganiser(actor)}))`;
  return sql<boolean>`(block_meeting.stage = 'closed' or ${near} or ${isLeading(actor, 'block_meeting')})`;
}

/** The same, for its minutes. */
export function minutesVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (!isReader(actor)) return no;
  return sql<boolean>`(block_meeting.stage = 'closed' or ${isLeading(actor, 'block_meeting')})`;
}
