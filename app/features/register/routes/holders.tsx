import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { holders as kinds } from '../../awards/award.ts';
import { readableUnits, unitChoices } from '../choices.server.ts';
import { holdersQueryIn } from '../list-query.server.ts';
import type { ListedHolder } from '../list.server.ts';
import { listHolders } from '../list.server.ts';
import { holderKindText, registerText as said } from '../text.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import type { Route } from './+types/holders.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const url = new URL(args.request.url);
  const page = readPage(url.search);
  const query = await holdersQueryIn(db, url);
  const [found, units, written] = await Promise.all([
    listHolders(db, person, { ...query, page, size: pageSize }),
    readableUnits(db, person),
    unitChoices(db, person),
  ]);
  const asked = Object.fromEntries(url.searchParams);
  return {
    ...found,
    page,
    asked,
    view: { path: url.pathname, query: url.search },
    units,
    mayWrite: written.length > 0,
  };
}

const columns: readonly Column<ListedHolder>[] = [
  { key: 'ten', head: said.name, kind: 'name', cell: (row) => <a href={`/khen-thuong/so/${row.id}`}>{row.name}</a> },
  { key: 'loai', head: said.kind, cell: (row) => holderKindText[row.kind] },
  { key: 'don-vi', head: said.unit, cell: (row) => row.unitName },
  { key: 'so-lan', head: said.honours, kind: 'number', cell: (row) => row.honours || null },
  { key: 'gan-nhat', head: said.latest, kind: 'number', cell: (row) => row.latest },
];

export default function Holders({ loaderData }: Route.ComponentProps) {
  const { rows, total, isMore, page, view, asked, units, mayWrite } = loaderData;
  const file = (ending: string) => withQuery({ ...view, path: `/khen-thuong/so/tai.${ending}` }, { trang: undefined });
  return (
    <Page
      title={said.heading(total, isMore)}
      lead={said.lead}
      action={mayWrite && <LinkButton href="/khen-thuong/so/moi">{said.new}</LinkButton>}
    >
      <title>{said.title}</title>
      <RegisterTabs at="" />
      <Filters path={view.path} auto>
        <Field type="search" name="q" label={said.words} value={asked['q']} width="medium" />
        <Field
          type="select"
          name="loai"
          label={said.kind}
          blank={said.every}
          value={asked['loai']}
          options={kinds.map((value) => ({ value, label: holderKindText[value] }))}
        />
        <Field
          type="select"
          name="don-vi"
          label={said.unit}
          blank={said.every}
          value={asked['don-vi']}
          options={units.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </Filters>
      <Table
        caption={said.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
    </Page>
  );
}
