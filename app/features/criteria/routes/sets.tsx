import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { readPage, readYear } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { YearField } from '../../../ui/YearField.tsx';
import { among } from '../criterion-form.ts';
import { pointsText } from '../../../kernel/hundredths.ts';
import type { ListedSet } from '../list.server.ts';
import { blockChoices, listSets } from '../list.server.ts';
import { setStages } from '../procedure.ts';
import { mayBegin } from '../rights.server.ts';
import { stageLook } from '../stage-look.ts';
import { reviewText, setsText as said, setStageText } from '../text.ts';
import type { Route } from './+types/sets.ts';

const size = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const year = readYear(url.searchParams);
  const block = url.searchParams.get('khoi') ?? '';
  const stage = among(setStages, url.searchParams.get('tinh-trang') ?? '');
  const page = readPage(url.search);
  const query = { year, stage, blockId: block === '' ? undefined : askedId(block), size, page };
  const [list, blocks, isMine] = await Promise.all([
    listSets(db, person, query),
    blockChoices(db),
    mayBegin(db, person),
  ]);
  const latest = Number(plainDateIn(clock()).slice(0, 4)) + 1;
  return { ...list, blocks, isMine, year, block, stage, latest, page, view: { path: url.pathname, query: url.search } };
}

export default function Sets({ loaderData }: Route.ComponentProps) {
  const { rows, total, blocks, isMine, year, block, stage, latest, page, view } = loaderData;
  return (
    <Page
      title={said.title}
      lead={said.lead}
      action={isMine && <LinkButton href="/tieu-chi/moi">{said.begin}</LinkButton>}
    >
      <title>{said.title}</title>
      <Filters path={view.path} auto>
        <YearField latest={latest} count={8} year={year} orEvery />
        <Field
          type="select"
          name="khoi"
          label={said.block}
          blank={said.everyBlock}
          value={block}
          options={blocks.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <Field
          type="select"
          name="tinh-trang"
          label={said.stage}
          blank={said.everyStage}
          value={stage ?? ''}
          options={setStages.map((value) => ({ value, label: setStageText[value] }))}
        />
      </Filters>
      <Table
        caption={said.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        view={view}
        paging={{ page, size, total }}
        empty={
          <Empty
            what={said.emptyWhat}
            why={said.emptyWhy}
            first={isMine ? <LinkButton href="/tieu-chi/moi">{said.begin}</LinkButton> : said.emptyFirst}
          />
        }
      />
    </Page>
  );
}

const columns: readonly Column<ListedSet>[] = [
  { key: 'ten', head: said.name, kind: 'name', cell: ({ id, title }) => <a href={`/tieu-chi/${id}`}>{title}</a> },
  { key: 'khoi', head: said.of, cell: ofText },
  { key: 'nam', head: said.year, kind: 'number', cell: ({ year }) => year },
  { key: 'tt', head: said.stage, cell: ({ stage }) => <Stage stage={stageLook[stage]} word={setStageText[stage]} /> },
  { key: 'ban', head: said.edition, kind: 'number', cell: ({ edition }) => edition },
  { key: 'n', head: said.criteria, kind: 'number', cell: ({ criteria }) => criteria },
  { key: 'diem', head: said.points, kind: 'number', cell: ({ points }) => pointsText(points) },
  {
    key: 'vb',
    head: said.paper,
    cell: ({ documentNumber, documentDate }) =>
      documentNumber && documentDate ? said.paperOf(documentNumber, documentDate) : null,
  },
];

function ofText({ blockName, movementTitle, review }: ListedSet): string {
  return [blockName, movementTitle, review && reviewText[review]].filter(Boolean).join(', ');
}
