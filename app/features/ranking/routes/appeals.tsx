import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { appealStages } from '../appeals/appeal.ts';
import type { ListedAppeal } from '../appeals/list.server.ts';
import { listAppeals } from '../appeals/list.server.ts';
import { appealLook } from '../appeals/stage-look.ts';
import { appealsText as said, appealStageText } from '../appeals.text.ts';
import type { Route } from './+types/appeals.ts';

const size = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const stage = appealStages.find((each) => each === url.searchParams.get('buoc'));
  const page = readPage(url.search);
  const asked = { today: plainDateIn(clock()), stages: stage && [stage], page, size };
  const view = { path: url.pathname, query: url.search };
  return { ...(await listAppeals(db, person, asked)), stage: stage ?? '', page, view };
}

const columns: readonly Column<ListedAppeal>[] = [
  {
    key: 'don-vi',
    head: said.unit,
    kind: 'name',
    cell: ({ id, unitName }) => <a href={`/cham-diem/kien-nghi/${id}`}>{unitName}</a>,
  },
  { key: 'dot', head: said.judgement, cell: ({ judgementTitle }) => judgementTitle },
  { key: 'ngay', head: said.filedOn, kind: 'code', cell: ({ filedAt }) => dateText(plainDateIn(filedAt)) },
  {
    key: 'buoc',
    head: said.stage,
    cell: ({ stage }) => <Stage stage={appealLook[stage]} word={appealStageText[stage]} />,
  },
  {
    key: 'han',
    head: said.due,
    cell: ({ dueOn, isLate, concludedOn }) =>
      concludedOn !== null
        ? null
        : dueOn === null
          ? said.noTerm
          : `${dateText(dueOn)}${isLate ? `, ${said.late}` : ''}`,
  },
];

export default function Appeals({ loaderData: { rows, total, stage, page, view } }: Route.ComponentProps) {
  return (
    <Page title={said.heading(total)} lead={said.lead} trail={[{ label: said.list, href: '/cham-diem' }]}>
      <title>{said.title}</title>
      <Filters path={view.path} auto>
        <Field
          type="select"
          name="buoc"
          label={said.stage}
          blank={said.every}
          value={stage}
          options={appealStages.map((value) => ({ value, label: appealStageText[value] }))}
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
        isLate={({ isLate }) => isLate}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
      <p className="muted">{said.termNote}</p>
    </Page>
  );
}
