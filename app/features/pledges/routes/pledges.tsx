import { formatVietnamese } from '../../../kernel/decimal.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, readYear, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { DayChoice, DayNotice } from '../../../ui/DayBar.tsx';
import { dayOf, onDay } from '../../../ui/day.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { askedOf } from '../../organisation/day-asked.server.ts';
import { YearField } from '../../../ui/YearField.tsx';
import { unitsToPledge } from '../choices.server.ts';
import type { ListedPledge, UnitCoverage } from '../list.server.ts';
import { listPledges, pledgeCoverage } from '../list.server.ts';
import { pledgeStages } from '../pledge.ts';
import { pledgeLook } from '../stage-look.ts';
import { pledgeSheetText, pledgesText, pledgeStageText } from '../text.ts';
import type { Route } from './+types/pledges.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { pathname, search, searchParams } = new URL(args.request.url);
  const { db } = edge.services;
  const { day, asked } = askedOf(edge, args.request);
  const { known: knownOn } = day;
  const thisYear = Number(dayOf(day).slice(0, 4));
  const year = readYear(search) ?? thisYear;
  const stage = pledgeStages.find((each) => each === searchParams.get('buoc'));
  const page = readPage(search);
  const query = { year, knownOn, ...(stage && !knownOn && { stages: [stage] }), page, size: pageSize };
  const [listed, coverage, own] = await Promise.all([
    listPledges(db, person, query),
    pledgeCoverage(db, person, { year, knownOn }),
    unitsToPledge(db, person),
  ]);
  const view = { path: pathname, query: search };
  return { ...listed, coverage, page, view, year, stage, asked, knownOn, mayPledge: own.length > 0, thisYear };
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

function aboutWords(row: ListedPledge): string {
  if (row.indicatorCode !== null) return `${row.indicatorCode} ${row.indicatorName ?? ''}`;
  return `${row.criterionCode ?? row.schemeCode ?? ''} ${row.schemeName ?? ''}`;
}

function levelWords({ value, unitOfMeasure }: ListedPledge): string | null {
  return value === null ? null : `${formatVietnamese(value)} ${unitOfMeasure ?? ''}`;
}

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
