/** The list of plans, taken away as it is seen. */
import type { PlainDate } from '../../kernel/calendar.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import { dateText } from '../../ui/moment.ts';
import type { ListedPlan } from './list.server.ts';
import { planFieldText, planStageText, plansText, progressWords } from './text.ts';

const columns: readonly FileColumn<ListedPlan>[] = [
  { heading: plansText.name, width: 60, of: ({ title }) => title },
  { heading: plansText.unit, width: 36, of: ({ unitName }) => unitName },
  { heading: plansText.about, width: 44, of: ({ aboutName }) => aboutName },
  { heading: planFieldText.firstDay, width: 13, of: ({ firstDay }) => dateText(firstDay) },
  { heading: planFieldText.lastDay, width: 13, of: ({ lastDay }) => dateText(lastDay) },
  { heading: plansText.progress, width: 40, of: (plan) => progressWords(plan) ?? '' },
  { heading: plansText.stage, width: 16, of: ({ stage }) => planStageText[stage] },
];

type File = { readonly day: PlainDate; readonly ending: Ending };

export const plansFile = (rows: readonly ListedPlan[], { day, ending }: File): Promise<Response> =>
  listFile(ending, {
    name: `${plansText.listFile}-${day}`,
    title: plansText.caption,
    sheet: plansText.title,
    preface: [plansText.caption, plansText.attentionOn(day)],
    columns,
    rows,
  });
