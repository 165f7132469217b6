/** Answers that hand out a file made on the spot. */
import { contentDisposition } from '../../platform/files/headers.ts';
import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import { markedRows } from '../../platform/spreadsheet/file-mark.server.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { dateText } from '../../ui/moment.ts';
import { unitsText } from './page.text.ts';
import { communeTypeNames, unitHeadings, unitKindNames } from './text.ts';
import type { UnitLine } from './unit-list.server.ts';

const excel = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function fileAnswer(name: string, type: string, body: string | Uint8Array): Response {
  const headers = {
    'Content-Type': type,
    'Content-Disposition': contentDisposition('attachment', name),
    'Cache-Control': 'private, no-store',
  };
  return new Response(body as BodyInit, { headers });
}

export function workbookAnswer(name: string, bytes: Uint8Array): Response {
  return fileAnswer(`${name}.xlsx`, excel, bytes);
}

const columns: readonly { readonly heading: string; readonly width: number; readonly of: (row: UnitLine) => string }[] =
  [
    { heading: unitHeadings.name, width: 44, of: (row) => row.name },
    { heading: unitHeadings.code, width: 24, of: (row) => row.code },
    { heading: unitHeadings.kind, width: 26, of: (row) => unitKindNames[row.kind] },
    {
      heading: unitHeadings.communeType,
      width: 12,
      of: (row) => (row.communeType ? communeTypeNames[row.communeType] : ''),
    },
    { heading: unitHeadings.officialCode, width: 14, of: (row) => row.officialCode ?? '' },
    { heading: unitsText.parent, width: 36, of: (row) => row.parentName ?? '' },
    { heading: unitsText.blockOf, width: 36, of: (row) => row.blockName ?? '' },
    { heading: unitHeadings.validFrom, width: 18, of: (row) => (row.validFrom ? dateText(row.validFrom) : '') },
    { heading: unitHeadings.validUntil, width: 18, of: (row) => (row.validUntil ? dateText(row.validUntil) : '') },
  ];

/** Exactly the rows of the list, in its order. */
export async function unitsFile(rows: readonly UnitLine[], extension: 'csv' | 'xlsx'): Promise<Response> {
  const cells = rows.map((row) => columns.map(({ of }) => of(row)));
  const headings = columns.map(({ heading }) => heading);
  const name = unitsText.exportName;
  if (extension === 'csv') {
    const text = writeCsv(headings, markedRows(headings, cells));
    return fileAnswer(`${name}.csv`, 'text/csv; charset=utf-8', text);
  }
  const sheet = {
    name: unitsText.name,
    columns: columns.map(({ heading, width }) => ({ heading, width, kind: 'text' as const })),
    rows: cells,
  };
  return workbookAnswer(name, await writeWorkbook({ sheets: [sheet], title: unitsText.title }));
}
