/** The list of units as a file. */
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../ui/moment.ts';
import { unitsText } from './page.text.ts';
import { communeTypeNames, unitHeadings, unitKindNames } from './text.ts';
import type { UnitLine } from './unit-list.server.ts';

const columns: readonly FileColumn<UnitLine>[] = [
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
export const unitsFile = (rows: readonly UnitLine[], ending: Ending): Promise<Response> =>
  listFile(ending, {
    name: unitsText.exportName,
    title: unitsText.title,
    sheet: unitsText.name,
    columns,
    rows,
  });
