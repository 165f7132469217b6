import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, refused, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { browserName } from '../session/browser-name.ts';
import { ownSessions, revokeSessions } from '../session/own-sessions.server.ts';
import { actorOfRequest } from '../session/request.server.ts';
import type { Route } from './+types/account-sessions';
import { AccountPage } from './account-page.tsx';
import { accountText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { session } = await actorOfRequest(edge.services, args.request);
  const sessions = await ownSessions(edge.services.db, person, edge.services.clock());
  return { sessions: sessions.map((one) => ({ ...one, isThis: one.id === session?.id })) };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { session } = await actorOfRequest(edge.services, args.request);
  const { fields } = await typedIn(args.request);
  const which = fields['id'] ? { only: askedId(fields['id']) } : { except: askedId(session?.id) };
  const result = await act(edge, (context) => revokeSessions(context, person, which));
  return result.ok ? { refusal: undefined } : refused(result.refusal, {});
}

type Row = Route.ComponentProps['loaderData']['sessions'][number];

const columns: readonly Column<Row>[] = [
  {
    key: 'trinh-duyet',
    head: accountText.browser,
    kind: 'name',
    cell: ({ agent }) => accountText.browserOf(browserName(agent)),
  },
  { key: 'dia-chi', head: accountText.address, cell: ({ address }) => address ?? accountText.unknownBrowser },
  { key: 'bat-dau', head: accountText.started, cell: ({ startedAt }) => momentText(startedAt) },
  { key: 'lan-cuoi', head: accountText.lastSeen, cell: ({ lastSeenAt }) => momentText(lastSeenAt) },
  {
    key: 'ket-thuc',
    head: accountText.end,
    cell: ({ id, isThis }) => (isThis ? <b>{accountText.thisOne}</b> : <EndSession id={id} />),
  },
];

function EndSession({ id }: { readonly id: string }) {
  return (
    <Form hidden={{ id }}>
      <Button kind="second" small>
        {accountText.end}
      </Button>
    </Form>
  );
}

export default function AccountSessions({ loaderData, actionData }: Route.ComponentProps) {
  const { sessions } = loaderData;
  const done = actionData && !actionData.refusal ? accountText.sessionsEnded : undefined;
  return (
    <AccountPage part="sessions" done={done} refusal={actionData?.refusal}>
      <p>{accountText.sessionsLead}</p>
      <Table
        caption={accountText.tabs.sessions}
        captionHidden
        columns={columns}
        rows={sessions}
        rowKey={({ id }) => id}
      />
      {sessions.length > 1 && (
        <Form>
          <Actions>
            <Button kind="danger">{accountText.endOthers}</Button>
          </Actions>
        </Form>
      )}
    </AccountPage>
  );
}
