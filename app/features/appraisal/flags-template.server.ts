/** The sheet in which flags are brought. */
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import type { FlagColumn } from './flag-plan.ts';
import { flagColumns } from './flag-plan.ts';
import { flagHeadings, flagImportText as said } from './flags.text.ts';

const wide: ReadonlySet<FlagColumn> = new Set(['name', 'unit', 'body', 'what']);

export function flagsTemplate(): Promise<Uint8Array> {
  return writeWorkbook({
    title: said.sheetTitle,
    sheets: [
      {
        name: said.sheet,
        preface: [said.sheetTitle, ...said.guide],
        columns: flagColumns.map((column) => ({
          heading: flagHeadings[column],
          kind: 'text',
          width: wide.has(column) ? 36 : 18,
          isInput: true,
        })),
        rows: [],
      },
    ],
  });
}
