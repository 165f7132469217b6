/** The units and lead bodies of the coverage taken away as they are seen: one row each. */
import { plainDateIn } from '../../kernel/calendar.ts';
import { dateText } from '../../ui/moment.ts';
import type { Ending, FileColumn } from '../../platform/spreadsheet/list-file.server.ts';
import { listFile } from '../../platform/spreadsheet/list-file.server.ts';
import { unitKindNames } from '../organisation/text.ts';
import type { UnitKind } from '../organisation/unit.ts';
import type { UnitCovered } from './coverage.ts';
import { has } from './coverage.ts';
import type { LeadCovered } from './leads.ts';
import { lacking } from './leads.ts';
import { coverageText, leadPartText } from './text.ts';

const { headings: said, leadsHeadings: leadsSaid, yes, no } = coverageText;
const dayOf = (at: Date | null) => (at === null ? '' : dateText(plainDateIn(new Date(at))));

const yesOrNo = (is: boolean) => (is ? yes : no);

const columns: readonly FileColumn<UnitCovered>[] = [
  { heading: said.code, width: 22, of: ({ code }) => code },
  { heading: said.name, width: 44, of: ({ name }) => name },
  { heading: said.kind, width: 26, of: ({ kind }) => unitKindNames[kind as UnitKind] },
  { heading: said.block, width: 32, of: ({ block }) => block ?? '' },
  { heading: said.territory, width: 24, of: ({ territory }) => territory ?? '' },
  { heading: said.received, width: 14, of: ({ receivedAt }) => dayOf(receivedAt) },
  { heading: said.carriedOn, width: 12, of: ({ carriedOnId }) => yesOrNo(carriedOnId !== null) },
  { heading: said.planned, width: 14, of: ({ plannedAt }) => dayOf(plannedAt) },
  { heading: said.pledges, width: 12, of: ({ pledges }) => pledges },
  { heading: said.pledged, width: 14, of: ({ pledgedAt }) => dayOf(pledgedAt) },
  { heading: said.kept, width: 14, of: (unit) => yesOrNo(has(unit, 'kept')) },
  { heading: said.initiatives, width: 12, of: ({ initiatives }) => initiatives },
];

const leadColumns: readonly FileColumn<LeadCovered>[] = [
  { heading: leadsSaid.schemeCode, width: 12, of: ({ schemeCode }) => schemeCode },
  { heading: leadsSaid.schemeName, width: 60, of: ({ schemeName }) => schemeName },
  { heading: leadsSaid.unitCode, width: 22, of: ({ unitCode }) => unitCode ?? '' },
  { heading: leadsSaid.unitName, width: 44, of: ({ unitName }) => unitName },
  { heading: leadsSaid.plan, width: 16, of: ({ planId }) => yesOrNo(planId !== null) },
  { heading: leadsSaid.tasks, width: 12, of: ({ tasks }) => tasks },
  { heading: leadsSaid.milestones, width: 12, of: ({ milestones }) => milestones },
  { heading: leadsSaid.pledges, width: 14, of: ({ pledges }) => pledges },
  { heading: leadsSaid.checks, width: 14, of: ({ checks }) => checks },
  {
    heading: leadsSaid.missing,
    width: 50,
    of: (lead) =>
      lacking(lead)
        .map((part) => leadPartText[part])
        .join(', '),
  },
];

type File = { readonly year: number; readonly day: string; readonly ending: Ending };

export function coverageFile(rows: readonly UnitCovered[], file: File): Promise<Response> {
  const named = { name: coverageText.exportName, title: coverageText.exportTitle(file.year) };
  return listFile(file.ending, { ...framed(file, named), columns, rows });
}

export function leadsFile(rows: readonly LeadCovered[], file: File): Promise<Response> {
  const named = { name: coverageText.leadsExportName, title: coverageText.leadsExportTitle(file.year) };
  return listFile(file.ending, { ...framed(file, named), columns: leadColumns, rows });
}

function framed({ year, day }: File, { name, title }: { readonly name: string; readonly title: string }) {
  return {
    name: `${name}-${year}-${day}`,
    title,
    sheet: String(year),
    preface: [title, coverageText.exportOn(day)],
    kind: 'plain' as const,
  };
}
