import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { formsText } from '../forms/text.ts';
import type { ListedRound } from '../list.server.ts';
import { listRounds, mayCall } from '../list.server.ts';
import { roundLook } from '../stage-look.ts';
import { shareOnTime } from '../standing.ts';
import { roundStageText, roundsText, shareText, spanText } from '../text.ts';
import type { Route } from './+types/rounds.ts';

const size = 20;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const { pathname, search } = new URL(args.request.url);
  const page = readPage(search);
  const [listed, may] = await Promise.all([
    listRounds(db, person, { today: plainDateIn(clock()), page, size }),
    mayCall(db, person),
  ]);
  return { ...listed, may, page, view: { path: pathname, query: search } };
}

const columns: readonly Column<ListedRound>[] = [
  {
    key: 'ten',
    head: roundsText.name,
    kind: 'name',
    cell: ({ id, name }) => <a href={`/ky-bao-cao/${id}`}>{name}</a>,
  },
  { key: 'ky', head: roundsText.span, cell: spanText },
  { key: 'han', head: roundsText.due, cell: ({ dueOn }) => dateText(dueOn) },
  {
    key: 'buoc',
    head: roundsText.stage,
    cell: ({ stage }) => <Stage stage={roundLook[stage]} word={roundStageText[stage]} />,
  },
  { key: 'gui', head: roundsText.progress, kind: 'number', cell: ({ counts }) => roundsText.progressOf(counts) },
  {
    key: 'muon',
    head: roundsText.late,
    kind: 'number',
    cell: ({ counts }) => (counts.expected === 0 ? '' : counts.sentLate + counts.overdue),
  },
  {
    key: 'dung-han',
    head: roundsText.share,
    kind: 'number',
    cell: ({ stage, counts }) => (stage === 'draft' ? '' : shareText(shareOnTime(counts))),
  },
];

export default function Rounds({ loaderData }: Route.ComponentProps) {
  const { rows, total, may, page, view } = loaderData;
  const make = may && <LinkButton href="/ky-bao-cao/moi">{roundsText.new}</LinkButton>;
  return (
    <Page
      title={roundsText.title}
      lead={
        <>
          {roundsText.lead} <a href="/mau-bao-cao">{formsText.title}</a>
        </>
      }
      action={rows.length > 0 && make}
    >
      <title>{roundsText.title}</title>
      <Table
        caption={roundsText.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        view={view}
        paging={{ page, size, total }}
        empty={<Empty what={roundsText.emptyWhat} why={roundsText.emptyWhy} first={make} />}
      />
    </Page>
  );
}
