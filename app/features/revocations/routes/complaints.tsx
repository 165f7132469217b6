import { plainDateIn } from '../../../kernel/calendar.ts';
import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { complaintStages, handlingRoles } from '../complaints/complaint.ts';
import type { ListedComplaint } from '../complaints/list.server.ts';
import { listComplaints } from '../complaints/list.server.ts';
import { complaintKindText, complaintStageText, complaintsText as said } from '../complaints.text.ts';
import type { Route } from './+types/complaints.ts';

const size = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const stage = complaintStages.find((each) => each === url.searchParams.get('buoc'));
  const page = readPage(url.search);
  const listed = await listComplaints(db, person, { today: plainDateIn(clock()), stage, page, size });
  const view = { path: url.pathname, query: url.search };
  return { ...listed, stage, page, view, mayRegister: holdsRole(person, ...handlingRoles) };
}

const columns: readonly Column<ListedComplaint>[] = [
  {
    key: 'viec',
    head: said.about,
    kind: 'name',
    cell: (row) => (
      <>
        <a href={`/khen-thuong/khieu-nai/${row.id}`}>{row.about}</a>
        <br />
        <small>{row.code}</small>
      </>
    ),
  },
  { key: 'loai', head: said.kind, cell: (row) => complaintKindText[row.kind] },
  { key: 'noi', head: said.handler, cell: (row) => row.handlerName },
  { key: 'ngay', head: said.receivedOn, kind: 'code', cell: (row) => dateText(row.receivedOn) },
  { key: 'buoc', head: said.stage, cell: (row) => complaintStageText[row.stage] },
  {
    key: 'han',
    head: said.due,
    cell: (row) => {
      if (row.closedOn !== null) return null;
      return row.dueOn === null ? said.noTerm : `${dateText(row.dueOn)}${row.isLate ? `, ${said.late}` : ''}`;
    },
  },
];

export default function Complaints({ loaderData }: Route.ComponentProps) {
  const { rows, total, stage, page, view, mayRegister } = loaderData;
  const file = (ending: string) => withQuery({ ...view, path: `${view.path}/tai.${ending}` }, { trang: undefined });
  return (
    <Page
      title={said.heading(total)}
      lead={said.lead}
      action={mayRegister && <LinkButton href="/khen-thuong/khieu-nai/moi">{said.new}</LinkButton>}
    >
      <title>{said.title}</title>
      <Filters path={view.path} auto>
        <Field
          type="select"
          name="buoc"
          label={said.stage}
          blank={said.every}
          value={stage ?? ''}
          options={complaintStages.map((value) => ({ value, label: complaintStageText[value] }))}
        />
      </Filters>
      <Table
        caption={said.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size, total }}
        isLate={(row) => row.isLate}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
      <p className="muted">{said.termNote}</p>
    </Page>
  );
}
