import type { ReactNode } from 'react';
import type { Sort, View } from './address.ts';
import { Head } from './TableHead.tsx';
import { TableTop } from './TableTop.tsx';
import { Paging } from './Paging.tsx';
import { uiText } from './text.ts';

export type Column<Row> = {
  /** Also the name sorted by. */
  readonly key: string;
  readonly head: string;
  readonly cell: (row: Row) => ReactNode;
  /** `name` heads the row; `number` stands right; `code` is small and never breaks. */
  readonly kind?: 'name' | 'text' | 'number' | 'code' | undefined;
  readonly sortable?: boolean | undefined;
};

export type TableProps<Row> = {
  readonly caption: string;
  /** When the page's title already says it. */
  readonly captionHidden?: boolean | undefined;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  /** The address of this view; needed for sorting and paging. */
  readonly view?: View | undefined;
  readonly sort?: Sort | undefined;
  readonly paging?: { readonly page: number; readonly size: number; readonly total: number } | undefined;
  /** Addresses that give exactly what is seen. */
  readonly exports?: { readonly excel?: string | undefined; readonly csv?: string | undefined } | undefined;
  /** A box before each row, sent under `name` by the form with this id. */
  readonly select?:
    | {
        readonly name: string;
        readonly form: string;
        readonly label: (row: Row) => string;
        /** Keys that were chosen when the form was refused. */
        readonly chosen?: readonly string[] | undefined;
      }
    | undefined;
  readonly isLate?: ((row: Row) => boolean) | undefined;
  /** On a phone: `rows` turns rows into labelled blocks, `scroll` keeps the grid in its own frame. */
  readonly phone?: 'rows' | 'scroll' | undefined;
  /** A last row of sums, by column key. */
  readonly sums?: Readonly<Record<string, ReactNode>> | undefined;
  /** Shown instead of the table when there is no row. */
  readonly empty?: ReactNode;
};

/** A table of rows that are already sorted, filtered and cut to a page. */
export function Table<Row>(props: TableProps<Row>) {
  const { caption, captionHidden, columns, rows, rowKey, phone = 'rows', view, paging, select, empty } = props;
  if (rows.length === 0) return empty ?? <p className="muted">{uiText.noMatch}</p>;
  const frame =
    phone === 'scroll'
      ? ({ className: 'scroll', tabIndex: 0, role: 'region', 'aria-label': caption } as const)
      : { className: 'rows' };
  return (
    <>
      <TableTop
        caption={captionHidden ? undefined : caption}
        count={rows.length}
        paging={paging}
        exports={props.exports}
      />
      {phone === 'scroll' && <p className="swipe">{uiText.swipe(rows.length)}</p>}
      <div {...frame}>
        <table>
          <caption className="sr">{caption}</caption>
          <Head columns={columns} view={view} sort={props.sort} select={select !== undefined} />
          <tbody>
            {rows.map((row) => (
              <TableRow key={rowKey(row)} row={row} table={props} />
            ))}
          </tbody>
          {props.sums && <Sums columns={columns} sums={props.sums} select={select !== undefined} />}
        </table>
      </div>
      {view && paging && <Paging view={view} page={paging.page} last={Math.ceil(paging.total / paging.size)} />}
    </>
  );
}

function TableRow<Row>({ row, table }: { readonly row: Row; readonly table: TableProps<Row> }) {
  const { columns, rowKey, select, isLate } = table;
  return (
    <tr className={isLate?.(row) ? 'late' : undefined}>
      {select && (
        <td className="pick">
          <input
            type="checkbox"
            name={select.name}
            value={rowKey(row)}
            form={select.form}
            defaultChecked={select.chosen?.includes(rowKey(row))}
            aria-label={uiText.select(select.label(row))}
          />
        </td>
      )}
      {columns.map((column) => (
        <Cell key={column.key} column={column} content={column.cell(row)} />
      ))}
    </tr>
  );
}

function Cell<Row>({ column, content }: { readonly column: Column<Row>; readonly content: ReactNode }) {
  if (column.kind === 'name') return <th scope="row">{content}</th>;
  const look = { number: 'num', code: 'code', text: undefined }[column.kind ?? 'text'];
  const blank = content === undefined || content === null || content === '';
  return (
    <td className={[look, blank && 'blank'].filter(Boolean).join(' ') || undefined} data-label={column.head}>
      <div className="cell">{content}</div>
    </td>
  );
}

type SumsProps<Row> = {
  readonly columns: readonly Column<Row>[];
  readonly sums: Readonly<Record<string, ReactNode>>;
  readonly select: boolean;
};

function Sums<Row>({ columns, sums, select }: SumsProps<Row>) {
  return (
    <tfoot>
      <tr>
        {select && <td className="pick">{'\u00a0'}</td>}
        {columns.map((column) => (
          <Cell key={column.key} column={column} content={sums[column.key]} />
        ))}
      </tr>
    </tfoot>
  );
}
