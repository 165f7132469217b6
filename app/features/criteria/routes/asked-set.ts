/** The set of an address, for whoever may do a thing to it; else the page is not there. */
import type { Person } from '../../../kernel/actor.ts';
import type { Edge } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import type { OneSet } from '../one.server.ts';
import { findSet } from '../one.server.ts';
import type { SetMove } from '../procedure.ts';

type Args = Parameters<typeof edgeOf>[0] & {
  readonly request: Request;
  readonly params: { readonly setId: string };
};
export type Asked = OneSet & { readonly edge: Edge; readonly person: Person };

export async function askedSet(args: Args, move?: SetMove): Promise<Asked> {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = (await findSet(edge.services.db, person, askedId(args.params.setId))) ?? pageNotFound();
  if (move !== undefined && !one.moves.includes(move)) return pageNotFound();
  return { ...one, edge, person };
}
