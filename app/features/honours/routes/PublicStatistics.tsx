import { Empty } from '../../../ui/Empty.tsx';
import { Page } from '../../../ui/Page.tsx';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { dateText } from '../../../ui/moment.ts';
import type { CrossTable } from '../cross-table.ts';
import { cellOf } from '../cross-table.ts';
import type { PublicRow } from '../dimension.ts';
import type { PublicStatistics } from '../public.server.ts';
import { count, dimensionText, keyText, publicStatisticsText as said, statisticsText } from '../text.ts';
import { YearBars } from './YearBars.tsx';

/** The statistics as anybody reads them: sums without lists behind, and the decisions that were published. */
export function PublicStatisticsPage({ view }: { readonly view: PublicStatistics }) {
  const { tables, years, total, thisYear, firstYear } = view;
  return (
    <Page title={said.heading(total, firstYear)} lead={said.lead}>
      <title>{statisticsText.title}</title>
      {total === 0 ? (
        <Empty what={said.emptyWhat} why={said.emptyWhy} />
      ) : (
        <>
          <YearBars years={years} thisYear={thisYear} />
          {tables.map(({ row, table }) => (
            <SumGrid key={row} row={row} table={table} />
          ))}
        </>
      )}
      <NewestDecisions decisions={view.decisions} />
    </Page>
  );
}

function SumGrid({ row, table }: { readonly row: PublicRow; readonly table: CrossTable }) {
  const columns: readonly Column<string>[] = [
    { key: 'hang', head: dimensionText[row], kind: 'name', cell: (key) => keyText(row, key, {}) },
    ...table.columns.map((year): Column<string> => ({
      key: year,
      head: year,
      kind: 'number',
      cell: (key) => count(cellOf(table, key, year)),
    })),
    { key: 'cong', head: statisticsText.total, kind: 'number', cell: (key) => count(table.rowSums[key] ?? 0) },
  ];
  const sums = {
    hang: statisticsText.total,
    ...Object.fromEntries(table.columns.map((year) => [year, count(table.columnSums[year] ?? 0)])),
    cong: count(table.total),
  };
  return (
    <Table
      caption={said.byYear(row)}
      columns={columns}
      rows={table.rows}
      rowKey={(key) => key}
      sums={sums}
      phone="scroll"
    />
  );
}

function NewestDecisions({ decisions }: Pick<PublicStatistics, 'decisions'>) {
  return (
    <section>
      <h2>{said.decisions}</h2>
      {decisions.length > 0 && (
        <ul>
          {decisions.map(({ id, number, decidedOn, about }) => (
            <li key={id}>
              <a href={`/khen-thuong/quyet-dinh/cong-bo/${id}`}>{said.decision(number, dateText(decidedOn))}</a>:{' '}
              {about}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/khen-thuong/quyet-dinh/cong-bo">{said.everyDecision}</a>
      </p>
    </section>
  );
}
