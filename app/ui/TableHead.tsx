import type { Sort, View } from './address.ts';
import { sortAddress } from './address.ts';
import type { Column } from './Table.tsx';
import { uiText } from './text.ts';

type HeadProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly view: View | undefined;
  readonly sort: Sort | undefined;
  readonly select: boolean;
};

/** Headings; those that sort are links that keep the rest of the query. */
export function Head<Row>({ columns, view, sort, select }: HeadProps<Row>) {
  return (
    <thead>
      <tr>
        {select && (
          <td className="pick">
            <input type="checkbox" aria-label={uiText.selectAll} data-all="" hidden />
          </td>
        )}
        {columns.map((column) => (
          <th
            key={column.key}
            scope="col"
            className={column.kind === 'number' ? 'num' : undefined}
            aria-sort={sort?.by === column.key ? (sort.direction === 'asc' ? 'ascending' : 'descending') : undefined}
          >
            {column.sortable && view ? <SortLink column={column} view={view} sort={sort} /> : column.head}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function SortLink<Row>(props: { readonly column: Column<Row>; readonly view: View; readonly sort: Sort | undefined }) {
  const { column, view, sort } = props;
  const direction = sort?.by === column.key ? sort.direction : undefined;
  const next = direction === 'asc' ? uiText.sortDescending : uiText.sortAscending;
  return (
    <a href={sortAddress(view, sort, column.key)} title={next}>
      {column.head}
      <span className="sr">, {next}</span>
      {direction && <span className={direction === 'asc' ? 'arrow arrow-up' : 'arrow arrow-down'} />}
    </a>
  );
}
