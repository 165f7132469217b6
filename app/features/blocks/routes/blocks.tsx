import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import { Table } from '../../../ui/Table.tsx';
import { Tabs } from '../../../ui/Tabs.tsx';
import { yearAsked } from '../../organisation/year-asked.server.ts';
import { listBlocks } from '../list.server.ts';
import { pactLook } from '../stage-look.ts';
import { blocksText as said, pactStageText } from '../text.ts';
import type { Route } from './+types/blocks.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const year = yearAsked(edge, args.request);
  return { year, blocks: await listBlocks(db, person, { year, today: plainDateIn(clock()) }) };
}

export default function Blocks({ loaderData: { year, blocks } }: Route.ComponentProps) {
  const tabs = [year - 1, year, year + 1].map((one) => ({
    label: String(one),
    href: `/khoi-cum?nam=${one}`,
    current: one === year,
  }));
  return (
    <Page title={said.title} lead={said.lead(year)}>
      <title>{said.title}</title>
      <Tabs tabs={tabs} label={said.otherYears} />
      <Table
        caption={said.caption(year)}
        rows={blocks}
        rowKey={({ id }) => id}
        columns={[
          {
            key: 'khoi',
            head: said.block,
            kind: 'name',
            cell: ({ code, name, isOwn }) => (
              <>
                <a href={`/khoi-cum/nam/${code}/${year}`}>{name}</a>
                {isOwn && <small> · {said.own}</small>}
              </>
            ),
          },
          { key: 'thanh-vien', head: said.members, kind: 'number', cell: ({ members }) => members },
          { key: 'truong', head: said.leader, cell: ({ lead }) => lead ?? said.none },
          { key: 'pho', head: said.deputies, cell: ({ deputies }) => deputies.join('; ') || said.none },
          {
            key: 'giao-uoc',
            head: said.pact,
            cell: ({ pact }) =>
              pact === null ? said.none : <Stage stage={pactLook[pact]} word={pactStageText[pact]} />,
          },
          {
            key: 'hop',
            head: said.next,
            cell: ({ meeting }) =>
              meeting === null ? said.none : <a href={`/khoi-cum/hop/${meeting.id}`}>{dateText(meeting.day)}</a>,
          },
        ]}
        empty={<Empty {...said.empty} />}
      />
    </Page>
  );
}
