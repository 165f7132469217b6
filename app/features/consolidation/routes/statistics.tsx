import { plainDateIn } from '../../../kernel/calendar.ts';
import { formatVietnamese } from '../../../kernel/decimal.ts';
import { edgeOf, pageForbidden, personAt } from '../../../platform/http.server.ts';
import type { SheetToWrite } from '../../../platform/spreadsheet/workbook.ts';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { Filters } from '../../../ui/Filters.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Table } from '../../../ui/Table.tsx';
import { YearField } from '../../../ui/YearField.tsx';
import { mayReadStatistics, statisticsOf } from '../statistics.server.ts';
import { movementSheet, staffSheet, statisticsText } from '../statistics.text.ts';
import { yearAsked } from '../statistics-year.ts';
import { listText } from '../text.ts';
import type { Route } from './+types/statistics.ts';

export async function loader(args: Route.LoaderArgs) {
  const edge = edgeOf(args);
  const person = personAt(edge, args.request);
  const { db, clock } = edge.services;
  if (!(await mayReadStatistics(db, person))) pageForbidden();
  const thisYear = Number(plainDateIn(clock()).slice(0, 4));
  const { pathname, search } = new URL(args.request.url);
  return { statistics: await statisticsOf(db, person, yearAsked(search, thisYear)), thisYear, path: pathname };
}

export default function StatisticsPage({ loaderData }: Route.ComponentProps) {
  const { statistics, thisYear, path } = loaderData;
  const { year } = statistics;
  const title = statisticsText.title(year);
  return (
    <Page title={title} lead={statisticsText.lead} trail={[{ label: listText.title, href: '/bao-cao-tong-hop' }]}>
      <title>{title}</title>
      <Filters path={path} verb={statisticsText.show} auto>
        <YearField latest={thisYear} count={5} year={year} />
      </Filters>
      <Actions remark={statisticsText.basis}>
        <LinkButton kind="second" href={`${path}/tai.xlsx?nam=${year}`}>
          {statisticsText.excel}
        </LinkButton>
        <LinkButton kind="second" href={`${path}/tai.csv?nam=${year}`}>
          {statisticsText.csv}
        </LinkButton>
      </Actions>
      <Sheet sheet={movementSheet(statistics)} empty={statisticsText.noMovements} />
      <h2>{statisticsText.awards}</h2>
      <p>{statisticsText.noAwards}</p>
      <Sheet sheet={staffSheet(statistics)} empty="" />
      <p className="muted">{statisticsText.staffNote}</p>
    </Page>
  );
}

function Sheet({ sheet: { name, columns, rows }, empty }: { readonly sheet: SheetToWrite; readonly empty: string }) {
  const numbered = rows.map((cells, at) => ({ at, cells }));
  return (
    <>
      <h2>{name}</h2>
      <Table
        caption={name}
        captionHidden
        columns={columns.map(({ heading, kind }, at) => ({
          key: String(at),
          head: heading,
          kind: at === 0 ? ('name' as const) : kind === 'text' ? ('text' as const) : ('number' as const),
          cell: ({ cells }: (typeof numbered)[number]) => {
            const value = cells[at] ?? '';
            return typeof value === 'number' ? formatVietnamese(value) : value;
          },
        }))}
        rows={numbered}
        rowKey={({ at }) => String(at)}
        empty={<p>{empty}</p>}
      />
    </>
  );
}
