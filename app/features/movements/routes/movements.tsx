import { edgeOf } from '../../../platform/http.server.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import type { View } from '../../../ui/address.ts';
import { readPage } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { YearField } from '../../../ui/YearField.tsx';
import { unitsToLaunch } from '../choices.server.ts';
import { movementsAsked } from '../list-asked.ts';
import type { ListedMovement } from '../list.server.ts';
import { launchingUnits, listMovements } from '../list.server.ts';
import { movementKinds } from '../movement.ts';
import { movementLook } from '../stage-look.ts';
import { daysText, movementKindText, movementsText, movementStageText, upperFirst } from '../text.ts';
import { stagesSeenBy } from '../visible.server.ts';
import type { Route } from './+types/movements.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const { actor } = edge;
  const { pathname, search, searchParams } = new URL(args.request.url);
  const { db, clock } = edge.services;
  const asked = movementsAsked(searchParams);
  const page = readPage(search);
  const [listed, units, own] = await Promise.all([
    listMovements(db, actor, { ...asked, page, size: pageSize }),
    launchingUnits(db, actor),
    actor.kind === 'person' ? unitsToLaunch(db, actor) : [],
  ]);
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  const view = { path: pathname, query: search };
  return {
    ...listed,
    units,
    page,
    view,
    asked,
    thisYear,
    mayDraft: own.length > 0,
    isInside: actor.kind === 'person',
    stages: stagesSeenBy(actor),
  };
}

const columnsFor = (isInside: boolean): readonly Column<ListedMovement>[] => [
  {
    key: 'ten',
    head: movementsText.name,
    kind: 'name',
    cell: (row) => <a href={`/phong-trao/${row.id}`}>{row.name}</a>,
  },
  { key: 'don-vi', head: movementsText.unit, cell: (row) => row.unitName },
  {
    key: 'thoi-gian',
    head: movementsText.time,
    cell: (row) => upperFirst(daysText({ first: row.firstDay, last: row.lastDay })),
  },
  { key: 'hinh-thuc', head: movementsText.kind, cell: (row) => movementKindText[row.kind] },
  {
    key: 'tiep-nhan',
    head: movementsText.received,
    kind: 'number',
    cell: (row) => <Received row={row} isInside={isInside} />,
  },
  {
    key: 'buoc',
    head: movementsText.stage,
    cell: (row) =>
      row.isWaiting ? (
        <Stage stage="submitted" word={movementsText.waitsForYou} />
      ) : (
        <Stage stage={movementLook[row.stage]} word={movementStageText[row.stage]} />
      ),
  },
];

type ReceivedProps = { readonly row: ListedMovement; readonly isInside: boolean };

/** Opens who has received it, while nobody has, who has not. */
function Received({ row: { id, received, inScope }, isInside }: ReceivedProps) {
  if (inScope === 0) return null;
  const words = movementsText.receivedOf(received, inScope);
  const wants = received === 0 ? 'thieu' : 'du';
  return isInside ? <a href={`/phong-trao/${id}?viec=tiep-nhan&xem=${wants}#don-vi`}>{words}</a> : words;
}

const fileAt = ({ path, query }: View, extension: string) => `${path}/tai.${extension}${query}`;

export default function Movements({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, mayDraft, isInside } = loaderData;
  const waiting = rows.filter(({ isWaiting }) => isWaiting).length;
  return (
    <Page
      title={movementsText.title}
      lead={movementsText.lead(total, waiting)}
      action={mayDraft && <LinkButton href="/phong-trao/moi">{movementsText.new}</LinkButton>}
    >
      <title>{movementsText.title}</title>
      <Narrowing data={loaderData} />
      <Table
        caption={movementsText.caption}
        captionHidden
        columns={columnsFor(isInside)}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: fileAt(view, 'xlsx'), csv: fileAt(view, 'csv') }}
        empty={<Empty what={movementsText.emptyWhat} why={movementsText.emptyWhy} />}
      />
    </Page>
  );
}

function Narrowing({
  data: { view, asked, units, thisYear, stages },
}: {
  readonly data: Route.ComponentProps['loaderData'];
}) {
  return (
    <Filters path={view.path} auto>
      <YearField latest={thisYear + 4} count={8} year={asked.year} orEvery />
      <Field
        type="select"
        name="don-vi"
        label={movementsText.unit}
        blank={movementsText.every}
        value={asked.unitCode}
        options={units.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <Field
        type="select"
        name="hinh-thuc"
        label={movementsText.kind}
        blank={movementsText.every}
        value={asked.kind}
        options={movementKinds.map((value) => ({ value, label: movementKindText[value] }))}
      />
      <Field
        type="select"
        name="buoc"
        label={movementsText.stage}
        blank={movementsText.every}
        value={asked.stage}
        options={stages.map((value) => ({ value, label: movementStageText[value] }))}
      />
    </Filters>
  );
}
