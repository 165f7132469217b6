import { edgeOf } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { onDay } from '../../../ui/day.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { YearField } from '../../../ui/YearField.tsx';
import { unitsToPledge } from '../choices.server.ts';
import type { ListedPledge, UnitCoverage } from '../list.server.ts';
import { pledgeCoverage } from '../list.server.ts';
import { pledgeStages } from '../pledge.ts';
import { pledgesAsked } from '../pledges-asked.server.ts';
import { pledgeLook } from '../stage-look.ts';
import { aboutWords, levelWords, pledgeSheetText, pledgesText, pledgeStageText } from '../text.ts';
import type { Route } from './+types/pledges.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { db } = edge.services;
  const { pathname, search } = new URL(args.request.url);
  const page = readPage(search);
  const { person, day, ...listed } = await pledgesAsked(edge, args.request, { page, size: pageSize });
  const [coverage, own] = await Promise.all([
    pledgeCoverage(db, person, { year: listed.year, knownOn: day.known }),
    unitsToPledge(db, person),
  ]);
  const view = { path: pathname, query: search };
  return { ...listed, coverage, page, view, mayPledge: own.length > 0 };
}

const columns: readonly Column<ListedPledge>[] = [
  {
    key: 'noi-dung',
    head: pledgesText.wording,
    kind: 'name',
    cell: (row) => <a href={`/dang-ky-chi-tieu/${row.id}`}>{row.wording}</a>,
  },
  { key: 'don-vi', head: pledgesText.unit, cell: (row) => row.unitName },
  { key: 've', head: pledgesText.about, cell: aboutWords },
  { key: 'muc', head: pledgesText.level, kind: 'number', cell: levelWords },
  {
    key: 'buoc',
    head: pledgesText.stage,
    cell: (row) => <Stage stage={pledgeLook[row.stage]} word={pledgeStageText[row.stage]} />,
  },
];

const coverageColumns = (knownOn: string | undefined): readonly Column<UnitCoverage>[] => [
  {
    key: 'don-vi',
    head: pledgesText.unit,
    kind: 'name',
    cell: ({ code, name }) => <a href={onDay(`/don-vi/${code}`, knownOn)}>{name}</a>,
  },
  {
    key: 'tiep-nhan',
    head: pledgesText.accepted,
    kind: 'number',
    cell: ({ accepted, waiting }) => (accepted + waiting === 0 ? pledgesText.none : accepted),
  },
  { key: 'cho', head: pledgesText.waiting, kind: 'number', cell: ({ waiting }) => waiting },
];

export default function Pledges({ loaderData }: Route.ComponentProps) {
  const { rows, total, coverage, page, view, year, stage, asked, knownOn, mayPledge, thisYear } = loaderData;
  const done = coverage.filter(({ accepted, waiting }) => accepted + waiting > 0).length;
  return (
    <Page
      title={pledgesText.title}
      lead={pledgesText.lead(done, coverage.length, year)}
      action={
        mayPledge && (
          <>
            <LinkButton href="/dang-ky-chi-tieu/nap" kind="second">
              {pledgeSheetText.link}
            </LinkButton>{' '}
            <LinkButton href={`/dang-ky-chi-tieu/moi?nam=${year}`}>{pledgesText.new}</LinkButton>
          </>
        )
      }
    >
      <title>{pledgesText.title}</title>
      <DayNotice asked={asked} path={withQuery(view, { ngay: undefined })} />
      <Filters path={view.path} keep={knownOn ? { ngay: knownOn } : {}} auto>
        <YearField latest={thisYear + 1} count={5} year={year} />
        {knownOn === undefined && (
          <Field
            type="select"
            name="buoc"
            label={pledgesText.stage}
            blank={pledgesText.every}
            value={stage}
            options={pledgeStages.map((value) => ({ value, label: pledgeStageText[value] }))}
          />
        )}
      </Filters>
      <Table
        caption={pledgesText.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{
          excel: `/dang-ky-chi-tieu/tai.xlsx${view.query}`,
          csv: `/dang-ky-chi-tieu/tai.csv${view.query}`,
        }}
        empty={<Empty what={pledgesText.emptyWhat} why={pledgesText.emptyWhy} />}
      />
      <details>
        <summary>{pledgesText.coverage}</summary>
        <Table
          caption={pledgesText.coverageCaption}
          columns={coverageColumns(knownOn)}
          rows={coverage}
          rowKey={({ unitId }) => unitId}
        />
      </details>
      <DayChoice asked={asked} path={view.path} keep={{ nam: String(year) }} />
    </Page>
  );
}
