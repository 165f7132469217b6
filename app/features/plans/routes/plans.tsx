import { formatVietnamese } from '../../../kernel/decimal.ts';
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
import { planChoices } from '../choices.server.ts';
import type { ListedPlan } from '../list.server.ts';
import { planSheetText } from '../excel.text.ts';
import { planStages } from '../plan.ts';
import { plansAsked } from '../plans-asked.server.ts';
import { planLook } from '../stage-look.ts';
import { plansText, planStageText, progressWords } from '../text.ts';
import { AboutField } from './AboutField.tsx';
import { PlanTabs } from './PlanTabs.tsx';
import type { Route } from './+types/plans.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { pathname, search } = new URL(args.request.url);
  const page = readPage(search);
  const { person, day, ...listed } = await plansAsked(edge, args.request, { page, size: pageSize });
  const choices = await planChoices(edge.services.db, person);
  const view = { path: pathname, query: search };
  return { ...listed, page, view, today: day.today, knownOn: day.known, mayPlan: choices.length > 0 };
}

const columnsOn = (known: string | undefined): readonly Column<ListedPlan>[] => [
  {
    key: 'ke-hoach',
    head: plansText.name,
    kind: 'name',
    cell: (row) => <a href={onDay(`/ke-hoach/${row.id}`, known)}>{row.title}</a>,
  },
  { key: 'don-vi', head: plansText.unit, cell: (row) => row.unitName },
  { key: 've', head: plansText.about, cell: (row) => row.aboutName },
  { key: 'thoi-gian', head: plansText.days, cell: (row) => plansText.daysOf(row.firstDay, row.lastDay) },
  { key: 'tien-do', head: plansText.progress, cell: progressWords },
  {
    key: 'buoc',
    head: plansText.stage,
    cell: (row) => <Stage stage={planLook[row.stage]} word={planStageText[row.stage]} />,
  },
];

export default function Plans({ loaderData }: Route.ComponentProps) {
  const { rows, total, abouts, about, page, view, year, stage, today, asked, knownOn, mayPlan } = loaderData;
  return (
    <Page
      title={`${plansText.title} (${formatVietnamese(total)})`}
      lead={plansText.lead}
      action={
        mayPlan && (
          <>
            <LinkButton href="/ke-hoach/nap" kind="second">
              {planSheetText.link}
            </LinkButton>{' '}
            <LinkButton href="/ke-hoach/moi">{plansText.new}</LinkButton>
          </>
        )
      }
    >
      <title>{plansText.title}</title>
      <PlanTabs current="list" known={knownOn} />
      <DayNotice asked={asked} path={withQuery(view, { ngay: undefined })} />
      <Filters path={view.path} keep={knownOn ? { ngay: knownOn } : {}} auto>
        <AboutField abouts={abouts} value={about} blank={plansText.every} />
        <YearField latest={Number(today.slice(0, 4)) + 1} count={6} year={year} orEvery />
        {knownOn === undefined && (
          <Field
            type="select"
            name="buoc"
            label={plansText.stage}
            blank={plansText.every}
            value={stage}
            options={planStages.map((value) => ({ value, label: planStageText[value] }))}
          />
        )}
      </Filters>
      <Table
        caption={plansText.caption}
        captionHidden
        columns={columnsOn(knownOn)}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: `/ke-hoach/tai.xlsx${view.query}`, csv: `/ke-hoach/tai.csv${view.query}` }}
        isLate={({ stage: at, standing }) => at === 'approved' && standing.lateMilestones + standing.lateTasks > 0}
        empty={<Empty what={plansText.emptyWhat} why={plansText.emptyWhy} />}
      />
      <DayChoice asked={asked} path={view.path} />
    </Page>
  );
}
