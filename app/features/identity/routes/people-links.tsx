import { act } from '../../../platform/command.server.ts';
import { edgeOf } from '../../../platform/http.server.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { handOutLinks, waitingPeople } from '../accounts-import/links.server.ts';
import { sheetText } from '../accounts-import/text.ts';
import { shownAddress } from '../people/mail-link.server.ts';
import { administratorAt } from '../session/administrator.server.ts';
import type { Route } from './+types/people-links';
import { peopleText } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = administratorAt(edge, args.request);
  return { waiting: (await waitingPeople(edge.services.db, person)).length };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  administratorAt(edge, args.request);
  const result = await act(edge, handOutLinks);
  const links = result.ok ? result.value : [];
  return { links: links.map((one) => ({ ...one, link: shownAddress(edge.services, args.request, one.link) })) };
}

type Row = NonNullable<Route.ComponentProps['actionData']>['links'][number];

const columns: readonly Column<Row>[] = [
  { key: 'ten', head: peopleText.name, kind: 'name', cell: ({ name }) => name },
  { key: 'don-vi', head: peopleText.unit, cell: ({ unit }) => unit },
  { key: 'tai-khoan', head: peopleText.username, cell: ({ username }) => username },
  { key: 'duong-dan', head: sheetText.link, cell: ({ link }) => <code>{link}</code> },
];

export default function PeopleLinks({ loaderData, actionData }: Route.ComponentProps) {
  const { waiting } = loaderData;
  return (
    <Page title={sheetText.links} trail={[{ label: peopleText.title, href: '/quan-tri/nguoi-dung' }]}>
      <title>{sheetText.links}</title>
      <p>{sheetText.linksLead(waiting)}</p>
      {actionData && (
        <Table
          caption={sheetText.links}
          captionHidden
          columns={columns}
          rows={actionData.links}
          rowKey={(row) => row.personId}
        />
      )}
      {!actionData && waiting > 0 && (
        <>
          <Notice kind="warning">{sheetText.linksWarn}</Notice>
          <Form>
            <Actions remark={sheetText.linksMore(200)}>
              <Button>{sheetText.linksDo}</Button>
            </Actions>
          </Form>
        </>
      )}
    </Page>
  );
}
