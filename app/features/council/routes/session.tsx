import { FairnessShares } from '../../register/FairnessShares.tsx';
import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { deedIn, doOnSession } from '../deeds.server.ts';
import { findMinutes } from '../minutes.server.ts';
import { agendaShares, findOneSession } from '../page.server.ts';
import {
  handProblems,
  councilText as said,
  doneText,
  mannerText,
  sessionLook,
  sessionStageText,
  standingText,
  stopReasonText,
  toldAtTop,
} from '../text.ts';
import { AgendaTable } from './AgendaTable.tsx';
import { Minutes } from './Minutes.tsx';
import { Seats } from './Seats.tsx';
import { SessionActs } from './SessionActs.tsx';
import type { Route } from './+types/session.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const one = (await findOneSession(db, person, askedId(args.params.sessionId))) ?? pageNotFound();
  const minutes = await findMinutes(db, person, one.session);
  const frozen = minutes && { digest: minutes.digest, at: minutes.frozenAt, isExtract: minutes.isExtract };
  const shares = await agendaShares(db, one.items);
  return { one, frozen, shares, me: person.personId, done: new URL(args.request.url).searchParams.get('da') };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.sessionId);
  const { fields, many } = await typedIn(args.request);
  const deed = deedIn(fields);
  const result = await doOnSession(edge, { id, fields, many }, act);
  if (result.ok) return redirect(`/khen-thuong/hoi-dong/phien/${id}?da=${deed}`);
  const problems = handProblems(result.refusal);
  return data({ deed, fields, problems, chosen: many('items') }, { status: statusOf(result.refusal) });
}

export default function Session({ loaderData, actionData }: Route.ComponentProps) {
  const { one, frozen, shares, done } = loaderData;
  const { session, items, toVote, standing } = one;
  const told = done === null ? undefined : doneText[done];
  const { unitName, manner, plannedOn, plannedTime, place } = session;
  const here = `/khen-thuong/hoi-dong/phien/${session.id}`;
  return (
    <Page
      title={session.title}
      lead={said.of(unitName, mannerText[manner], plannedOn, plannedTime, place)}
      trail={[{ label: said.title, href: '/khen-thuong/hoi-dong' }]}
      action={
        toVote > 0 ? (
          <LinkButton href={`${here}/bieu-quyet`}>{said.toVote(toVote)}</LinkButton>
        ) : (
          <Stage stage={sessionLook[session.stage]} word={sessionStageText[session.stage]} />
        )
      }
    >
      <title>{session.title}</title>
      {!actionData && told && <Notice kind="success">{told}</Notice>}
      {actionData && <Notice kind="refusal">{toldAtTop(actionData.problems)}</Notice>}
      {session.stage === 'suspended' && (
        <Notice kind="warning" title={stopReasonText(session.stageReason)}>
          {said.stopped}
        </Notice>
      )}
      {session.stage === 'cancelled' && <Notice kind="warning">{stopReasonText(session.stageReason)}</Notice>}
      {session.stage !== 'planned' && session.stage !== 'cancelled' && <p>{standingText(standing, manner)}</p>}
      <SessionActs one={one} refused={actionData} />
      {frozen && <Minutes id={session.id} frozen={frozen} />}
      <h2>{said.agendaCount(items.length)}</h2>
      <AgendaTable one={one} />
      {items.length > 0 && <FairnessShares shares={shares} />}
      <Seats one={one} />
      {session.notes !== '' && (
        <section>
          <h2>{said.notes}</h2>
          {session.notes.split('\n').map((line) => (
            <p key={line}>{line}</p>
          ))}
        </section>
      )}
    </Page>
  );
}
