/** Who may know what a unit owes: those whose office reaches it, or reaches a unit that took over from it. No token does but as its owner (`gatherDuties`). */
import type { RawBuilder } from 'kysely';
import type { Actor, Role } from '../../kernel/actor.ts';
import { reaches } from '../organisation/reach.server.ts';

const readers: readonly Role[] = ['officer', 'head', 'appraiser', 'auditor', 'inspector', 'deciding_authority'];

/** `unit` is a column that holds a unit's id. */
export function visibleTo(actor: Actor, unit: string): RawBuilder<boolean> {
  return reaches(actor, unit, readers);
}
