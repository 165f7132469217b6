import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage } from '../../../ui/address.ts';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { kinds } from '../consolidation.ts';
import type { ListedConsolidation } from '../list.server.ts';
import { listConsolidations } from '../list.server.ts';
import { makingChoices } from '../making.server.ts';
import { mayReadStatistics } from '../statistics.server.ts';
import { stageLook } from '../stage-look.ts';
import { kindText, listText, stageText } from '../text.ts';
import type { Route } from './+types/consolidations.ts';

const size = 20;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const { pathname, search, searchParams } = new URL(args.request.url);
  const kind = kinds.find((each) => each === searchParams.get('loai'));
  const page = readPage(search);
  const [listed, choices, mayCount] = await Promise.all([
    listConsolidations(db, person, { kind, page, size }),
    makingChoices(db, person),
    mayReadStatistics(db, person),
  ]);
  return { ...listed, kind, page, mayMake: choices !== undefined, mayCount, view: { path: pathname, query: search } };
}

const columns: readonly Column<ListedConsolidation>[] = [
  {
    key: 'bao-cao',
    head: listText.name,
    kind: 'name',
    cell: ({ id, title }) => <a href={`/bao-cao-tong-hop/${id}`}>{title}</a>,
  },
  { key: 'loai', head: listText.kind, cell: ({ kind }) => kindText[kind] },
  { key: 'don-vi', head: listText.unit, cell: ({ unitName }) => unitName },
  {
    key: 'buoc',
    head: listText.stage,
    cell: ({ stage }) => <Stage stage={stageLook[stage]} word={stageText[stage]} />,
  },
  {
    key: 'so',
    head: listText.number,
    cell: ({ documentNumber: number, documentDate: day }) =>
      number !== null && day !== null ? listText.numbered(number, day) : '',
  },
];

export default function Consolidations({ loaderData }: Route.ComponentProps) {
  const { rows, total, kind, page, mayMake, mayCount, view } = loaderData;
  const make = mayMake && <LinkButton href="/bao-cao-tong-hop/moi">{listText.new}</LinkButton>;
  return (
    <Page
      title={listText.title}
      lead={listText.lead}
      action={
        <Actions>
          {rows.length > 0 && make}
          {mayCount && (
            <LinkButton kind="second" href="/bao-cao-tong-hop/thong-ke">
              {listText.statistics}
            </LinkButton>
          )}
        </Actions>
      }
    >
      <title>{listText.title}</title>
      <Filters path={view.path} auto>
        <Field
          type="select"
          name="loai"
          label={listText.kind}
          blank={listText.every}
          value={kind}
          options={kinds.map((value) => ({ value, label: kindText[value] }))}
        />
      </Filters>
      <Table
        caption={listText.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        view={view}
        paging={{ page, size, total }}
        empty={<Empty what={listText.emptyWhat} why={listText.emptyWhy} first={make} />}
      />
    </Page>
  );
}
