import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { honoursAt } from '../asked-list.server.ts';
import { names } from '../filter.ts';
import type { ListedHonour } from '../list.server.ts';
import { awardText, dimensionText, filterWords, holderText, kindText, statisticsText as said } from '../text.ts';
import { FilterForm } from './FilterForm.tsx';
import type { Route } from './+types/honours.ts';

const size = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const page = readPage(url.search);
  const listed = await honoursAt(db, person, { url, now: clock(), page, size });
  return { ...listed, page, view: { path: url.pathname, query: url.search } };
}

const columns: readonly Column<ListedHonour>[] = [
  { key: 'ten', head: said.holder, kind: 'name', cell: (row) => row.holderName },
  { key: 'doi-tuong', head: dimensionText.holder, cell: (row) => holderText[row.holderKind] },
  { key: 'don-vi', head: said.unit, cell: (row) => row.unitName },
  { key: 'danh-hieu', head: said.award, cell: (row) => awardText(row.awardCode) },
  { key: 'nam', head: said.achieved, kind: 'number', cell: (row) => row.year },
  { key: 'loai-hinh', head: said.kind, cell: (row) => (row.kind === null ? said.unknown : kindText[row.kind]) },
  {
    key: 'quyet-dinh',
    head: said.decision,
    cell: (row) => (
      <>
        {row.decisionNumber}, {dateText(row.decidedOn)}
        {row.revokedOn !== null && <small> {said.revokedOn(dateText(row.revokedOn))}</small>}
      </>
    ),
  },
];

export default function Honours({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, filter, unitName } = loaderData;
  const file = (path: string) => withQuery({ ...view, path: `${view.path}/${path}` }, { trang: undefined });
  const told = filterWords(filter, unitName);
  return (
    <Page
      title={said.listHeading(total)}
      lead={said.listLead}
      trail={[
        {
          label: said.title,
          href: withQuery({ path: '/khen-thuong/thong-ke', query: view.query }, { trang: undefined }),
        },
      ]}
    >
      <title>{said.list}</title>
      <FilterForm
        path={view.path}
        filter={filter}
        unitName={unitName}
        withoutUnit={withQuery(view, { [names.unit]: undefined, [names.alone]: undefined, trang: undefined })}
      />
      {told.length > 0 && <p className="muted">{told.join(' · ')}</p>}
      <Table
        caption={said.list}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size, total }}
        exports={{ excel: file('tai.xlsx'), csv: file('tai.csv') }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
      <nav aria-label={said.taking} className="acts">
        <a href={file('in/docx')}>{said.word}</a>
        <a href={file('in/pdf')}>{said.pdf}</a>
      </nav>
    </Page>
  );
}
