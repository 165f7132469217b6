import { data, redirect } from 'react-router';
import { versionIn } from '../../../kernel/versions.ts';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, pageNotFound, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { findOneSession } from '../page.server.ts';
import { changeSession } from '../planning.server.ts';
import { councilProblems, councilText as said, sessionMoveText } from '../text.ts';
import { SessionFields } from './CouncilFields.tsx';
import type { Route } from './+types/edit-session.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const one = await findOneSession(edge.services.db, person, askedId(args.params.sessionId));
  return { session: one?.moves.includes('change') ? one.session : pageNotFound() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const id = askedId(args.params.sessionId);
  const { fields } = await typedIn(args.request);
  const changed = await act(edge, (context) => changeSession(context, { id, version: versionIn(fields), fields }));
  if (changed.ok) return redirect(`/khen-thuong/hoi-dong/phien/${id}?da=change`);
  return data({ fields, problems: councilProblems(changed.refusal) }, { status: statusOf(changed.refusal) });
}

export default function EditSession({ loaderData, actionData }: Route.ComponentProps) {
  const { session } = loaderData;
  const { title, manner, plannedOn, plannedTime, place, notes } = session;
  const stored = { sessionTitle: title, manner, plannedOn, plannedTime, place, notes };
  const problems = actionData?.problems ?? [];
  const atTop = problems.filter(({ field }) => field === '');
  const back = `/khen-thuong/hoi-dong/phien/${session.id}`;
  return (
    <Page title={sessionMoveText.change} trail={[{ label: title, href: back }]}>
      <title>{sessionMoveText.change}</title>
      {atTop.map(({ message }) => (
        <Notice key={message} kind="refusal">
          {message}
        </Notice>
      ))}
      <Form
        version={session.version}
        errors={problems.filter(({ field }) => field !== '')}
        guard={`phien-${session.id}`}
      >
        <SessionFields typed={actionData?.fields ?? stored} problems={problems} isFixed={session.openedAt !== null} />
        <Actions>
          <Button>{said.save}</Button>
          <a href={back}>{said.cancel}</a>
        </Actions>
      </Form>
    </Page>
  );
}
