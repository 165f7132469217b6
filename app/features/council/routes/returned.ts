import { act } from '../../../platform/command.server.ts';
import { edgeOf, statusOf } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { tellReturned } from '../taking.server.ts';
import type { Route } from './+types/returned.ts';

/** The script of the sheet says that all it took is in the urn: who has voted is known, and no more. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const told = await act(edge, (context) => tellReturned(context, askedId(args.params.sessionId)));
  return new Response(null, { status: told.ok ? 204 : statusOf(told.refusal) });
}
