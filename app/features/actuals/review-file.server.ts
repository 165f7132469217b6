/** The list as a file: exactly what is seen, every page of it, as Excel or CSV. */
import type { Kysely } from 'kysely';
import type { Person } from '../../kernel/actor.ts';
import { formatVietnamese } from '../../kernel/decimal.ts';
import type { DB } from '../../platform/db-types.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import { dateText, momentText } from '../../ui/moment.ts';
import type { ActualsQuery, ListedActual } from './list.server.ts';
import { listActuals } from './list.server.ts';
import { listHeadings, reviewText, standingText } from './text.ts';

const most = 100_000;

const columns: readonly FileColumn<ListedActual>[] = [
  { heading: listHeadings.unitCode, width: 20, of: (row) => row.unitCode },
  { heading: listHeadings.unitName, width: 20, of: (row) => row.unitName },
  { heading: listHeadings.indicatorCode, width: 20, of: (row) => row.indicatorCode },
  { heading: listHeadings.indicatorName, width: 20, of: (row) => row.indicatorName },
  { heading: listHeadings.unitOfMeasure, width: 20, of: (row) => row.unitOfMeasure },
  { heading: listHeadings.period, width: 20, of: (row) => row.period },
  { heading: listHeadings.value, width: 20, of: (row) => formatVietnamese(row.value, undefined, 10) },
  { heading: listHeadings.asOfDate, width: 20, of: (row) => dateText(row.asOfDate) },
  { heading: listHeadings.stage, width: 20, of: standingText },
  { heading: listHeadings.source, width: 20, of: (row) => row.source ?? '' },
  { heading: listHeadings.sent, width: 20, of: (row) => (row.submittedAt === null ? '' : momentText(row.submittedAt)) },
  { heading: listHeadings.known, width: 20, of: (row) => (row.knownAt === null ? '' : momentText(row.knownAt)) },
];

export async function reviewFile(
  db: Kysely<DB>,
  person: Person,
  { query, ending }: { readonly query: ActualsQuery; readonly ending: Ending },
): Promise<Response> {
  const { rows } = await listActuals(db, person, { ...query, page: 1, size: most });
  const named = { name: 'so-lieu', title: reviewText.caption, sheet: reviewText.caption };
  return listFile(ending, { ...named, columns, rows });
}
