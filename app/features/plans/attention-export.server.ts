/** What needs looking at, taken away as it is seen. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { csvOf, excelOf } from '../../platform/spreadsheet/download.server.ts';
import { dateText } from '../../ui/moment.ts';
import type { SeenLine } from './attention.server.ts';
import { attentionText, lineName, plansText } from './text.ts';

type Column = { readonly heading: string; readonly width: number; readonly of: (line: SeenLine) => string };
const columns: readonly Column[] = [
  { heading: plansText.attentionWhat, width: 60, of: lineName },
  { heading: plansText.due, width: 13, of: ({ dueOn }) => dateText(dueOn) },
  { heading: plansText.state, width: 20, of: ({ attention }) => attentionText[attention] },
  { heading: plansText.unit, width: 36, of: ({ unitName }) => unitName },
  { heading: plansText.about, width: 44, of: ({ aboutName }) => aboutName },
  { heading: plansText.name, width: 60, of: ({ planTitle }) => planTitle },
];

type File = { readonly day: PlainDate; readonly extension: 'csv' | 'xlsx' };

export async function attentionFile(lines: readonly SeenLine[], { day, extension }: File): Promise<Response> {
  const cells = lines.map((line) => columns.map(({ of }) => of(line)));
  const name = `${plansText.attentionFile}-${day}`;
  const sheet = {
    name: plansText.attention,
    preface: [plansText.attentionCaption, plansText.attentionOn(day), plansText.rules],
    columns: columns.map(({ heading, width }) => ({ heading, width, kind: 'text' as const })),
    rows: cells,
  };
  return extension === 'csv'
    ? csvOf(name, sheet)
    : excelOf(name, { sheets: [sheet], title: plansText.attentionCaption });
}
