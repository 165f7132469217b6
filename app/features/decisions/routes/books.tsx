import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Booking } from '../books.server.ts';
import { listBooks } from '../books.server.ts';
import { bookModeText, booksText as said } from '../books.text.ts';
import { nextNumber } from '../number-book.ts';
import { decisionsText } from '../text.ts';
import type { Route } from './+types/books.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const year = Number(plainDateIn(clock()).slice(0, 4));
  return { rows: await listBooks(db, person, { year }), year };
}

const columns: readonly Column<Booking>[] = [
  {
    key: 'co-quan',
    head: said.body,
    kind: 'name',
    cell: ({ unitId, unitName }) => <a href={`/khen-thuong/quyet-dinh/so-so/${unitId}`}>{unitName}</a>,
  },
  { key: 'cach', head: said.mode, cell: ({ book }) => bookModeText[book.mode] },
  { key: 'da-dung', head: said.taken, kind: 'number', cell: ({ book }) => book.taken },
  {
    key: 'tiep',
    head: said.next,
    kind: 'number',
    cell: ({ book }) => (book.mode === 'own' ? nextNumber(book) : said.byClerk),
  },
  { key: 'so-vang', head: said.golden, kind: 'number', cell: ({ goldenLast }) => goldenLast },
];

export default function Books({ loaderData }: Route.ComponentProps) {
  const { rows, year } = loaderData;
  const title = said.ofYear(year);
  return (
    <Page title={title} lead={said.lead} trail={[{ label: decisionsText.title, href: '/khen-thuong/quyet-dinh' }]}>
      <title>{title}</title>
      <Table
        caption={title}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ unitId }) => unitId}
        empty={<Empty what={said.none} why={said.noneWhy} />}
      />
    </Page>
  );
}
