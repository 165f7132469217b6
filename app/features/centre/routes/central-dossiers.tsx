import { awardName } from '../../awards/text.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { withQuery } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { CentralDossier } from '../list.server.ts';
import { centralDossiers, standings } from '../list.server.ts';
import { centreText as said, standingText } from '../text.ts';
import type { Route } from './+types/central-dossiers.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const standing = standings.find((each) => each === url.searchParams.get('tinh-trang'));
  const rows = await centralDossiers(db, person, { today: plainDateIn(clock()), standing });
  const offered = standings.map((value) => ({ value, label: standingText[value] }));
  return { rows, standing, offered, view: { path: url.pathname, query: url.search } };
}

const columns: readonly Column<CentralDossier>[] = [
  {
    key: 'ten',
    head: said.name,
    kind: 'name',
    cell: (row) => (
      <>
        <a href={`/khen-thuong/trung-uong/${row.id}`}>{row.title}</a>
        <br />
        <small>
          {row.code}, {row.unitName}
        </small>
      </>
    ),
  },
  { key: 'danh-hieu', head: said.awards, cell: (row) => row.awardCodes.map(awardName).join('; ') },
  {
    key: 'han',
    head: said.due,
    cell: (row) => (row.due ? `${dateText(row.due.on)}${row.isLate ? `, ${said.late}` : ''}` : said.noTerm),
  },
  {
    key: 'gui',
    head: said.sent,
    cell: (row) => {
      const last = row.packages.at(-1);
      return last && `${last.number}, ${dateText(last.sentOn)}`;
    },
  },
  { key: 'tinh-trang', head: said.standing, cell: (row) => standingText[row.standing] },
];

export default function CentralDossiers({ loaderData: { rows, standing, offered, view } }: Route.ComponentProps) {
  const file = (ending: string) => withQuery({ ...view, path: `${view.path}/tai.${ending}` }, {});
  return (
    <Page title={said.title} lead={said.lead}>
      <title>{said.title}</title>
      <Filters path={view.path} auto>
        <Field
          type="select"
          name="tinh-trang"
          label={said.standing}
          blank={said.every}
          value={standing ?? ''}
          options={offered}
        />
      </Filters>
      <Table
        caption={said.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        isLate={(row) => row.isLate}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
      <p className="muted">{said.secret}</p>
    </Page>
  );
}
