/** A list taken away as it is seen: one line a row, as Excel with what stands above it, or as CSV. */
import { csvOf, excelOf } from './download.server.ts';
import type { ColumnKind, Value } from './workbook.ts';

export type Ending = 'csv' | 'xlsx';

export type FileColumn<Row> = {
  readonly heading: string;
  /** In characters. */
  readonly width: number;
  readonly of: (row: Row) => Value;
};

type List<Row> = {
  /** Of the file, without its ending. */
  readonly name: string;
  readonly title: string;
  /** Of the sheet. */
  readonly sheet: string;
  readonly preface?: readonly string[];
  /** `plain` where there are counts among the cells. */
  readonly kind?: Extract<ColumnKind, 'text' | 'plain'>;
  readonly columns: readonly FileColumn<Row>[];
  readonly rows: readonly Row[];
};

/** By the address, which ends as the file does. */
export const endingOf = (request: Request): Ending => (new URL(request.url).pathname.endsWith('.csv') ? 'csv' : 'xlsx');

export async function listFile<Row>(ending: Ending, list: List<Row>): Promise<Response> {
  const { name, title, preface, kind = 'text' } = list;
  const sheet = {
    name: list.sheet,
    ...(preface && { preface }),
    columns: list.columns.map(({ heading, width }) => ({ heading, width, kind })),
    rows: list.rows.map((row) => list.columns.map(({ of }) => of(row))),
  };
  return ending === 'csv' ? csvOf(name, sheet) : excelOf(name, { sheets: [sheet], title });
}
