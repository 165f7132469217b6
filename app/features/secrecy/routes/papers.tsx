import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { ListedPaper } from '../list.server.ts';
import { listPapers } from '../list.server.ts';
import { sendersOf } from '../subjects.server.ts';
import { paperFieldText, secrecyText } from '../text.ts';
import { aboutText, receiptText } from './paper-words.ts';
import type { Route } from './+types/papers.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { pathname, search } = new URL(args.request.url);
  const { db } = edge.services;
  const page = readPage(search);
  const [listed, senders] = await Promise.all([
    listPapers(db, person, { page, size: pageSize }),
    sendersOf(db, person),
  ]);
  return { ...listed, page, view: { path: pathname, query: search }, mayEnter: senders.length > 0 };
}

const columns: readonly Column<ListedPaper>[] = [
  {
    key: 'so',
    head: paperFieldText.number,
    kind: 'name',
    cell: (row) => <a href={`/van-ban-mat/${row.id}`}>{row.number}</a>,
  },
  { key: 'ngay', head: paperFieldText.date, cell: (row) => dateText(row.date) },
  { key: 'gui', head: paperFieldText.sender, cell: (row) => row.sender },
  { key: 'nhan', head: paperFieldText.receiver, cell: (row) => row.receiver },
  { key: 've', head: paperFieldText.about, cell: aboutText },
  { key: 'da-nhan', head: secrecyText.received, cell: receiptText },
];

export default function Papers({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, mayEnter } = loaderData;
  return (
    <Page
      title={secrecyText.title}
      lead={secrecyText.lead}
      action={mayEnter && <LinkButton href="/van-ban-mat/moi">{secrecyText.new}</LinkButton>}
    >
      <title>{secrecyText.title}</title>
      <Table
        caption={secrecyText.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        empty={<Empty what={secrecyText.emptyWhat} why={secrecyText.emptyWhy} />}
      />
      <p className="muted">{secrecyText.legal}</p>
    </Page>
  );
}
