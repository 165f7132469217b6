/** The sheet in which past awards are brought. */
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import type { ImportColumn } from './import-plan.ts';
import { importColumns } from './import-plan.ts';
import { importHeadings, importText } from './import.text.ts';

const wide: ReadonlySet<ImportColumn> = new Set(['name', 'award', 'decidedBy', 'achievement', 'source', 'position']);

export function honoursTemplate(): Promise<Uint8Array> {
  return writeWorkbook({
    title: importText.title,
    sheets: [
      {
        name: importText.sheet,
        preface: [importText.title, ...importText.guide],
        columns: importColumns.map((column) => ({
          heading: importHeadings[column],
          kind: 'text',
          width: wide.has(column) ? 36 : 16,
          isInput: true,
        })),
        rows: [],
      },
    ],
  });
}
