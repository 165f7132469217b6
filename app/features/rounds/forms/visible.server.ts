/** Published forms: whoever is signed in. What is being made: the appraising body at the province. No token of the API. */
import { sql } from 'kysely';
import type { RawBuilder } from 'kysely';
import type { Actor } from '../../../kernel/actor.ts';
import { unitsHeld } from '../../../kernel/actor.ts';
import { isInScope } from '../../../kernel/permit.ts';

/** For a query that reads `report_form`. */
export function formVisibleTo(actor: Actor): RawBuilder<boolean> {
  if (actor.kind === 'system') return sql<boolean>`true`;
  if (actor.kind === 'stranger' || !isInScope(actor, undefined)) return sql<boolean>`false`;
  const held = [...unitsHeld(actor, 'appraiser')];
  return sql<boolean>`(report_form.stage = 'published' or report_form.stage = 'draft' and exists (
    select from unit_now r where r.id = any(${held}::uuid[]) and r.parent_id is null and r.kind = 'province'))`;
}
