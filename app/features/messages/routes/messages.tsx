import { redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, typedIn } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { ownPath } from '../../identity/session/own-path.ts';
import { readPage } from '../../../ui/address.ts';
import { Button } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { messagesPerPage } from '../message.ts';
import { markRead, messagesPage, unreadCount } from '../messages.server.ts';
import { dutyLineText, messagesText, saidOf } from '../text.ts';
import type { Route } from './+types/messages.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { pathname, search } = new URL(args.request.url);
  const page = readPage(search);
  const { rows, total } = await messagesPage(edge.services.db, person, page);
  const unread = await unreadCount(edge.services.db, person);
  return { rows, total, page, unread, view: { path: pathname, query: search } };
}

/** Opening a message marks it and goes on to what it is about. */
export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields } = await typedIn(args.request);
  await act(edge, (context) => markRead(context, fields['id'] === undefined ? null : askedId(fields['id'])));
  return redirect(ownPath(fields['toi'], '/tin-nhan'));
}

type Row = Route.ComponentProps['loaderData']['rows'][number];

const columns: readonly Column<Row>[] = [
  { key: 'noi-dung', head: messagesText.what, kind: 'name', cell: ({ facts }) => <Said facts={facts} /> },
  { key: 'luc', head: messagesText.when, cell: ({ created_at }) => momentText(created_at) },
  {
    key: 'tinh-trang',
    head: messagesText.state,
    cell: ({ read_at }) => (read_at ? messagesText.read : <b>{messagesText.unread}</b>),
  },
  { key: 'mo', head: messagesText.open, cell: (row) => <OpenMessage row={row} /> },
];

export default function Messages({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, unread, view } = loaderData;
  const title = messagesText.title(unread);
  return (
    <Page title={title} action={unread > 0 && <MarkAll />}>
      <title>{title}</title>
      <Table
        caption={messagesText.caption}
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: messagesPerPage, total }}
        empty={<Empty what={messagesText.emptyWhat} why={messagesText.emptyWhy} />}
      />
    </Page>
  );
}

function Said({ facts }: Pick<Row, 'facts'>) {
  const { subject, sentence } = saidOf(facts);
  return (
    <>
      <b>{subject}.</b> {sentence}
      {facts.about === 'duties' && facts.count > 1 && (
        <ul>
          {facts.lines.slice(0, 5).map((line) => (
            <li key={line.href + line.about + line.unit}>{dutyLineText(line)}</li>
          ))}
        </ul>
      )}
    </>
  );
}

function OpenMessage({ row }: { readonly row: Row }) {
  return (
    <Form hidden={{ id: row.id, toi: row.link ?? '/tin-nhan' }}>
      <Button kind="second" small>
        {messagesText.open}
      </Button>
    </Form>
  );
}

function MarkAll() {
  return (
    <Form>
      <Button kind="second">{messagesText.markAll}</Button>
    </Form>
  );
}
