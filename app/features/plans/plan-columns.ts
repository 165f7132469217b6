/** What stands in which column of a plan's workbook, and how its cells are read. */
import { readPlainDate } from '../../kernel/calendar.ts';

export const planColumns = [
  'unit',
  'unitName',
  'about',
  'aboutName',
  'title',
  'objectives',
  'firstDay',
  'lastDay',
] as const;
export const taskColumns = [
  'no',
  'mark',
  'title',
  'product',
  'leadUnit',
  'lead',
  'owner',
  'joinUnits',
  'joins',
  'criteria',
  'weight',
  'startsOn',
  'dueOn',
] as const;
export const milestoneColumns = ['task', 'mark', 'title', 'dueOn', 'product'] as const;
export const pledgeColumns = ['mark', 'year', 'about', 'wording', 'level', 'chosen'] as const;
export type PlanColumn = (typeof planColumns)[number];
export type TaskColumn = (typeof taskColumns)[number];
export type MilestoneColumn = (typeof milestoneColumns)[number];
export type PledgeColumn = (typeof pledgeColumns)[number];

export type SheetRow<Column extends string> = { readonly number: number; readonly text: (column: Column) => string };
/** The last letters of an id: enough to know a line of one plan again. */
export function markOf(id: string): string {
  return id.slice(-8);
}

/** What is no day stays as it was written, for the rules to say so. */
export function dayIn(text: string): string {
  return readPlainDate(text) ?? text;
}
