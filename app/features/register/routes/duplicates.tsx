import { edgeOf, personAt } from '../../../platform/http.server.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import type { Pair } from '../duplicates.server.ts';
import { duplicatePairs } from '../duplicates.server.ts';
import { mergeText as said } from '../merge.text.ts';
import { RegisterTabs } from './RegisterTabs.tsx';
import type { Route } from './+types/duplicates.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  return { pairs: await duplicatePairs(edge.services.db, person) };
}

const columns: readonly Column<Pair>[] = [
  {
    key: 'mot',
    head: said.one,
    kind: 'name',
    cell: (pair) => (
      <>
        <a href={`/khen-thuong/so/${pair.oneId}`}>{pair.oneName}</a>, {pair.oneUnit}
      </>
    ),
  },
  {
    key: 'hai',
    head: said.other,
    cell: (pair) => (
      <>
        <a href={`/khen-thuong/so/${pair.otherId}`}>{pair.otherName}</a>, {pair.otherUnit}
      </>
    ),
  },
  { key: 'vi-sao', head: said.why, cell: ({ because }) => said.because[because] },
  {
    key: 'xem',
    head: said.see,
    cell: (pair) => (
      <a
        href={`/khen-thuong/so/trung/${pair.oneId}/${pair.otherId}`}
        aria-label={said.comparePair(pair.oneName, pair.otherName)}
      >
        {said.compare}
      </a>
    ),
  },
];

export default function Duplicates({ loaderData: { pairs } }: Route.ComponentProps) {
  return (
    <Page title={said.heading(pairs.length)} lead={said.lead}>
      <title>{said.title}</title>
      <RegisterTabs at="trung" />
      <Table
        caption={said.title}
        captionHidden
        columns={columns}
        rows={pairs}
        rowKey={({ oneId, otherId }) => `${oneId} ${otherId}`}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
    </Page>
  );
}
