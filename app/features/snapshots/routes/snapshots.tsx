import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { dateText, momentText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { SnapshotLine } from '../list.server.ts';
import { listSnapshots } from '../list.server.ts';
import { mayTake } from '../take.server.ts';
import { purposeText, snapshotText } from '../text.ts';
import type { Route } from './+types/snapshots.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  return { rows: await listSnapshots(db, person), may: await mayTake(db, person) };
}

const columns: readonly Column<SnapshotLine>[] = [
  {
    key: 'ten',
    head: snapshotText.name,
    kind: 'name',
    cell: ({ id, title }) => <a href={`/so-lieu-chot/${id}`}>{title}</a>,
  },
  { key: 'muc-dich', head: snapshotText.purpose, cell: ({ purpose }) => purposeText[purpose] },
  { key: 'ngay', head: snapshotText.asOf, cell: ({ asOf }) => dateText(asOf) },
  { key: 'luc', head: snapshotText.takenAt, cell: ({ takenAt }) => momentText(takenAt) },
  { key: 'nguoi', head: snapshotText.takenBy, cell: ({ takenBy }) => takenBy },
];

export default function Snapshots({ loaderData }: Route.ComponentProps) {
  const { rows, may } = loaderData;
  const title = snapshotText.title(rows.length);
  const take = may && <LinkButton href="/so-lieu-chot/moi">{snapshotText.take}</LinkButton>;
  return (
    <Page title={title} lead={snapshotText.lead} action={rows.length > 0 && take}>
      <title>{title}</title>
      <Table
        caption={snapshotText.caption}
        captionHidden
        rows={rows}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          <Empty
            what={snapshotText.emptyWhat}
            why={snapshotText.emptyWhy}
            first={may ? take : snapshotText.emptyFirst}
          />
        }
      />
    </Page>
  );
}
