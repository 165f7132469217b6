/** The units of the coverage taken away as they are seen: one row a unit. */
import { plainDateIn } from '../../kernel/calendar.ts';
import { markedRows } from '../../platform/spreadsheet/file-mark.server.ts';
import { writeCsv } from '../../platform/spreadsheet/csv.ts';
import type { SheetToWrite } from '../../platform/spreadsheet/workbook.ts';
import { writeWorkbook } from '../../platform/spreadsheet/write-workbook.server.ts';
import { dateText } from '../../ui/moment.ts';
import { fileAnswer, workbookAnswer } from '../organisation/download.server.ts';
import { unitKindNames } from '../organisation/text.ts';
import type { UnitKind } from '../organisation/unit.ts';
import type { UnitCovered } from './coverage.ts';
import { has } from './coverage.ts';
import { coverageText } from './text.ts';

const { headings: said, yes, no } = coverageText;
const dayOf = (at: Date | null) => (at === null ? '' : dateText(plainDateIn(new Date(at))));

type Cell = (unit: UnitCovered) => string | number;
const columns: readonly { readonly heading: string; readonly width: number; readonly of: Cell }[] = [
  { heading: said.code, width: 22, of: ({ code }) => code },
  { heading: said.name, width: 44, of: ({ name }) => name },
  { heading: said.kind, width: 26, of: ({ kind }) => unitKindNames[kind as UnitKind] },
  { heading: said.block, width: 32, of: ({ block }) => block ?? '' },
  { heading: said.territory, width: 24, of: ({ territory }) => territory ?? '' },
  { heading: said.received, width: 14, of: ({ receivedAt }) => dayOf(receivedAt) },
  { heading: said.carriedOn, width: 12, of: ({ carriedOnId }) => (carriedOnId === null ? no : yes) },
  { heading: said.planned, width: 14, of: ({ plannedAt }) => dayOf(plannedAt) },
  { heading: said.pledges, width: 12, of: ({ pledges }) => pledges },
  { heading: said.pledged, width: 14, of: ({ pledgedAt }) => dayOf(pledgedAt) },
  { heading: said.kept, width: 14, of: (unit) => (has(unit, 'kept') ? yes : no) },
  { heading: said.initiatives, width: 12, of: ({ initiatives }) => initiatives },
];

type File = { readonly year: number; readonly day: string; readonly extension: 'csv' | 'xlsx' };

export async function coverageFile(units: readonly UnitCovered[], { year, day, extension }: File): Promise<Response> {
  const cells = units.map((unit) => columns.map(({ of }) => of(unit)));
  const headings = columns.map(({ heading }) => heading);
  const name = `${coverageText.exportName}-${year}-${day}`;
  if (extension === 'csv')
    return fileAnswer(`${name}.csv`, 'text/csv; charset=utf-8', writeCsv(headings, markedRows(headings, cells)));
  const title = coverageText.exportTitle(year);
  const sheet: SheetToWrite = {
    name: String(year),
    preface: [title, coverageText.exportOn(day)],
    columns: columns.map(({ heading, width }) => ({ heading, width, kind: 'plain' as const })),
    rows: cells,
  };
  return workbookAnswer(name, await writeWorkbook({ sheets: [sheet], title }));
}
