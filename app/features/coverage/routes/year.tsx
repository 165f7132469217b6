import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { Figure } from '../../../ui/chart/Figure.tsx';
import { Schedule } from '../../../ui/chart/Schedule.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Status } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { taskLook } from '../../plans/stage-look.ts';
import type { TaskState } from '../../plans/standing.ts';
import { taskStateText } from '../../plans/text.ts';
import { YearField } from '../../../ui/YearField.tsx';
import { readYear } from '../../../ui/address.ts';
import { coverageText, yearKindText, yearRowName, yearText } from '../text.ts';
import type { YearBar } from '../year.ts';
import { todayOn, yearBars } from '../year.ts';
import { yearRows } from '../year.server.ts';
import type { Route } from './+types/year.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const thisYear = Number(today.slice(0, 4));
  const year = readYear(new URL(args.request.url).search) ?? thisYear;
  const bars = yearBars(await yearRows(db, person, { year, today }), year, today);
  return { bars, year, thisYear, today };
}

export default function Year({ loaderData: { bars, year, thisYear, today } }: Route.ComponentProps) {
  const of = (state: TaskState) => bars.filter((bar) => bar.state === state).length;
  const title = yearText.title(year, {
    late: of('late'),
    behind: of('behind'),
    running: of('running'),
    done: of('done'),
  });
  return (
    <Page title={title} lead={yearText.lead}>
      <title>{title}</title>
      <Filters path="/nam-phong-trao" auto>
        <YearField latest={thisYear + 1} count={5} year={year} />
      </Filters>
      <Figure
        title={yearText.figure(year)}
        behind={<Table caption={yearText.figure(year)} captionHidden columns={columns} rows={bars} rowKey={keyOf} />}
      >
        <Schedule today={todayOn(year, today)} items={bars.map(itemOf)} />
      </Figure>
      <p className="muted">{yearText.legend}</p>
    </Page>
  );
}

const keyOf = ({ kind, id }: YearBar) => `${kind} ${id}`;
const share = ({ done, of }: YearBar) => (of === 0 ? 0 : done / of);

function itemOf(bar: YearBar) {
  return {
    id: keyOf(bar),
    label: <a href={bar.href}>{yearRowName(bar)}</a>,
    from: bar.from,
    to: bar.to,
    done: share(bar),
    marks: [],
    dueText: dateText(bar.last),
    status: taskLook[bar.state],
    word: `${taskStateText[bar.state]} (${coverageText.of(bar.done, bar.of)})`,
  };
}

const columns: readonly Column<YearBar>[] = [
  { key: 'viec', head: yearText.what, kind: 'name', cell: (bar) => <a href={bar.href}>{yearRowName(bar)}</a> },
  { key: 'loai', head: yearText.kind, cell: ({ kind }) => yearKindText[kind] },
  { key: 'tu', head: yearText.first, cell: ({ first }) => dateText(first) },
  { key: 'den', head: yearText.last, cell: ({ last }) => dateText(last) },
  { key: 'xong', head: yearText.done, kind: 'number', cell: ({ done }) => formatVietnamese(done) },
  { key: 'tren', head: yearText.of, kind: 'number', cell: ({ of }) => formatVietnamese(of) },
  {
    key: 'tinh-trang',
    head: coverageText.state,
    cell: ({ state }) => <Status status={taskLook[state]} word={taskStateText[state]} />,
  },
];
