import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { keepSpares, sparesOf } from '../spares.server.ts';
import { councilProblems } from '../text.ts';
import type { Route } from './+types/spare.ts';

const noStore = { headers: { 'Cache-Control': 'no-store' } };

/** Asked by the script of the sheet, signed in: the asker's own spares, closed. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const spares = await sparesOf(edge.services.db, person, askedId(args.params.sessionId));
  return Response.json({ spares }, noStore);
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const id = askedId(args.params.sessionId);
  const { fields } = await typedIn(args.request);
  const sealed = new Map(Object.entries(fields).filter(([pollId]) => askedId(pollId) === pollId));
  const kept = await act(edge, (context) => keepSpares(context, { id, sealed }));
  if (kept.ok) return new Response(null, { status: 204 });
  const message = councilProblems(kept.refusal)
    .map((each) => each.message)
    .join(' ');
  return Response.json({ message }, { ...noStore, status: statusOf(kept.refusal) });
}
