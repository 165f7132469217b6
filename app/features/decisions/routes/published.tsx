import { edgeOf } from '../../../platform/http.server.ts';
import { readPage } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { PublishedDecision } from '../public.server.ts';
import { listPublished } from '../public.server.ts';
import { decisionsText as said } from '../text.ts';
import type { Route } from './+types/published.ts';

const size = 50;

export async function loader(args: Route.LoaderArgs) {
  const { db } = edgeOf(args).services;
  const url = new URL(args.request.url);
  const page = readPage(url.search);
  return { ...(await listPublished(db, { page, size })), page, view: { path: url.pathname, query: url.search } };
}

const columns: readonly Column<PublishedDecision>[] = [
  { key: 'so', head: said.number, kind: 'code', cell: ({ number }) => number },
  {
    key: 'trich-yeu',
    head: said.about,
    kind: 'name',
    cell: ({ id, about }) => <a href={`/khen-thuong/quyet-dinh/cong-bo/${id}`}>{about}</a>,
  },
  { key: 'ngay', head: said.day, cell: ({ decidedOn }) => dateText(decidedOn) },
  { key: 'co-quan', head: said.issuedBy, cell: ({ issuer }) => issuer },
  { key: 'nguoi', head: said.people, kind: 'number', cell: ({ people }) => people },
];

export default function Published({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view } = loaderData;
  return (
    <Page
      title={said.published}
      lead={said.publishedLead}
      action={
        <LinkButton kind="second" href="/xac-minh">
          {said.verify}
        </LinkButton>
      }
    >
      <title>{said.published}</title>
      <Table
        caption={said.published}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        view={view}
        paging={{ page, size, total }}
        empty={<Empty what={said.none} why={said.noneIssuedWhy} />}
      />
    </Page>
  );
}
