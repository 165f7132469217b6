import { roles } from '../../../kernel/actor.ts';
import { edgeOf } from '../../../platform/http.server.ts';
import { roleNames } from '../../../platform/text.ts';
import { readPage, readSort } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { momentText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { askedId } from '../../../platform/id.server.ts';
import { peoplePerPage, peopleSorts, shownStates } from '../people/person.ts';
import { administeredUnits, peoplePage } from '../people/queries.server.ts';
import { administratorAt } from '../session/administrator.server.ts';
import type { Route } from './+types/people';
import { peopleText, stateNames } from './text.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = administratorAt(edge, args.request);
  const { db, clock } = edge.services;
  const { pathname, search, searchParams } = new URL(args.request.url);
  const sort = readSort(search, peopleSorts, { by: 'ten', direction: 'asc' });
  const unit = searchParams.get('don-vi') ?? '';
  const words = searchParams.get('tim') ?? '';
  const role = roles.find((one) => one === searchParams.get('vai-tro')) ?? null;
  const state = shownStates.find((one) => one === searchParams.get('tinh-trang')) ?? null;
  const page = readPage(search);
  const filter = { words, unitId: unit === '' ? null : askedId(unit), role, state, sort, page, now: clock() };
  return {
    ...(await peoplePage(db, person, filter)),
    units: await administeredUnits(db, person),
    view: { path: pathname, query: search },
    filter: { unit, words, role: role ?? '', state: state ?? '' },
    sort,
    page,
  };
}

type Row = Route.ComponentProps['loaderData']['rows'][number];

const columns: readonly Column<Row>[] = [
  {
    key: 'ten',
    head: peopleText.name,
    kind: 'name',
    sortable: true,
    cell: ({ id, name, positionTitle }) => (
      <>
        <a href={`/quan-tri/nguoi-dung/${id}`}>{name}</a>
        {positionTitle && <small> {positionTitle}</small>}
      </>
    ),
  },
  { key: 'tai-khoan', head: peopleText.username, cell: ({ username }) => username },
  { key: 'don-vi', head: peopleText.unit, sortable: true, cell: ({ unit }) => unit },
  {
    key: 'vai-tro',
    head: peopleText.role,
    cell: ({ roles: held }) => held.map((role) => roleNames[role]).join('; ') || peopleText.noRole,
  },
  { key: 'tinh-trang', head: peopleText.state, cell: ({ state }) => stateNames[state] },
  {
    key: 'dang-nhap',
    head: peopleText.lastSignedIn,
    sortable: true,
    cell: ({ lastSignedInAt }) => (lastSignedInAt ? momentText(lastSignedInAt) : peopleText.never),
  },
];

export default function People({ loaderData }: Route.ComponentProps) {
  const { rows, total, view, sort, page } = loaderData;
  const actions = (
    <>
      <LinkButton href="/quan-tri/nguoi-dung/moi">{peopleText.add}</LinkButton>{' '}
      <LinkButton href="/quan-tri/nguoi-dung/nap" kind="second">
        {peopleText.addMany}
      </LinkButton>
    </>
  );
  return (
    <Page title={peopleText.title} lead={peopleText.found(total)} action={actions}>
      <title>{peopleText.title}</title>
      <PeopleFilters data={loaderData} />
      <Table
        caption={peopleText.title}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={({ id }) => id}
        view={view}
        sort={sort}
        paging={{ page, size: peoplePerPage, total }}
        empty={<Empty what={peopleText.emptyTitle} why={peopleText.emptyWhy} />}
      />
    </Page>
  );
}

function PeopleFilters({ data }: { readonly data: Route.ComponentProps['loaderData'] }) {
  const { filter, units } = data;
  const unitOptions = units.map(({ id, name }) => ({ value: id, label: name }));
  const roleOptions = roles.map((role) => ({ value: role, label: roleNames[role] }));
  const stateOptions = shownStates.map((state) => ({ value: state, label: stateNames[state] }));
  return (
    <Filters path="/quan-tri/nguoi-dung">
      <Field name="tim" type="search" label={peopleText.search} value={filter.words} />
      <Field
        name="don-vi"
        type="select"
        label={peopleText.unit}
        blank={peopleText.any}
        options={unitOptions}
        value={filter.unit}
      />
      <Field
        name="vai-tro"
        type="select"
        label={peopleText.role}
        blank={peopleText.any}
        options={roleOptions}
        value={filter.role}
      />
      <Field
        name="tinh-trang"
        type="select"
        label={peopleText.state}
        blank={peopleText.any}
        options={stateOptions}
        value={filter.state}
      />
    </Filters>
  );
}
