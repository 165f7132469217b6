/** The list of movements taken away as it is seen: every row of it, not only the page. */
import { dateText } from '../../ui/moment.ts';
import { csvOf, excelOf } from '../../platform/spreadsheet/download.server.ts';
import type { ListedMovement } from './list.server.ts';
import { movementKindText, movementsText, movementStageText, visibilityName } from './text.ts';

type Cell = (row: ListedMovement) => string | number;
const columns: readonly { readonly heading: string; readonly width: number; readonly of: Cell }[] = [
  { heading: movementsText.name, width: 60, of: ({ name }) => name },
  { heading: movementsText.unit, width: 36, of: ({ unitName }) => unitName },
  { heading: movementsText.kind, width: 14, of: ({ kind }) => movementKindText[kind] },
  { heading: movementsText.from, width: 12, of: ({ firstDay }) => dateText(firstDay) },
  { heading: movementsText.to, width: 12, of: ({ lastDay }) => dateText(lastDay) },
  { heading: movementsText.documentNumber, width: 18, of: ({ documentNumber }) => documentNumber ?? '' },
  {
    heading: movementsText.documentDate,
    width: 14,
    of: ({ documentDate }) => (documentDate === null ? '' : dateText(documentDate)),
  },
  { heading: movementsText.visibleTo, width: 30, of: ({ visibility }) => visibilityName[visibility] },
  { heading: movementsText.inScope, width: 12, of: ({ inScope }) => inScope },
  { heading: movementsText.received, width: 12, of: ({ received }) => received },
  { heading: movementsText.stage, width: 24, of: ({ stage }) => movementStageText[stage] },
];

export async function movementsFile(rows: readonly ListedMovement[], extension: 'csv' | 'xlsx'): Promise<Response> {
  const cells = rows.map((row) => columns.map(({ of }) => of(row)));
  const name = movementsText.exportName;
  const shown = columns.map(({ heading, width }) => ({ heading, width, kind: 'plain' as const }));
  const sheet = { name: movementsText.exportSheet, preface: [movementsText.title], columns: shown, rows: cells };
  return extension === 'csv' ? csvOf(name, sheet) : excelOf(name, { sheets: [sheet], title: movementsText.title });
}
