import { edgeOf } from '../../../platform/http.server.ts';
import { Button, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { BlockLine } from '../block-queries.server.ts';
import { blocksOf } from '../block-queries.server.ts';
import { shaperAt } from '../gate.server.ts';
import { adminText, blocksText } from '../page.text.ts';
import { yearAsked } from '../year-asked.server.ts';
import type { Route } from './+types/blocks.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  shaperAt(edge, args.request);
  const year = yearAsked(edge, args.request);
  return { year, blocks: await blocksOf(edge.services.db, edge.actor, year) };
}

const columnsOf = (year: number): readonly Column<BlockLine>[] => [
  {
    key: 'ten',
    head: blocksText.name,
    kind: 'name',
    cell: ({ code, name }) => <a href={`/quan-tri/khoi-cum/${code}?nam=${year}`}>{name}</a>,
  },
  { key: 'so', head: blocksText.members, kind: 'number', cell: ({ members }) => members },
  { key: 'truong', head: blocksText.leadUnit, cell: ({ lead }) => lead ?? blocksText.none },
  { key: 'pho', head: blocksText.deputies, cell: ({ deputies }) => deputies.join(', ') || blocksText.none },
];

export default function Blocks({ loaderData }: Route.ComponentProps) {
  const { year, blocks } = loaderData;
  const members = blocks.reduce((sum, block) => sum + block.members, 0);
  const actions = (
    <>
      <LinkButton href="/quan-tri/khoi-cum/moi">{blocksText.add}</LinkButton>{' '}
      <LinkButton href={`/quan-tri/khoi-cum/nap?nam=${year}`} kind="second">
        {blocksText.import}
      </LinkButton>
    </>
  );
  return (
    <Page
      title={blocksText.title}
      lead={blocksText.lead(year, blocks.length, members)}
      action={actions}
      trail={[{ label: adminText.home, href: '/quan-tri' }]}
    >
      <title>{blocksText.title}</title>
      <form className="filters" method="get" action="/quan-tri/khoi-cum">
        <div className="filters-row">
          <Field name="nam" label={blocksText.year} value={String(year)} width="short" />
          <div className="acts">
            <Button kind="second">{blocksText.show}</Button>
          </div>
        </div>
      </form>
      <Table
        caption={blocksText.title}
        captionHidden
        columns={columnsOf(year)}
        rows={blocks}
        rowKey={({ id }) => id}
        empty={<Empty what={blocksText.emptyWhat} why={blocksText.emptyWhy} />}
      />
    </Page>
  );
}
