/**
 * Who may know of which consolidated report. Once issued, as the paper it then is: whoever is signed in. Before: those who
 * make it, sign it off, decide and control, since it holds what units wrote. A token of the API: as
 * its person, when it may read consolidated reports.
 */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { isInScope } from '../../kernel/permit.ts';
import type { Desk } from './consolidation.ts';

const scope = 'consolidations:read';

const insiders: Readonly<Record<Desk, readonly Role[]>> = {
  province: ['appraiser', 'head', 'deciding_authority', 'auditor'],
  lead: ['officer', 'head', 'deciding_authority', 'auditor'],
};

/** For a query that reads `consolidation`. */
export function visibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, scope)) return sql<boolean>`false`;
  return sql<boolean>`(consolidation.stage = 'issued' or ${isInside(actor)})`;
}

/** How it came to be: drafts, what was left out, what was written before it was edited. */
export function isInside(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (!isInScope(actor, scope)) return sql<boolean>`false`;
  return sql<boolean>`(${isAtDesk(actor, 'province')} or ${isAtDesk(actor, 'lead')})`;
}

function isAtDesk(actor: Actor, desk: Desk): RawBuilder<boolean> {
  const held = [...unitsHeld(actor, ...insiders[desk])];
  return sql<boolean>`(consolidation.desk = ${desk} and consolidation.unit_id in (
    select t.descendant_id from unit_tree t where t.ancestor_id = any(${held}::uuid[])))`;
}
