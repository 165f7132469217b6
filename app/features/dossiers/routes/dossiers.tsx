import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Overdue } from '../../../ui/Todo.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { awardOptions } from '../../awards/text.ts';
import { unitChoices } from '../choices.server.ts';
import { clocksOn, runningFor } from '../clocks.server.ts';
import { dossierKinds } from '../dossier.ts';
import type { Running } from '../clock.ts';
import { clockText } from '../papers.text.ts';
import { listQueryIn } from '../list-query.server.ts';
import type { ListedDossier } from '../list.server.ts';
import { countByStage, listDossiers } from '../list.server.ts';
import { dossierStages } from '../procedure.ts';
import { dossierLook } from '../stage-look.ts';
import { dossierKindShort, dossierKindText, dossiersText as said, dossierStageText, suddenText } from '../text.ts';
import type { Route } from './+types/dossiers.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const clocks = await clocksOn(db, plainDateIn(clock()));
  const query = await listQueryIn(db, url, clocks);
  const page = readPage(url.search);
  const [listed, counts, units] = await Promise.all([
    listDossiers(db, person, { ...query, page, size: pageSize }),
    countByStage(db, person, query),
    unitChoices(db, person),
  ]);
  const asked = Object.fromEntries(url.searchParams);
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  const view = { path: url.pathname, query: url.search };
  const rows = listed.rows.map((row) => ({ ...row, running: runningFor(clocks, row) }));
  return {
    total: listed.total,
    rows,
    counts: Object.fromEntries(counts),
    page,
    view,
    asked,
    thisYear,
    mayWrite: units.length > 0,
  };
}

type Row = ListedDossier & { readonly running: Running | undefined };

const columns: readonly Column<Row>[] = [
  {
    key: 'ten',
    head: said.name,
    kind: 'name',
    cell: (row) => (
      <>
        <a href={`/khen-thuong/ho-so/${row.id}`}>{row.title}</a> <small className="code">{row.code}</small>
      </>
    ),
  },
  { key: 'don-vi', head: said.unit, cell: (row) => row.unitName },
  { key: 'noi-nhan', head: said.to, cell: (row) => row.toUnitName },
  { key: 'loai', head: said.kind, cell: (row) => dossierKindShort[row.kind] },
  { key: 'nam', head: said.year, kind: 'number', cell: (row) => row.year },
  { key: 'doi-tuong', head: said.nominees, kind: 'number', cell: (row) => row.nominees },
  {
    key: 'buoc',
    head: said.stage,
    cell: (row) => <Stage stage={dossierLook[row.stage]} word={dossierStageText[row.stage]} />,
  },
  {
    key: 'thoi-han',
    head: said.clock,
    cell: ({ running }) => {
      if (!running) return null;
      return running.left < 0 ? <Overdue>{clockText(running)}</Overdue> : clockText(running);
    },
  },
];

export default function Dossiers({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, mayWrite } = loaderData;
  const file = (ending: string) =>
    withQuery({ ...view, path: `/khen-thuong/ho-so/tai.${ending}` }, { trang: undefined });
  return (
    <Page
      title={said.heading(total)}
      lead={said.lead}
      action={
        mayWrite && (
          <>
            <LinkButton href="/khen-thuong/ho-so/moi">{said.new}</LinkButton>
            <LinkButton href="/khen-thuong/ho-so/dot-xuat" kind="second">
              {suddenText.link}
            </LinkButton>
          </>
        )
      }
    >
      <title>{said.title}</title>
      <Narrow {...loaderData} />
      <Table
        caption={said.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        isLate={({ running }) => running !== undefined && running.left < 0}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
    </Page>
  );
}

type NarrowProps = Pick<Route.ComponentProps['loaderData'], 'view' | 'asked' | 'thisYear' | 'counts'>;

function Narrow({ view, asked, thisYear, counts }: NarrowProps) {
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
        'buoc',
        said.stage,
        dossierStages.map((value) => ({ value, label: said.counted(dossierStageText[value], counts[value] ?? 0) })),
      )}
      {choice(
        'loai',
        said.kind,
        dossierKinds.map((value) => ({ value, label: dossierKindText[value] })),
      )}
      {choice('danh-hieu', said.award, awardOptions())}
      {choice(
        'nam',
        said.year,
        years.map((value) => ({ value, label: value })),
      )}
      {choice('qua-han', said.late, [{ value: 'co', label: said.lateOnly }])}
      {choice('cho-toi', said.waitingForMe, [{ value: 'co', label: said.waitingForMe }])}
    </Filters>
  );
}
