import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { readPage } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { UnitReport } from '../list.server.ts';
import { unitReports } from '../list.server.ts';
import { countStandings } from '../standing.ts';
import { roundLook } from '../stage-look.ts';
import { roundStageText, roundsText, roundText, spanText, unitReportsText as said } from '../text.ts';
import { unitAt } from '../unit-at.server.ts';
import { SentCell, StandingCell } from './StandingCell.tsx';
import type { Route } from './+types/unit-reports.ts';

const size = 20;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const { pathname, search } = new URL(args.request.url);
  const unit = (await unitAt(db, person, args.params.code)) ?? pageNotFound();
  const page = readPage(search);
  const listed = await unitReports(db, person, { unitId: unit.id, today: plainDateIn(clock()), page, size });
  return { unit, ...listed, page, view: { path: pathname, query: search } };
}

const columns: readonly Column<UnitReport>[] = [
  {
    key: 'ky',
    head: said.round,
    kind: 'name',
    cell: ({ roundId, code, roundName }) => <a href={`/bao-cao/${roundId}/${code}`}>{roundName}</a>,
  },
  { key: 'so-lieu', head: said.span, cell: spanText },
  { key: 'han', head: said.due, cell: ({ dueOn }) => dateText(dueOn) },
  {
    key: 'buoc',
    head: said.stage,
    cell: ({ roundStage }) => <Stage stage={roundLook[roundStage]} word={roundStageText[roundStage]} />,
  },
  { key: 'tinh-trang', head: roundText.standing, cell: (row) => <StandingCell {...row} /> },
  { key: 'ngay-gui', head: roundText.sentOn, cell: (row) => <SentCell {...row} /> },
];

export default function UnitReports({ loaderData }: Route.ComponentProps) {
  const { unit, rows, total, page, view } = loaderData;
  const title = said.title(unit.name);
  // A round whose due day is still to come has been neither kept nor missed.
  const { onTime, expected } = countStandings(rows.filter(({ standing }) => standing !== 'waiting'));
  return (
    <Page
      title={title}
      lead={`${said.lead} ${expected > 0 && total <= size ? said.onTime(onTime, expected) : ''}`.trim()}
      trail={[
        { label: roundsText.title, href: '/ky-bao-cao' },
        { label: unit.name, href: `/don-vi/${unit.code}` },
      ]}
    >
      <title>{title}</title>
      <Table
        caption={said.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ roundId }) => roundId}
        isLate={({ standing }) => standing === 'overdue'}
        view={view}
        paging={{ page, size, total }}
        exports={{ excel: `${view.path}/tai`, csv: `${view.path}/tai?dang=csv` }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
    </Page>
  );
}
