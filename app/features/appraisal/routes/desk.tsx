import { awardName } from '../../awards/text.ts';
import { holdsRole } from '../../../kernel/actor.ts';
import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { readPage, withQuery } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Facts } from '../../../ui/Facts.tsx';
import { Field } from '../../../ui/Field.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { FairnessShares } from '../../register/FairnessShares.tsx';
import { sharesOf } from '../../register/fairness.server.ts';
import type { DeskRow } from '../desk.server.ts';
import { appraisalDesk } from '../desk.server.ts';
import { deskQueryIn } from '../desk-query.ts';
import { deskStages, deskViews } from '../desk-views.ts';
import { insideRoles } from '../rights.ts';
import { appraisalText as said, clockText, deskStageText, deskViewText } from '../text.ts';
import { AppraisalTabs } from './AppraisalTabs.tsx';
import type { Route } from './+types/desk.ts';

const pageSize = 50;

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  const today = plainDateIn(clock());
  const url = new URL(args.request.url);
  const { rows, counts } = await appraisalDesk(db, person, { ...deskQueryIn(url), today });
  const page = readPage(url.search);
  const shares = await sharesOf(
    db,
    rows.flatMap(({ holderIds }) => holderIds),
  );
  return {
    rows: rows.slice((page - 1) * pageSize, page * pageSize),
    total: rows.length,
    counts,
    shares,
    page,
    asked: Object.fromEntries(url.searchParams),
    view: { path: url.pathname, query: url.search },
    thisYear: Number(today.slice(0, 4)),
    mayEnter: holdsRole(person, ...insideRoles),
  };
}

const columns: readonly Column<DeskRow>[] = [
  {
    key: 'ten',
    head: said.dossier,
    kind: 'name',
    cell: (row) => (
      <>
        <a href={`/khen-thuong/tham-dinh/${row.id}`}>{row.title}</a> <small>{row.code}</small>
      </>
    ),
  },
  { key: 'don-vi', head: said.unit, cell: (row) => row.unitName },
  {
    key: 'danh-hieu',
    head: said.awards,
    cell: (row) => [...row.awardCodes.map(awardName), ...(row.simplified ? [said.simplified] : [])].join(', '),
  },
  { key: 'buoc', head: said.stage, cell: (row) => deskStageText[row.stage] },
  { key: 'tiep-nhan', head: said.received, cell: (row) => (row.receivedOn ? dateText(row.receivedOn) : null) },
  {
    key: 'han',
    head: said.due,
    cell: (row) =>
      row.dueOn && row.clock ? `${dateText(row.dueOn)} (${clockText(row.clock)})` : row.receivedOn ? said.noTerm : null,
  },
  { key: 'ket-luan', head: said.concluded, kind: 'number', cell: (row) => `${row.concluded}/${row.nominees}` },
  { key: 'canh-bao', head: said.flagged, kind: 'number', cell: (row) => row.flags || null },
  {
    key: 'cho',
    head: said.waitingFor,
    cell: (row) => said.waitingText(row.waiting, row.closesOn, row.opinions) || null,
  },
];

export default function AppraisalDesk({ loaderData }: Route.ComponentProps) {
  const { rows, total, counts, page, view, mayEnter, shares } = loaderData;
  if (!mayEnter)
    return (
      <Page title={said.title}>
        <title>{said.title}</title>
        <Empty what={said.forbidden} why={said.forbiddenWhy} />
      </Page>
    );
  const file = (ending: string) =>
    withQuery({ ...view, path: `/khen-thuong/tham-dinh/tai.${ending}` }, { trang: undefined });
  return (
    <Page title={said.heading(total)} lead={said.lead}>
      <title>{said.title}</title>
      <AppraisalTabs current="desk" />
      <Facts
        facts={deskStages.map((stage) => ({
          label: deskStageText[stage],
          value: <a href={`/khen-thuong/tham-dinh?buoc=${stage}`}>{counts[stage]}</a>,
        }))}
      />
      <Narrow {...loaderData} />
      <Table
        caption={said.caption}
        captionHidden
        columns={columns}
        rows={rows}
        rowKey={(row) => row.id}
        isLate={(row) => row.clock?.isOver ?? false}
        view={view}
        paging={{ page, size: pageSize, total }}
        exports={{ excel: file('xlsx'), csv: file('csv') }}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
      {total > 0 && <FairnessShares shares={shares} />}
    </Page>
  );
}

function Narrow({ view, asked, thisYear }: Pick<Route.ComponentProps['loaderData'], 'view' | 'asked' | 'thisYear'>) {
  const years = Array.from({ length: 4 }, (_, at) => String(thisYear - at));
  const shared = (name: string) => ({ name, blank: said.every, value: asked[name] ?? '' });
  return (
    <Filters path={view.path} auto>
      <Field type="search" name="q" label={said.words} value={asked['q']} width="medium" />
      <Field
        type="select"
        {...shared('buoc')}
        label={said.stage}
        options={deskStages.map((value) => ({ value, label: deskStageText[value] }))}
      />
      <Field
        type="select"
        {...shared('xem')}
        label={said.view}
        options={deskViews.map((value) => ({ value, label: deskViewText[value] }))}
      />
      <Field
        type="select"
        {...shared('nam')}
        label={said.year}
        options={years.map((value) => ({ value, label: value }))}
      />
    </Filters>
  );
}
