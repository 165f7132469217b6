/** The gate of the pages of administration: an administrator, awake. One who sleeps is sent to give a second factor. */
import { redirect } from 'react-router';
import type { Person } from '../../../kernel/actor.ts';
import { holdsRole } from '../../../kernel/actor.ts';
import type { Edge } from '../../../platform/command.server.ts';
import { pageNotFound, personAt } from '../../../platform/http.server.ts';
import { enrolPath } from './answer.server.ts';
import { withTo } from './own-path.ts';
import { holdingsInForce } from './load-actor.server.ts';

export async function administratorAt(edge: Edge, request: Request): Promise<Person> {
  const person = personAt(edge, request);
  if (holdsRole(person, 'administrator')) return person;
  const holdings = await holdingsInForce(edge.services.db, person.personId);
  if (!holdings.some((holding) => holding.role === 'administrator')) return pageNotFound();
  const { pathname, search } = new URL(request.url);
  throw redirect(withTo(enrolPath, pathname + search));
}
