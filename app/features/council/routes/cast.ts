import { act } from '../../../platform/command.server.ts';
import { edgeOf, statusOf, typedIn } from '../../../platform/http.server.ts';
import { castBallot } from '../casting.server.ts';
import { councilProblems } from '../text.ts';
import type { Route } from './+types/cast.ts';

/** A ballot falls into the urn: for nobody in particular, who must not be signed in. */
export async function action(args: Route.ActionArgs) {
  const { fields } = await typedIn(args.request);
  const cast = await castBallot(edgeOf(args), { pollId: args.params.pollId, typed: fields }, act);
  if (cast.ok) return new Response(null, { status: 204 });
  const message = councilProblems(cast.refusal)
    .map((each) => each.message)
    .join(' ');
  const late = cast.refusal.kind === 'voting_closed';
  return Response.json({ message, late }, { status: statusOf(cast.refusal), headers: { 'Cache-Control': 'no-store' } });
}
