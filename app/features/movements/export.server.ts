/** The list of movements taken away as it is seen: every row of it, not only the page. */
import { dateText } from '../../ui/moment.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import type { ListedMovement } from './list.server.ts';
import { movementKindText, movementsText, movementStageText, visibilityName } from './text.ts';

const columns: readonly FileColumn<ListedMovement>[] = [
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

export const movementsFile = (rows: readonly ListedMovement[], ending: Ending): Promise<Response> =>
  listFile(ending, {
    name: movementsText.exportName,
    title: movementsText.title,
    sheet: movementsText.exportSheet,
    preface: [movementsText.title],
    kind: 'plain',
    columns,
    rows,
  });
