/** The list of pledges, taken away as it is seen. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import type { ListedPledge } from './list.server.ts';
import { aboutWords, levelWords, pledgesText, pledgeStageText } from './text.ts';

const columns: readonly FileColumn<ListedPledge>[] = [
  { heading: pledgesText.wording, width: 70, of: ({ wording }) => wording },
  { heading: pledgesText.unit, width: 36, of: ({ unitName }) => unitName },
  { heading: pledgesText.about, width: 50, of: aboutWords },
  { heading: pledgesText.year, width: 8, of: ({ year }) => String(year) },
  { heading: pledgesText.level, width: 20, of: (pledge) => levelWords(pledge) ?? '' },
  { heading: pledgesText.stage, width: 16, of: ({ stage }) => pledgeStageText[stage] },
];

type File = { readonly day: PlainDate; readonly year: number; readonly ending: Ending };

export const pledgesFile = (rows: readonly ListedPledge[], { day, year, ending }: File): Promise<Response> =>
  listFile(ending, {
    name: `${pledgesText.listFile}-${year}-${day}`,
    title: pledgesText.caption,
    sheet: pledgesText.title,
    preface: [pledgesText.caption, pledgesText.listOn(year, day)],
    columns,
    rows,
  });
