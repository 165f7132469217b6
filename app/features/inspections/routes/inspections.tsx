import { plainDateIn } from '../../../kernel/calendar.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
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
import { YearField } from '../../../ui/YearField.tsx';
import { bodiesOf } from '../choices.server.ts';
import { inspectionStages } from '../inspection.ts';
import type { ListedInspection } from '../list.server.ts';
import { listInspections } from '../list.server.ts';
import { inspectionsQuery } from '../query.server.ts';
import { inspectionLook } from '../stage-look.ts';
import { inspectionKindText, inspectionsText, inspectionStageText } from '../text.ts';
import { InspectionTabs } from './parts.tsx';
import type { Route } from './+types/inspections.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const { db, clock } = edge.services;
  const page = readPage(search);
  const { query, units, schemes } = await inspectionsQuery(db, person, searchParams);
  const [listed, bodies] = await Promise.all([
    listInspections(db, person, { ...query, page, size: pageSize }),
    bodiesOf(db, person),
  ]);
  const asked = { year: query.year, stage: query.stage, unit: searchParams.get('don-vi'), scheme: query.schemeCode };
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  return {
    ...listed,
    units,
    schemes,
    asked,
    thisYear,
    page,
    view: { path: pathname, query: search },
    mayPlan: bodies.length > 0,
  };
}

const columns: readonly Column<ListedInspection>[] = [
  {
    key: 'ten',
    head: inspectionsText.name,
    kind: 'name',
    cell: (row) => <a href={`/kiem-tra/${row.id}`}>{row.title}</a>,
  },
  { key: 'don-vi', head: inspectionsText.unit, cell: (row) => row.unitName },
  {
    key: 'boi',
    head: inspectionsText.by,
    cell: (row) => (row.kind === 'self_check' ? inspectionKindText.self_check : row.byUnitName),
  },
  { key: 'thoi-gian', head: inspectionsText.days, cell: (row) => inspectionsText.daysOf(row.firstDay, row.lastDay) },
  {
    key: 'ton-tai',
    head: inspectionsText.findingsHead,
    cell: (row) =>
      row.seesMinutes && row.stage === 'held' ? inspectionsText.openOf(row.openFindings, row.findings) : null,
  },
  {
    key: 'buoc',
    head: inspectionsText.stage,
    cell: (row) => <Stage stage={inspectionLook[row.stage]} word={inspectionStageText[row.stage]} />,
  },
];

export default function Inspections({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, mayPlan } = loaderData;
  const file = (kind: string) => withQuery({ path: '/kiem-tra/tai-ve', query: view.query }, { dang: kind });
  return (
    <Page
      title={`${inspectionsText.title} (${formatVietnamese(total)})`}
      lead={inspectionsText.lead}
      action={mayPlan && <LinkButton href="/kiem-tra/moi">{inspectionsText.newOutside}</LinkButton>}
    >
      <title>{inspectionsText.title}</title>
      <InspectionTabs current="inspections" />
      <Narrowing data={loaderData} />
      <Table
        caption={inspectionsText.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        empty={<Empty what={inspectionsText.emptyWhat} why={inspectionsText.emptyWhy} />}
      />
    </Page>
  );
}

function Narrowing({ data }: { readonly data: Route.ComponentProps['loaderData'] }) {
  const { view, asked, units, schemes, thisYear } = data;
  return (
    <Filters path={view.path} auto>
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
        name="de-an"
        label={inspectionsText.about}
        blank={inspectionsText.every}
        value={asked.scheme ?? ''}
        options={schemes.map(({ key, name }) => ({ value: key, label: name }))}
      />
      <Field
        type="select"
        name="buoc"
        label={inspectionsText.stage}
        blank={inspectionsText.every}
        value={asked.stage ?? ''}
        options={inspectionStages.map((value) => ({ value, label: inspectionStageText[value] }))}
      />
    </Filters>
  );
}
