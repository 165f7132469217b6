import { holdsRole } from '../../../kernel/actor.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { Empty } from '../../../ui/Empty.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { dateText, momentText } from '../../../ui/moment.ts';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { flagStates } from '../flag.ts';
import { flagKinds } from '../flag-kinds.server.ts';
import { flagsQueryIn } from '../flags-query.ts';
import type { ListedFlag } from '../flags-list.server.ts';
import { listFlags } from '../flags-list.server.ts';
import { flagStateText, flagsText as said } from '../flags.text.ts';
import { insideRoles } from '../rights.ts';
import { appraisalText } from '../text.ts';
import { AppraisalTabs } from './AppraisalTabs.tsx';
import type { Route } from './+types/flags.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const url = new URL(args.request.url);
  const page = readPage(url.search);
  const query = { ...flagsQueryIn(url), today: plainDateIn(clock()), page, size: pageSize };
  const [listed, kinds] = await Promise.all([listFlags(db, person, query), flagKinds(db)]);
  return {
    ...listed,
    kinds,
    page,
    asked: Object.fromEntries(url.searchParams),
    view: { path: url.pathname, query: url.search },
    mayRead: holdsRole(person, ...insideRoles),
    mayEnter: holdsRole(person, 'appraiser'),
  };
}

const columns: readonly Column<ListedFlag>[] = [
  {
    key: 'ai',
    head: said.who,
    kind: 'name',
    cell: (row) => (
      <>
        <a href={`/khen-thuong/tham-dinh/canh-bao/${row.id}`}>{row.statedName}</a> <small>{row.statedUnit}</small>
      </>
    ),
  },
  {
    key: 'doi-tuong',
    head: said.holder,
    cell: (row) => (row.holderId === null ? said.notMatched : `${row.holderName ?? ''}, ${row.holderUnit ?? ''}`),
  },
  { key: 'loai', head: said.kind, cell: (row) => row.kindName },
  { key: 'noi-dung', head: said.what, cell: (row) => row.what },
  { key: 'co-quan', head: said.body, cell: (row) => row.body },
  { key: 'van-ban', head: said.paper, cell: (row) => appraisalText.paperOf(row.number, row.date) },
  { key: 'het-han', head: said.expires, cell: (row) => (row.expires ? dateText(row.expires) : null) },
  { key: 'tinh-trang', head: said.state, cell: (row) => flagStateText[row.state] },
  { key: 'nhap', head: said.entered, cell: (row) => momentText(row.enteredAt) },
];

export default function Flags({ loaderData }: Route.ComponentProps) {
  const { rows, total, page, view, mayRead, mayEnter, asked } = loaderData;
  if (!mayRead)
    return (
      <Page title={said.title}>
        <title>{said.title}</title>
        <Empty what={appraisalText.forbidden} why={appraisalText.forbiddenWhy} />
      </Page>
    );
  const file = (ending: string) =>
    withQuery({ ...view, path: `/khen-thuong/tham-dinh/canh-bao/tai.${ending}` }, { trang: undefined });
  const told = asked['da'] === undefined ? undefined : said.done[asked['da']];
  return (
    <Page
      title={said.heading(total)}
      lead={said.lead}
      action={mayEnter && <LinkButton href="/khen-thuong/tham-dinh/canh-bao/moi">{said.new}</LinkButton>}
    >
      <title>{said.title}</title>
      <AppraisalTabs current="flags" />
      {told && <Notice kind="success">{told}</Notice>}
      {mayEnter && (
        <p>
          <a href="/khen-thuong/tham-dinh/canh-bao/excel">{said.byExcel}</a> ·{' '}
          <a href="/khen-thuong/tham-dinh/canh-bao/loai">{said.kinds}</a> ·{' '}
          <a href="/khen-thuong/tham-dinh/canh-bao?tinh-trang=unmatched">{said.unmatched}</a>
        </p>
      )}
      <Narrow {...loaderData} />
      <Table
        caption={said.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
    </Page>
  );
}

function Narrow({ view, asked, kinds }: Pick<Route.ComponentProps['loaderData'], 'view' | 'asked' | 'kinds'>) {
  return (
    <Filters path={view.path} auto>
      <Field type="search" name="q" label={said.words} value={asked['q']} width="medium" />
      <Field
        type="select"
        name="tinh-trang"
        label={said.state}
        blank={said.every}
        value={asked['tinh-trang'] ?? ''}
        options={flagStates.map((value) => ({ value, label: flagStateText[value] }))}
      />
      <Field
        type="select"
        name="loai"
        label={said.kind}
        blank={said.every}
        value={asked['loai'] ?? ''}
        options={kinds.map(({ code, name }) => ({ value: code, label: name }))}
      />
    </Filters>
  );
}
