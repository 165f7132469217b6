import { awardName } from '../../awards/text.ts';
import { holdsRole } from '../../../kernel/actor.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import { Stage } from '../../../ui/Status.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { ListedRevocation } from '../list.server.ts';
import { listRevocations } from '../list.server.ts';
import { revocationStages, writingRoles } from '../procedure.ts';
import { revocationLook } from '../stage-look.ts';
import { revocationStageText, revocationText as said } from '../text.ts';
import type { Route } from './+types/revocations.ts';

const size = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const url = new URL(args.request.url);
  const stage = revocationStages.find((each) => each === url.searchParams.get('buoc'));
  const page = readPage(url.search);
  const listed = await listRevocations(edge.services.db, person, { stage, page, size });
  const view = { path: url.pathname, query: url.search };
  return { ...listed, stage, page, view, mayPropose: holdsRole(person, ...writingRoles) };
}

const columns: readonly Column<ListedRevocation>[] = [
  {
    key: 'ten',
    head: said.holder,
    kind: 'name',
    cell: (row) => <a href={`/khen-thuong/huy-bo/${row.id}`}>{row.holderName}</a>,
  },
  { key: 'danh-hieu', head: said.award, cell: (row) => awardName(row.awardCode) },
  { key: 'qd', head: said.decision, cell: (row) => `${row.awardNumber}, ${dateText(row.awardedOn)}` },
  {
    key: 'buoc',
    head: said.stage,
    cell: (row) => <Stage stage={revocationLook[row.stage]} word={revocationStageText[row.stage]} />,
  },
  { key: 'thu-hoi', head: said.recall, cell: (row) => said.openItems(row.openItems) },
];

export default function Revocations({ loaderData }: Route.ComponentProps) {
  const { rows, total, stage, page, view, mayPropose } = loaderData;
  const file = (ending: string) => withQuery({ ...view, path: `${view.path}/tai.${ending}` }, { trang: undefined });
  return (
    <Page
      title={said.heading(total)}
      lead={said.lead}
      action={mayPropose && <LinkButton href="/khen-thuong/huy-bo/moi">{said.new}</LinkButton>}
    >
      <title>{said.title}</title>
      <Filters path={view.path} auto>
        <Field
          type="select"
          name="buoc"
          label={said.stage}
          blank={said.every}
          value={stage ?? ''}
          options={revocationStages.map((value) => ({ value, label: revocationStageText[value] }))}
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
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
    </Page>
  );
}
