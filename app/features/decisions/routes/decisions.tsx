import { data, redirect } from 'react-router';
import { act } from '../../../platform/command.server.ts';
import { edgeOf, personAt, statusOf, typedIn } from '../../../platform/http.server.ts';
import { askedId, mintedId, newId } from '../../../platform/id.server.ts';
import { readPage } from '../../../ui/address.ts';
import { Actions, Button, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Form } from '../../../ui/Form.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dateText } from '../../../ui/moment.ts';
import { booksText } from '../books.text.ts';
import { marksText } from '../identities.text.ts';
import { draftDecision } from '../drafting.server.ts';
import type { ListedDecision, WaitingDossier } from '../list.server.ts';
import { dossiersToDecide, listDecisions } from '../list.server.ts';
import { decisionLook } from '../stage-look.ts';
import { decisionRefusal, decisionStageText, decisionsText as said } from '../text.ts';
import type { Route } from './+types/decisions.ts';

const size = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const url = new URL(args.request.url);
  const page = readPage(url.search);
  const [listed, waiting] = await Promise.all([
    listDecisions(db, person, { page, size }),
    dossiersToDecide(db, person),
  ]);
  return { ...listed, waiting, page, view: { path: url.pathname, query: url.search }, newId: newId() };
}

export async function action(args: Route.ActionArgs) {
  const edge = edgeOf(args);
  personAt(edge, args.request);
  const { fields, many } = await typedIn(args.request);
  const order = { id: mintedId(fields['ma']), dossierIds: many('ho-so').map(askedId) };
  const done = await act(edge, (context) => draftDecision(context, order));
  if (done.ok) return redirect(`/khen-thuong/quyet-dinh/${done.value.id}?da=draft`);
  return data({ message: decisionRefusal(done.refusal) }, { status: statusOf(done.refusal) });
}

const columns: readonly Column<ListedDecision>[] = [
  {
    key: 'so',
    head: said.number,
    kind: 'code',
    cell: ({ number, content }) => said.numberOf(number, content.symbol),
  },
  {
    key: 'trich-yeu',
    head: said.about,
    kind: 'name',
    cell: ({ id, content }) => <a href={`/khen-thuong/quyet-dinh/${id}`}>{content.about}</a>,
  },
  { key: 'ngay', head: said.day, cell: ({ decidedOn }) => (decidedOn === null ? '' : dateText(decidedOn)) },
  { key: 'nguoi', head: said.people, kind: 'number', cell: ({ people }) => people },
  {
    key: 'buoc',
    head: said.stage,
    cell: ({ stage }) => <Stage stage={decisionLook[stage]} word={decisionStageText[stage]} />,
  },
];

const waitingColumns: readonly Column<WaitingDossier>[] = [
  { key: 'ma', head: said.dossier, kind: 'code', cell: ({ code }) => code },
  { key: 'ten', head: said.about, kind: 'name', cell: ({ title }) => title },
  { key: 'don-vi', head: said.unit, cell: ({ unitName }) => unitName },
  { key: 'nguoi', head: said.people, kind: 'number', cell: ({ people }) => people },
];

export default function Decisions({ loaderData, actionData }: Route.ComponentProps) {
  const { rows, total, page, view, waiting, newId: ma } = loaderData;
  return (
    <Page
      title={said.title}
      lead={said.lead}
      action={
        <LinkButton kind="second" href="/khen-thuong/quyet-dinh/cong-bo">
          {said.published}
        </LinkButton>
      }
    >
      <title>{said.title}</title>
      {actionData && <Notice kind="refusal">{actionData.message}</Notice>}
      {waiting.length > 0 && (
        <section>
          <h2>{said.waiting}</h2>
          <Form id="soan" hidden={{ ma }} wide>
            <Table
              caption={said.waiting}
              captionHidden
              columns={waitingColumns}
              rows={waiting}
              rowKey={({ id }) => id}
              select={{ name: 'ho-so', form: 'soan', label: ({ title }) => title }}
            />
            <Actions>
              <Button>{said.draft}</Button>
            </Actions>
          </Form>
        </section>
      )}
      <h2>{said.all}</h2>
      <Table
        caption={said.title}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        view={view}
        paging={{ page, size, total }}
        empty={<Empty what={said.none} why={said.noneWhy} />}
      />
      <ul className="links">
        <li>
          <a href="/khen-thuong/quyet-dinh/so-so">{booksText.title}</a>
        </li>
        <li>
          <a href="/khen-thuong/quyet-dinh/chu-ky">{marksText.title}</a>
        </li>
      </ul>
    </Page>
  );
}
