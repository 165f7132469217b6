/** The list as a file: exactly what is seen, every page of it, as Excel or CSV. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { DB } from '../../platform/db-types.ts';
import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import { markedRows } from '../../platform/spreadsheet/file-mark.server.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import type { ActualsQuery, ListedActual } from './list.server.ts';
import { listActuals } from './list.server.ts';
import { listHeadings, reviewText, standingText } from './text.ts';

const most = 100_000;

const columns: readonly { readonly key: keyof typeof listHeadings; readonly of: (row: ListedActual) => string }[] = [
  { key: 'unitCode', of: (row) => row.unitCode },
  { key: 'unitName', of: (row) => row.unitName },
  { key: 'indicatorCode', of: (row) => row.indicatorCode },
  { key: 'indicatorName', of: (row) => row.indicatorName },
  { key: 'unitOfMeasure', of: (row) => row.unitOfMeasure },
  { key: 'period', of: (row) => row.period },
  { key: 'value', of: (row) => formatVietnamese(row.value, undefined, 10) },
  { key: 'asOfDate', of: (row) => dateText(row.asOfDate) },
  { key: 'stage', of: standingText },
  { key: 'source', of: (row) => row.source ?? '' },
  { key: 'sent', of: (row) => (row.submittedAt === null ? '' : momentText(row.submittedAt)) },
  { key: 'known', of: (row) => (row.knownAt === null ? '' : momentText(row.knownAt)) },
];

export async function reviewFile(
  db: Kysely<DB>,
  person: Person,
  { query, kind }: { readonly query: ActualsQuery; readonly kind: 'xlsx' | 'csv' },
): Promise<Uint8Array> {
  const { rows } = await listActuals(db, person, { ...query, page: 1, size: most });
  const headings = columns.map(({ key }) => listHeadings[key]);
  const cells = rows.map((row) => columns.map(({ of }) => of(row)));
  if (kind === 'csv') return Buffer.from(writeCsv(headings, markedRows(headings, cells)));
  const described = headings.map((heading) => ({ heading, kind: 'text' as const, width: 20 }));
  return writeWorkbook({
    title: reviewText.caption,
    sheets: [{ name: reviewText.caption, columns: described, rows: cells }],
  });
}
