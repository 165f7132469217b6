import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { unitsHeld } from '../../../kernel/actor.ts';
import type { CouncilRow } from '../councils.server.ts';
import { councils } from '../councils.server.ts';
import type { ListedSession } from '../page.server.ts';
import { listSessions } from '../page.server.ts';
import { councilText as said, mannerText, sessionLook, sessionStageText } from '../text.ts';
import type { Route } from './+types/councils.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const [rows, all] = await Promise.all([listSessions(db, person), councils(db, person).execute()]);
  const keeps = unitsHeld(person, 'council_secretary');
  const own = all.find(({ unitId }) => keeps.includes(unitId));
  const mayKeep = unitsHeld(person, 'council_secretary', 'administrator').length > 0;
  return { rows, all, ownCouncilId: own?.id, mayKeep };
}

const columns: readonly Column<ListedSession>[] = [
  {
    key: 'phien',
    head: said.session,
    kind: 'name',
    cell: (row) => <a href={`/khen-thuong/hoi-dong/phien/${row.id}`}>{row.title}</a>,
  },
  { key: 'hoi-dong', head: said.council, cell: (row) => row.councilName },
  { key: 'ngay', head: said.day, cell: (row) => dateText(row.plannedOn) },
  { key: 'hinh-thuc', head: said.manner, cell: (row) => mannerText[row.manner] },
  { key: 'muc', head: said.agenda, kind: 'number', cell: (row) => row.items },
  {
    key: 'buoc',
    head: said.stage,
    cell: (row) => <Stage stage={sessionLook[row.stage]} word={sessionStageText[row.stage]} />,
  },
];

const councilColumns: readonly Column<CouncilRow>[] = [
  {
    key: 'ten',
    head: said.council,
    kind: 'name',
    cell: (row) => <a href={`/khen-thuong/hoi-dong/thanh-vien/${row.id}`}>{row.name}</a>,
  },
  { key: 'quyet-dinh', head: said.founded, cell: (row) => said.decision(row.decisionNumber, row.decidedOn) },
];

export default function Councils({ loaderData }: Route.ComponentProps) {
  const { rows, all, ownCouncilId, mayKeep } = loaderData;
  const next = ownCouncilId ? `/khen-thuong/hoi-dong/phien/moi/${ownCouncilId}` : undefined;
  return (
    <Page
      title={said.sessionsHead(rows.length)}
      lead={said.lead}
      action={next && <LinkButton href={next}>{said.newSession}</LinkButton>}
    >
      <title>{said.title}</title>
      <Table
        caption={said.sessions}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        empty={<Empty what={said.noSessions} why={said.noSessionsWhy} />}
      />
      <section>
        <h2>{said.councils}</h2>
        <Table
          caption={said.councils}
          captionHidden
          columns={councilColumns}
          rows={all}
          rowKey={(row) => row.id}
          empty={<Empty what={said.noCouncils} why={said.noCouncilsWhy} />}
        />
        {mayKeep && (
          <p>
            <LinkButton kind="second" href="/khen-thuong/hoi-dong/lap">
              {said.newCouncil}
            </LinkButton>
          </p>
        )}
      </section>
    </Page>
  );
}
