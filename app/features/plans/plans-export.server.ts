/** The list of plans, taken away as it is seen. */
import type { PlainDate } from '../../kernel/calendar.ts';
import { csvOf, excelOf } from '../../platform/spreadsheet/download.server.ts';
import { dateText } from '../../ui/moment.ts';
import type { ListedPlan } from './list.server.ts';
import { planFieldText, planStageText, plansText, progressWords } from './text.ts';

type Column = { readonly heading: string; readonly width: number; readonly of: (plan: ListedPlan) => string };
const columns: readonly Column[] = [
  { heading: plansText.name, width: 60, of: ({ title }) => title },
  { heading: plansText.unit, width: 36, of: ({ unitName }) => unitName },
  { heading: plansText.about, width: 44, of: ({ aboutName }) => aboutName },
  { heading: planFieldText.firstDay, width: 13, of: ({ firstDay }) => dateText(firstDay) },
  { heading: planFieldText.lastDay, width: 13, of: ({ lastDay }) => dateText(lastDay) },
  { heading: plansText.progress, width: 40, of: (plan) => progressWords(plan) ?? '' },
  { heading: plansText.stage, width: 16, of: ({ stage }) => planStageText[stage] },
];

type File = { readonly day: PlainDate; readonly extension: 'csv' | 'xlsx' };

export async function plansFile(plans: readonly ListedPlan[], { day, extension }: File): Promise<Response> {
  const name = `${plansText.listFile}-${day}`;
  const sheet = {
    name: plansText.title,
    preface: [plansText.caption, plansText.attentionOn(day)],
    columns: columns.map(({ heading, width }) => ({ heading, width, kind: 'text' as const })),
    rows: plans.map((plan) => columns.map(({ of }) => of(plan))),
  };
  return extension === 'csv' ? csvOf(name, sheet) : excelOf(name, { sheets: [sheet], title: plansText.caption });
}
