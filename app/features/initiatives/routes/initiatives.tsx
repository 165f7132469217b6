import { holdsRole } from '../../../kernel/actor.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { schemeChoices, unitChoices } from '../choices.server.ts';
import { initiativeKinds, initiativeStages, levels } from '../initiative.ts';
import { listQueryIn } from '../list-query.server.ts';
import type { ListedInitiative } from '../list.server.ts';
import { listInitiatives } from '../list.server.ts';
import { initiativeLook } from '../stage-look.ts';
import { initiativesText as said, initiativeStageText, kindText, levelText } from '../text.ts';
import type { Route } from './+types/initiatives.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const query = await listQueryIn(db, url);
  const page = readPage(url.search);
  const [listed, schemes, units] = await Promise.all([
    listInitiatives(db, person, { ...query, page, size: pageSize }),
    schemeChoices(db),
    unitChoices(db, person),
  ]);
  const asked = Object.fromEntries(url.searchParams);
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  const view = { path: url.pathname, query: url.search };
  return {
    ...listed,
    page,
    view,
    asked,
    schemes,
    thisYear,
    mayWrite: units.length > 0,
    mayBring: holdsRole(person, 'appraiser'),
  };
}

const columns: readonly Column<ListedInitiative>[] = [
  {
    key: 'ten',
    head: said.name,
    kind: 'name',
    cell: (row) => <a href={`/sang-kien/${row.id}`}>{row.title}</a>,
  },
  { key: 'loai', head: said.kind, cell: (row) => kindText[row.kind] },
  { key: 'don-vi', head: said.unit, cell: (row) => row.unitName },
  { key: 'nam', head: said.year, kind: 'number', cell: (row) => row.year },
  { key: 'de-an', head: said.scheme, kind: 'code', cell: (row) => row.schemeCode },
  {
    key: 'buoc',
    head: said.stage,
    cell: (row) => <Stage stage={initiativeLook[row.stage]} word={initiativeStageText[row.stage]} />,
  },
  { key: 'cap', head: said.level, cell: (row) => row.recognitions.map(({ level }) => levelText[level]).join(', ') },
  { key: 'ap-dung', head: said.adoptions, kind: 'number', cell: (row) => row.adoptions || null },
];

export default function Initiatives({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, mayWrite, mayBring } = loaderData;
  const isAdoptable = view.path.endsWith('/nhan-rong');
  const file = (ending: string) =>
    withQuery(
      { ...view, path: `/sang-kien/tai.${ending}` },
      { trang: undefined, ...(isAdoptable && { xem: 'nhan-rong' }) },
    );
  return (
    <Page
      title={isAdoptable ? said.adoptable : said.heading(total)}
      lead={isAdoptable ? said.adoptableLead : said.lead}
      action={mayWrite && <LinkButton href="/sang-kien/moi">{said.new}</LinkButton>}
    >
      <title>{isAdoptable ? said.adoptable : said.title}</title>
      <Tabs
        tabs={[
          { label: said.all, href: '/sang-kien', current: !isAdoptable },
          { label: said.adoptable, href: '/sang-kien/nhan-rong', current: isAdoptable },
          { label: said.criteria, href: '/sang-kien/tieu-chi' },
          ...(mayBring ? [{ label: said.byExcel, href: '/sang-kien/excel' }] : []),
        ]}
      />
      <Narrow {...loaderData} isAdoptable={isAdoptable} />
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

type NarrowProps = Pick<Route.ComponentProps['loaderData'], 'view' | 'asked' | 'schemes' | 'thisYear'> & {
  readonly isAdoptable: boolean;
};

function Narrow({ view, asked, schemes, thisYear, isAdoptable }: NarrowProps) {
  const years = Array.from({ length: 6 }, (_, at) => String(thisYear - at));
  const choice = (
    name: string,
    label: string,
    options: readonly { readonly value: string; readonly label: string }[],
  ) => <Field type="select" name={name} label={label} blank={said.every} value={asked[name] ?? ''} options={options} />;
  return (
    <Filters path={view.path} auto keep={asked['don-vi'] ? { 'don-vi': asked['don-vi'] } : {}}>
      <Field type="search" name="q" label={said.words} value={asked['q']} width="medium" />
      {choice(
        'loai',
        said.kind,
        initiativeKinds.map((value) => ({ value, label: kindText[value] })),
      )}
      {choice(
        'de-an',
        said.scheme,
        schemes.map(({ code, name }) => ({ value: code, label: `${code} ${name}` })),
      )}
      {choice(
        'nam',
        said.year,
        years.map((value) => ({ value, label: value })),
      )}
      {!isAdoptable &&
        choice(
          'buoc',
          said.stage,
          initiativeStages.map((value) => ({ value, label: initiativeStageText[value] })),
        )}
      {choice(
        'cap',
        said.level,
        levels.map((value) => ({ value, label: levelText[value] })),
      )}
    </Filters>
  );
}
