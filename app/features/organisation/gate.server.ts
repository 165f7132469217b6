/** The gate of the pages that shape the organisation: whoever administers something. Each command asks again, for its place. */
import type { Person } from '../../kernel/actor.ts';
import { holdsRole } from '../../kernel/actor.ts';
import type { Edge } from '../../platform/command.server.ts';
import { administrationClosed, personAt } from '../../platform/http.server.ts';

export function shaperAt(edge: Edge, request: Request): Person {
  const person = personAt(edge, request);
  return holdsRole(person, 'administrator') ? person : administrationClosed(person, request);
}
