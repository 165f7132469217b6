import { act } from '../../../platform/command.server.ts';
import { edgeOf, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { recordRefusedVote } from '../refusing.server.ts';
import { councilProblems } from '../text.ts';
import { takeBallots } from '../taking.server.ts';
import type { Route } from './+types/take-ballots.ts';

/** Asked by the script of the sheet, signed in: blinded messages come in, blind signatures go out. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const id = askedId(args.params.sessionId);
  const { fields } = await typedIn(args.request);
  const blinded = new Map(Object.entries(fields).filter(([pollId]) => askedId(pollId) === pollId));
  const taken = await act(edge, (context) => takeBallots(context, { id, blinded }, edge.services.config));
  if (taken.ok) {
    const { signatures, late } = taken.value;
    return Response.json({ signatures, late }, noStore);
  }
  await recordRefusedVote(edge, id, taken.refusal, act);
  const message = councilProblems(taken.refusal)
    .map((each) => each.message)
    .join(' ');
  return Response.json({ message }, { ...noStore, status: statusOf(taken.refusal) });
}

const noStore = { headers: { 'Cache-Control': 'no-store' } };
