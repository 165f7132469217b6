/** The sheet in which past initiatives are brought, with one line as an example. */
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import type { PastColumn } from './import-plan.ts';
import { pastColumns } from './import-plan.ts';
import { pastHeadings, pastText } from './text.ts';

const wide: ReadonlySet<PastColumn> = new Set(['title', 'problem', 'novelty', 'effect', 'authors', 'source']);

export function pastTemplate(): Promise<Uint8Array> {
  return writeWorkbook({
    title: pastText.sheetTitle,
    sheets: [
      {
        name: pastText.sheet,
        preface: [pastText.sheetTitle, ...pastText.guide],
        columns: pastColumns.map((column) => ({
          heading: pastHeadings[column],
          kind: 'text',
          width: wide.has(column) ? 40 : 16,
          isInput: true,
        })),
        rows: [],
      },
    ],
  });
}
