/** Answers that hand out what is seen on a page: CSV, Excel, JSON, under a name with its date. */
import { contentDisposition } from '../files/headers.ts';
import { writeCsv } from './csv.ts';
import { markedRows, markedValue } from './file-mark.server.ts';
import { writeWorkbook } from './write-workbook.server.ts';
import type { SheetToWrite, WorkbookToWrite } from './workbook.ts';

export function csvOf(name: string, { columns, rows }: SheetToWrite): Response {
  const headings = columns.map((column) => column.heading);
  return download(`${name}.csv`, 'text/csv; charset=utf-8', writeCsv(headings, markedRows(headings, rows)));
}

export async function excelOf(name: string, workbook: WorkbookToWrite): Promise<Response> {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
  return download(`${name}.xlsx`, type, await writeWorkbook(workbook));
}

export function jsonOf(name: string, value: object): Response {
  return download(
    `${name}.json`,
    'application/json; charset=utf-8',
    `${JSON.stringify(markedValue(value), null, 2)}\n`,
  );
}

function download(name: string, type: string, body: string | Uint8Array): Response {
  return new Response(body as BodyInit, {
    headers: {
      'Content-Type': type,
      'Content-Disposition': contentDisposition('attachment', name),
      'Cache-Control': 'private, no-store',
    },
  });
}
