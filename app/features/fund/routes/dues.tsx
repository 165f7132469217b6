import { edgeOf, pageNotFound, personAt } from '../../../platform/http.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { duesIn } from '../dues.server.ts';
import { listFunds } from '../list.server.ts';
import { dong } from '../money.text.ts';
import { fundText as said } from '../text.ts';
import type { DecisionTotals } from '../totals.ts';
import { byDecision, totalsOf } from '../totals.ts';
import type { Route } from './+types/dues.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db } = edge.services;
  const [found] = await listFunds(db, person, { id: askedId(args.params.fundId) });
  const fund = found ?? pageNotFound();
  const dues = await duesIn(db, { fund });
  return { fund, decisions: byDecision(dues), totals: totalsOf(dues) };
}

export default function Dues({ loaderData: { fund, decisions, totals } }: Route.ComponentProps) {
  const back = `/khen-thuong/quy/${fund.id}`;
  const columns: readonly Column<DecisionTotals>[] = [
    {
      key: 'so',
      head: said.decision,
      kind: 'name',
      cell: ({ decisionNumber, decidedOn }) => (
        <a href={`${back}/chi-thuong/danh-sach?so=${encodeURIComponent(decisionNumber)}`}>
          {decisionNumber}, {dateText(decidedOn)}
        </a>
      ),
    },
    { key: 'n', head: said.cases, kind: 'number', cell: ({ cases }) => cases },
    { key: 'chua', head: said.unpaid, kind: 'number', cell: ({ unpaid }) => unpaid },
    { key: 'tien', head: said.unpaidAmount, kind: 'number', cell: ({ unpaidAmount }) => dong(unpaidAmount) },
    { key: 'xem', head: said.unknown, kind: 'number', cell: ({ toDecide }) => toDecide || null },
    { key: 'da', head: said.paidAmount, kind: 'number', cell: ({ paidAmount }) => dong(paidAmount) },
  ];
  return (
    <Page
      title={said.dues}
      lead={said.duesLead}
      trail={[
        { label: said.title, href: '/khen-thuong/quy' },
        { label: said.of(fund.unitName, fund.year), href: back },
      ]}
    >
      <title>{said.dues}</title>
      <Table
        caption={said.dues}
        captionHidden
        columns={columns}
        rows={decisions}
        rowKey={({ decisionNumber, decidedOn }) => `${decisionNumber} ${decidedOn}`}
        sums={{
          so: said.total,
          n: totals.cases,
          chua: totals.unpaid,
          tien: dong(totals.unpaidAmount),
          xem: totals.toDecide,
          da: dong(totals.paidAmount),
        }}
        empty={<Empty what={said.duesEmptyWhat} why={said.duesEmptyWhy} />}
      />
    </Page>
  );
}
