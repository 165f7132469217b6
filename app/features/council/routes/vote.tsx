import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { choicesIn } from '../choices-in.ts';
import { findOneSession } from '../page.server.ts';
import { waitsForVote } from '../waits.ts';
import { recordRefusedVote } from '../refusing.server.ts';
import { councilProblems, councilText as said, stopReasonText, toldAtTop } from '../text.ts';
import { castVotes } from '../voting.server.ts';
import { OpenSheet } from './OpenSheet.tsx';
import { Overview } from './Overview.tsx';
import { SecretSheet } from './SecretSheet.tsx';
import type { Route } from './+types/vote.ts';

/** The sheet of one member: the secret part is made in the browser, the open part is a form. */
export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = await findOneSession(edge.services.db, person, askedId(args.params.sessionId));
  if (!one?.sits) return pageNotFound();
  const mayVote = one.moves.includes('vote');
  return { session: one.session, mayVote, items: one.items };
}

/** Open votes only: a secret choice is never sent here. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.sessionId);
  const { fields } = await typedIn(args.request);
  const cast = await act(edge, (context) => castVotes(context, { id, choices: choicesIn(fields) }));
  if (cast.ok) {
    const done = cast.value.late > 0 ? 'voted_some' : 'voted';
    return redirect(`/khen-thuong/hoi-dong/phien/${id}?da=${done}`);
  }
  await recordRefusedVote(edge, id, cast.refusal, act);
  return data({ fields, problems: councilProblems(cast.refusal) }, { status: statusOf(cast.refusal) });
}

export default function Vote({ loaderData, actionData }: Route.ComponentProps) {
  const { session, mayVote, items } = loaderData;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  const toVote = items.filter(waitsForVote);
  const open = toVote.filter(({ poll }) => !poll?.isSecret);
  const secret = items.filter(({ poll }) => poll?.isOpen && poll.isSecret);
  const left = secret.filter(waitsForVote);
  const problems = actionData?.problems ?? [];
  const atTop = mayVote && open.length > 0 ? problems.filter(({ field }) => field === '') : problems;
  return (
    <Page title={said.vote} lead={said.voteLead} trail={[{ label: session.title, href: here }]}>
      <title>{said.vote}</title>
      {atTop.length > 0 && <Notice kind="refusal">{toldAtTop(atTop)}</Notice>}
      {session.stage === 'suspended' && (
        <Notice kind="warning" title={stopReasonText(session.stageReason)}>
          {said.stopped}
        </Notice>
      )}
      {mayVote && toVote.length === 0 && <Notice kind="info">{said.nothingToVote}</Notice>}
      {mayVote && secret.length > 0 && <SecretSheet id={session.id} items={secret} left={left} />}
      {mayVote && open.length > 0 && (
        <OpenSheet
          items={open}
          typed={actionData?.fields ?? {}}
          problems={problems.filter(({ field }) => field !== '')}
        />
      )}
      <Overview session={session} items={items} />
    </Page>
  );
}
