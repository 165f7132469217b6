/** The list of pledges, taken away as it is seen. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { csvOf, excelOf } from '../../platform/spreadsheet/download.server.ts';
import type { ListedPledge } from './list.server.ts';
import { aboutWords, levelWords, pledgesText, pledgeStageText } from './text.ts';

type Column = { readonly heading: string; readonly width: number; readonly of: (pledge: ListedPledge) => string };
const columns: readonly Column[] = [
  { heading: pledgesText.wording, width: 70, of: ({ wording }) => wording },
  { heading: pledgesText.unit, width: 36, of: ({ unitName }) => unitName },
  { heading: pledgesText.about, width: 50, of: aboutWords },
  { heading: pledgesText.year, width: 8, of: ({ year }) => String(year) },
  { heading: pledgesText.level, width: 20, of: (pledge) => levelWords(pledge) ?? '' },
  { heading: pledgesText.stage, width: 16, of: ({ stage }) => pledgeStageText[stage] },
];

type File = { readonly day: PlainDate; readonly year: number; readonly extension: 'csv' | 'xlsx' };

export async function pledgesFile(pledges: readonly ListedPledge[], { day, year, extension }: File): Promise<Response> {
  const name = `${pledgesText.listFile}-${year}-${day}`;
  const sheet = {
    name: pledgesText.title,
    preface: [pledgesText.caption, pledgesText.listOn(year, day)],
    columns: columns.map(({ heading, width }) => ({ heading, width, kind: 'text' as const })),
    rows: pledges.map((pledge) => columns.map(({ of }) => of(pledge))),
  };
  return extension === 'csv' ? csvOf(name, sheet) : excelOf(name, { sheets: [sheet], title: pledgesText.caption });
}
