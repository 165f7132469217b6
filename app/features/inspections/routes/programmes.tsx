import { plainDateIn } from '../../../kernel/calendar.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, readYear } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { YearField } from '../../../ui/YearField.tsx';
import { bodiesOf } from '../choices.server.ts';
import type { ListedProgramme } from '../list.server.ts';
import { listProgrammes } from '../list.server.ts';
import { programmeLook } from '../stage-look.ts';
import { inspectionsText, programmeStageText } from '../text.ts';
import { InspectionTabs } from './parts.tsx';
import type { Route } from './+types/programmes.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { pathname, search } = new URL(args.request.url);
  const { db, clock } = edge.services;
  const page = readPage(search);
  const year = readYear(search);
  const [listed, bodies] = await Promise.all([
    listProgrammes(db, person, { year, page, size: pageSize }),
    bodiesOf(db, person),
  ]);
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  return { ...listed, year, thisYear, page, view: { path: pathname, query: search }, mayPlan: bodies.length > 0 };
}

const columns: readonly Column<ListedProgramme>[] = [
  {
    key: 'ten',
    head: inspectionsText.programme,
    kind: 'name',
    cell: (row) => <a href={`/kiem-tra/chuong-trinh/${row.id}`}>{row.title}</a>,
  },
  { key: 'don-vi', head: inspectionsText.body, cell: (row) => row.unitName },
  { key: 'nam', head: inspectionsText.year, kind: 'number', cell: (row) => String(row.year) },
  {
    key: 'da-kiem-tra',
    head: inspectionsText.progress,
    kind: 'number',
    cell: (row) => inspectionsText.progressOf(row.held, row.planned),
  },
  {
    key: 'buoc',
    head: inspectionsText.stage,
    cell: (row) => <Stage stage={programmeLook[row.stage]} word={programmeStageText[row.stage]} />,
  },
];

export default function Programmes({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, year, thisYear, mayPlan } = loaderData;
  return (
    <Page
      title={`${inspectionsText.programmesTitle} (${formatVietnamese(total)})`}
      lead={inspectionsText.programmesLead}
      action={mayPlan && <LinkButton href="/kiem-tra/chuong-trinh/moi">{inspectionsText.newProgramme}</LinkButton>}
    >
      <title>{inspectionsText.programmesTitle}</title>
      <InspectionTabs current="programmes" />
      <Filters path={view.path} auto>
        <YearField latest={thisYear + 1} count={6} year={year} orEvery />
      </Filters>
      <Table
        caption={inspectionsText.programmesCaption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        empty={<Empty what={inspectionsText.programmesEmptyWhat} why={inspectionsText.programmesEmptyWhy} />}
      />
    </Page>
  );
}
