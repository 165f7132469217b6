/** What needs looking at, taken away as it is seen. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../ui/moment.ts';
import type { SeenLine } from './attention.server.ts';
import { attentionText, lineName, plansText } from './text.ts';

const columns: readonly FileColumn<SeenLine>[] = [
  { heading: plansText.attentionWhat, width: 60, of: lineName },
  { heading: plansText.due, width: 13, of: ({ dueOn }) => dateText(dueOn) },
  { heading: plansText.state, width: 20, of: ({ attention }) => attentionText[attention] },
  { heading: plansText.unit, width: 36, of: ({ unitName }) => unitName },
  { heading: plansText.about, width: 44, of: ({ aboutName }) => aboutName },
  { heading: plansText.name, width: 60, of: ({ planTitle }) => planTitle },
];

type File = { readonly day: PlainDate; readonly ending: Ending };

export const attentionFile = (rows: readonly SeenLine[], { day, ending }: File): Promise<Response> =>
  listFile(ending, {
    name: `${plansText.attentionFile}-${day}`,
    title: plansText.attentionCaption,
    sheet: plansText.attention,
    preface: [plansText.attentionCaption, plansText.attentionOn(day), plansText.rules],
    columns,
    rows,
  });
