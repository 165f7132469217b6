import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dateText } from '../../../ui/moment.ts';
import { YearField } from '../../../ui/YearField.tsx';
import type { ListedFinding } from '../list.server.ts';
import { listFindings } from '../list.server.ts';
import { findingsQuery } from '../query.server.ts';
import { shareBy, sharesOf } from '../shares.server.ts';
import { findingLook } from '../stage-look.ts';
import { findingStandingText, inspectionsText, shortened } from '../text.ts';
import { InspectionTabs } from './parts.tsx';
import { SharesTable } from './SharesTable.tsx';
import type { Route } from './+types/findings.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const page = readPage(search);
  const { query, units, narrowed } = await findingsQuery(db, person, searchParams, today);
  const by = shareBy.find((each) => each === searchParams.get('theo')) ?? 'unit';
  const [listed, shares] = await Promise.all([
    listFindings(db, person, { ...query, page, size: pageSize }),
    sharesOf(db, person, { by, today, year: query.year }),
  ]);
  const asked = { year: query.year, unit: searchParams.get('don-vi'), narrowed };
  const view = { path: pathname, query: search };
  return { ...listed, units, asked, thisYear: Number(today.slice(0, 4)), page, view, by, shares };
}

const columns: readonly Column<ListedFinding>[] = [
  {
    key: 'ton-tai',
    head: inspectionsText.finding,
    kind: 'name',
    cell: (row) => <a href={`/kiem-tra/${row.inspectionId}/ton-tai/${row.id}`}>{shortened(row.statement)}</a>,
  },
  { key: 'don-vi', head: inspectionsText.unit, cell: (row) => row.unitName },
  { key: 'boi', head: inspectionsText.by, cell: (row) => row.byUnitName },
  { key: 'han', head: inspectionsText.due, cell: (row) => dateText(row.dueOn) },
  {
    key: 'tinh-trang',
    head: inspectionsText.standing,
    cell: (row) => <Stage stage={findingLook[row.standing]} word={findingStandingText[row.standing]} />,
  },
];

export default function Findings({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, shares, by } = loaderData;
  const file = (kind: string) =>
    withQuery({ path: '/kiem-tra/tai-ve', query: view.query }, { dang: kind, bang: 'ton-tai' });
  return (
    <Page title={inspectionsText.findingsTitle(shares.all)} lead={inspectionsText.lead}>
      <title>{inspectionsText.tabs.findings}</title>
      <InspectionTabs current="findings" />
      <Narrowing data={loaderData} />
      <Table
        caption={inspectionsText.findingsCaption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        isLate={({ standing }) => standing === 'overdue'}
        empty={<Empty what={inspectionsText.findingsEmptyWhat} why={inspectionsText.findingsEmptyWhy} />}
      />
      {shares.all.all > 0 && <SharesTable shares={shares} by={by} view={view} />}
    </Page>
  );
}

function Narrowing({
  data: { view, asked, units, thisYear, by },
}: {
  readonly data: Route.ComponentProps['loaderData'];
}) {
  return (
    <Filters path={view.path} keep={by === 'unit' ? {} : { theo: by }} auto>
      <YearField latest={thisYear + 1} count={6} year={asked.year} orEvery />
      <Field
        type="select"
        name="don-vi"
        label={inspectionsText.unit}
        blank={inspectionsText.every}
        value={asked.unit ?? ''}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Field
        type="select"
        name="xem"
        label={inspectionsText.standing}
        blank={inspectionsText.every}
        value={asked.narrowed ?? ''}
        options={[
          { value: 'chua-xong', label: inspectionsText.onlyOpen },
          { value: 'qua-han', label: inspectionsText.onlyOverdue },
        ]}
      />
    </Filters>
  );
}
