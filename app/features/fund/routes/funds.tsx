import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readYear, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { YearField } from '../../../ui/YearField.tsx';
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { ListedFund } from '../list.server.ts';
import { fundUnits, listFunds } from '../list.server.ts';
import { dong } from '../money.text.ts';
import { fundStageText, fundText as said } from '../text.ts';
import { Limits } from './Limits.tsx';
import type { Route } from './+types/funds.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const year = readYear(url.searchParams);
  const [rows, units] = await Promise.all([listFunds(db, person, { year }), fundUnits(db, person)]);
  const latest = Number(plainDateIn(clock()).slice(0, 4)) + 1;
  return { rows, year, latest, mayOpen: units.length > 0, view: { path: url.pathname, query: url.search } };
}

const columns: readonly Column<ListedFund>[] = [
  {
    key: 'don-vi',
    head: said.unit,
    kind: 'name',
    cell: (row) => <a href={`/khen-thuong/quy/${row.id}`}>{row.unitName}</a>,
  },
  { key: 'nam', head: said.year, kind: 'number', cell: (row) => row.year },
  { key: 'tinh-trang', head: said.stage, cell: (row) => fundStageText[row.stage] },
  { key: 'dau-nam', head: said.opening, kind: 'number', cell: (row) => dong(row.opening) },
  { key: 'thu', head: said.income, kind: 'number', cell: (row) => dong(row.income) },
  { key: 'chi', head: said.spending, kind: 'number', cell: (row) => dong(row.bonus + row.items + row.organising) },
  { key: 'so-du', head: said.balance, kind: 'number', cell: (row) => dong(row.balance) },
];

export default function Funds({ loaderData }: Route.ComponentProps) {
  const { rows, year, latest, mayOpen, view } = loaderData;
  const file = (ending: string) => withQuery({ ...view, path: `${view.path}/tai.${ending}` }, {});
  return (
    <Page
      title={said.title}
      lead={said.lead}
      action={mayOpen && <LinkButton href="/khen-thuong/quy/mo-so">{said.open}</LinkButton>}
    >
      <title>{said.title}</title>
      <Filters path={view.path} auto>
        <YearField latest={latest} count={6} year={year} orEvery />
      </Filters>
      <Table
        caption={said.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
      <Limits />
    </Page>
  );
}
