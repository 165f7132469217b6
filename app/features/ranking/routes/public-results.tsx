import { plainDateIn } from '../../../kernel/calendar.ts';
import { edgeOf } from '../../../platform/http.server.ts';
import { readYear } from '../../../ui/address.ts';
import { Empty } from '../../../ui/Empty.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { dateText } from '../../../ui/moment.ts';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { YearField } from '../../../ui/YearField.tsx';
import type { PublicResult } from '../publication/public.server.ts';
import { publishedResults } from '../publication/public.server.ts';
import { publicText as said } from '../publication.text.ts';
import type { Route } from './+types/public-results.ts';

export async function loader(args: Route.LoaderArgs) {
  const { services } = edgeOf(args);
  const year = readYear(new URL(args.request.url).search);
  const all = await publishedResults(services.db);
  const years = all.map((one) => one.year);
  const results = year === undefined ? all : all.filter((one) => one.year === year);
  return { results, latest: Math.max(0, ...years), count: Math.max(0, ...years) - Math.min(...years) + 1, year };
}

const columns: readonly Column<PublicResult>[] = [
  {
    key: 'ten',
    head: said.of,
    kind: 'name',
    cell: ({ id, ofName, title }) => (
      <>
        <a href={`/ket-qua-thi-dua/${id}`}>{ofName}</a>
        <div>
          <small>{title}</small>
        </div>
      </>
    ),
  },
  { key: 'nam', head: said.year, kind: 'code', cell: ({ year }) => year },
  {
    key: 'ngay',
    head: said.frozen,
    kind: 'code',
    cell: ({ frozenAt }) => frozenAt && dateText(plainDateIn(frozenAt)),
  },
];

export default function PublicResults({ loaderData: { results, latest, count, year } }: Route.ComponentProps) {
  return (
    <Page title={said.heading(results.length)} lead={said.lead}>
      <title>{said.title}</title>
      {count > 1 && (
        <Filters path="/ket-qua-thi-dua" auto>
          <YearField latest={latest} count={count} year={year} orEvery />
        </Filters>
      )}
      <Table
        caption={said.caption}
        columns={columns}
        rows={results}
        rowKey={({ id }) => id}
        empty={<Empty what={said.emptyWhat} why={said.emptyWhy} />}
      />
    </Page>
  );
}
