import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { ListedOwner } from '../identities.server.ts';
import { listOwners } from '../identities.server.ts';
import { marksText as said } from '../identities.text.ts';
import { decisionsText } from '../text.ts';
import type { Route } from './+types/marks.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  return { rows: await listOwners(db, person, plainDateIn(clock())) };
}

const pathOf = { person: 'ca-nhan', unit: 'co-quan' } as const;

const columns: readonly Column<ListedOwner>[] = [
  {
    key: 'ten',
    head: said.whose,
    kind: 'name',
    cell: ({ kind, id, name }) => <a href={`/khen-thuong/quyet-dinh/chu-ky/${pathOf[kind]}/${id}`}>{name}</a>,
  },
  { key: 'loai', head: said.what, cell: ({ kind }) => said.kind[kind] },
  { key: 'noi', head: said.place, cell: ({ unitName }) => unitName },
  {
    key: 'hinh',
    head: said.state,
    cell: ({ hasPicture, fromDay }) => (hasPicture && fromDay !== null ? said.has(fromDay) : said.hasNot),
  },
];

export default function Marks({ loaderData }: Route.ComponentProps) {
  return (
    <Page title={said.title} lead={said.lead} trail={[{ label: decisionsText.title, href: '/khen-thuong/quyet-dinh' }]}>
      <title>{said.title}</title>
      <Table
        caption={said.title}
        captionHidden
        columns={columns}
        rows={loaderData.rows}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        empty={<Empty what={said.none} why={said.noneWhy} />}
      />
    </Page>
  );
}
