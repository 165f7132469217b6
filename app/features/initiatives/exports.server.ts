/** The list of initiatives as a sheet: exactly the rows seen, in the order seen. */
import type { SheetToWrite } from '../../platform/spreadsheet/workbook.ts';
import type { ListedInitiative } from './list.server.ts';
import { fieldText, initiativeStageText, initiativesText as said, kindText, recognitionText } from './text.ts';

export function initiativesSheet(rows: readonly ListedInitiative[]): SheetToWrite {
  const columns: readonly (readonly [string, number, (row: ListedInitiative) => string])[] = [
    [said.unit, 28, (row) => row.unitName],
    [said.kind, 18, (row) => kindText[row.kind]],
    [fieldText.title, 60, (row) => row.title],
    [said.year, 8, (row) => String(row.year)],
    [said.scheme, 40, (row) => (row.schemeCode === null ? '' : `${row.schemeCode} ${row.schemeName ?? ''}`)],
    [said.authors, 40, (row) => row.authors.map(({ name, share }) => `${name} (${said.percent(share)})`).join('; ')],
    [fieldText.novelty, 60, (row) => row.novelty],
    [fieldText.effect, 60, (row) => row.effect],
    [said.stage, 22, (row) => initiativeStageText[row.stage]],
    [said.decisions, 60, (row) => row.recognitions.map(recognitionText).join('; ')],
    [said.adoptions, 14, (row) => String(row.adoptions)],
  ];
  return {
    name: said.title,
    preface: [said.caption],
    columns: columns.map(([heading, width]) => ({ heading, kind: 'text', width })),
    rows: rows.map((row) => columns.map(([, , of]) => of(row))),
  };
}
