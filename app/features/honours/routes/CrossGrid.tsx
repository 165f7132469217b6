import { withQuery } from '../../../ui/address.ts';
import type { Column } from '../../../ui/Table.tsx';
import { Table } from '../../../ui/Table.tsx';
import { cellOf } from '../cross-table.ts';
import type { Dimension } from '../dimension.ts';
import { names, narrowedBy } from '../filter.ts';
import { count, dimensionText, keyText, statisticsText as said } from '../text.ts';
import type { StatisticsView } from '../view.server.ts';

type Props = { readonly view: StatisticsView; readonly query: string };

/** The two-way table; every figure of it, sums too, opens the list behind it. */
export function CrossGrid({ view, query }: Props) {
  const { row, column, table, base } = view;
  const wordOf = (dimension: Dimension, key: string) =>
    dimension === 'unit' && key === base.code
      ? said.itself(keyText(dimension, key, view.unitNames))
      : keyText(dimension, key, view.unitNames);
  const behind = (by: Readonly<Record<string, string>>) =>
    withQuery(
      { path: '/khen-thuong/thong-ke/danh-sach', query },
      { [names.row]: undefined, [names.column]: undefined, trang: undefined, ...by },
    );
  const narrowed = (dimension: Dimension, key: string) => narrowedBy(dimension, key, key === base.code);
  const figure = (n: number, label: string, by: Readonly<Record<string, string>>) =>
    n === 0 ? null : (
      <a href={behind(by)} aria-label={`${label}: ${count(n)}`}>
        {count(n)}
      </a>
    );
  const columns: readonly Column<string>[] = [
    { key: 'hang', head: dimensionText[row], kind: 'name', cell: (key) => wordOf(row, key) },
    ...table.columns.map((each): Column<string> => ({
      key: each,
      head: wordOf(column, each),
      kind: 'number',
      cell: (key) =>
        figure(cellOf(table, key, each), `${wordOf(row, key)}, ${wordOf(column, each)}`, {
          ...narrowed(row, key),
          ...narrowed(column, each),
        }),
    })),
    {
      key: 'cong',
      head: said.total,
      kind: 'number',
      cell: (key) => figure(table.rowSums[key] ?? 0, wordOf(row, key), narrowed(row, key)),
    },
  ];
  const sums = {
    hang: said.total,
    ...Object.fromEntries(
      table.columns.map((each) => [
        each,
        figure(table.columnSums[each] ?? 0, wordOf(column, each), narrowed(column, each)),
      ]),
    ),
    cong: figure(table.total, said.total, {}),
  };
  return (
    <Table
      caption={said.table(dimensionText[row], dimensionText[column])}
      columns={columns}
      rows={table.rows}
      rowKey={(key) => key}
      sums={sums}
      phone="scroll"
    />
  );
}
