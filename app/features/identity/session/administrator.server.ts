/** The gate of the pages about people: an administrator, awake. To others they are not there. */
import type { Person } from '../../../kernel/actor.ts';
import { holdsRole } from '../../../kernel/actor.ts';
import type { Edge } from '../../../platform/command.server.ts';
import { administrationClosed, pageNotFound, personAt } from '../../../platform/http.server.ts';

export function administratorAt(edge: Edge, request: Request): Person {
  const person = personAt(edge, request);
  return holdsRole(person, 'administrator') ? person : administrationClosed(person, request, pageNotFound);
}
