/** Answers that hand out what is seen on a page: CSV, Excel, JSON, under a name with its date. */
import { fileTypes } from '../files/file-types.ts';
import { contentDisposition } from '../files/headers.ts';
import { writeCsv } from './csv.ts';
import { markedRows, markedValue } from './file-mark.server.ts';
import { writeWorkbook } from './write-workbook.server.ts';
import type { SheetToWrite, WorkbookToWrite } from './workbook.ts';

const types = {
  csv: 'text/csv; charset=utf-8',
  xlsx: fileTypes.xlsx.mediaType,
  json: 'application/json; charset=utf-8',
} as const;

/** A file made on the spot, kept by nobody on the way. `name` is without its ending. */
export function fileAnswer(name: string, kind: keyof typeof types, body: string | Uint8Array): Response {
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': types[kind],
      'Content-Disposition': contentDisposition('attachment', `${name}.${kind}`),
      'Cache-Control': 'private, no-store',
    },
  });
}

export function csvOf(name: string, { columns, rows }: Pick<SheetToWrite, 'columns' | 'rows'>): Response {
  const headings = columns.map((column) => column.heading);
  return fileAnswer(name, 'csv', writeCsv(headings, markedRows(headings, rows)));
}

export async function excelOf(name: string, workbook: WorkbookToWrite): Promise<Response> {
  return fileAnswer(name, 'xlsx', await writeWorkbook(workbook));
}

export function jsonOf(name: string, value: object): Response {
  return fileAnswer(name, 'json', `${JSON.stringify(markedValue(value), null, 2)}\n`);
}
