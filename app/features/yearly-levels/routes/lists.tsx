import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, readYear } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { holdsRole } from '../../../kernel/actor.ts';
import type { ListRow } from '../case.server.ts';
import { listLists } from '../case.server.ts';
import { listLook } from '../stage-look.ts';
import { levelsText as said, stageText } from '../text.ts';
import type { Route } from './+types/lists.ts';

const size = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const page = readPage(url.search);
  const year = readYear(url.searchParams);
  return {
    ...(await listLists(db, person, { year, page, size })),
    page,
    year,
    thisYear: Number(plainDateIn(clock()).slice(0, 4)),
    mayBegin: holdsRole(person, 'officer', 'head'),
    view: { path: url.pathname, query: url.search },
  };
}

const columns: readonly Column<ListRow>[] = [
  {
    key: 'don-vi',
    head: said.unit,
    kind: 'name',
    cell: ({ id, unitName }) => <a href={`/xep-loai/${id}`}>{unitName}</a>,
  },
  { key: 'nam', head: said.year, kind: 'number', cell: ({ year }) => year },
  { key: 'so-nguoi', head: said.many, kind: 'number', cell: ({ many }) => many },
  { key: 'buoc', head: said.stage, cell: ({ stage }) => <Stage stage={listLook[stage]} word={stageText[stage]} /> },
];

export default function Lists({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, year, thisYear, mayBegin, view } = loaderData;
  const years = Array.from({ length: 6 }, (_, at) => String(thisYear - at));
  return (
    <Page
      title={said.heading(total)}
      lead={said.lead}
      action={mayBegin && <LinkButton href="/xep-loai/moi">{said.new}</LinkButton>}
    >
      <title>{said.title}</title>
      <Filters path="/xep-loai" verb={said.show} auto>
        <Field
          type="select"
          name="nam"
          label={said.year}
          blank={said.every}
          value={year === undefined ? '' : String(year)}
          options={years.map((value) => ({ value, label: value }))}
        />
      </Filters>
      <Table
        caption={said.title}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        view={view}
        paging={{ page, size, total }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} first={said.noUnitWhy} />}
      />
    </Page>
  );
}
