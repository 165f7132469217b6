/**
 * A plan as a workbook says it: a sheet of the plan, of its tasks, of their milestones, of the pledges in it. Read against
 * what stands, it comes to changes; whatever is wrong is named by sheet, row and column. Lines are known again by their
 * mark, so that what was reported stays with them.
 */
import { fold } from '../../kernel/fold.ts';
import type { MilestoneColumn, PlanColumn, PledgeColumn, SheetRow, TaskColumn } from './plan-columns.ts';
import { dayIn } from './plan-columns.ts';
import type { PlanContent, PlanField, PlanProblem } from './plan.ts';
import { planFields, readPlan } from './plan.ts';
import type { Around, TaskContent, TaskProblem } from './task.ts';
import { readTasks } from './task-sheet.ts';

export type PlanSheets = {
  readonly plan: readonly SheetRow<PlanColumn>[];
  readonly tasks: readonly SheetRow<TaskColumn>[];
  readonly milestones: readonly SheetRow<MilestoneColumn>[];
  /** Null where the file has no such sheet: then pledges stay as they are. */
  readonly pledges: readonly SheetRow<PledgeColumn>[] | null;
};

export type StoredTask = {
  readonly id: string;
  readonly lineId: string;
  readonly version: number;
  readonly content: TaskContent;
};
export type PlanWorld = Omit<Around, 'firstDay' | 'lastDay'> & {
  readonly unitCode: string;
  readonly aboutKey: string;
  /** What the file goes over; null for a plan that is new. */
  readonly stored: { readonly id: string; readonly version: number; readonly content: PlanContent } | null;
  readonly tasks: readonly StoredTask[];
  /** By mark. */
  readonly pledges: ReadonlyMap<string, { readonly id: string; readonly year: number }>;
  readonly chosen: readonly string[];
  /** A unit as people write it: code, name, or both. */
  readonly unitOf: (text: string) => string | undefined;
  readonly idFor: (key: string) => string;
};

export type SheetName = 'plan' | 'tasks' | 'milestones' | 'pledges';
export type SheetProblem =
  | { readonly kind: 'no_plan' | 'two_plans' | 'other_unit' | 'other_about' | 'twice' }
  | { readonly kind: 'no_such_task' | 'no_such_pledge'; readonly text: string }
  | { readonly kind: 'plan'; readonly field: PlanField; readonly problem: PlanProblem }
  | { readonly kind: 'task'; readonly problem: TaskProblem };
export type SheetFault = {
  readonly sheet: SheetName;
  /** Null: the whole sheet. */
  readonly row: number | null;
  readonly column: string;
  readonly problem: SheetProblem;
};

export type PlanChange =
  | {
      readonly kind: 'plan';
      readonly id: string;
      readonly version: number | null;
      readonly content: PlanContent;
      readonly before: PlanContent | null;
      /** Undefined: they stay. */
      readonly pledgeIds: readonly string[] | undefined;
    }
  | {
      readonly kind: 'task';
      readonly id: string;
      readonly version: number | null;
      readonly content: TaskContent;
      readonly before: TaskContent | null;
    }
  | { readonly kind: 'removal'; readonly id: string; readonly version: number; readonly title: string };
export type DrawnSheets = {
  readonly faults: readonly SheetFault[];
  readonly changes: readonly PlanChange[];
  readonly unchanged: number;
};

export function planFromSheets(sheets: PlanSheets, world: PlanWorld): DrawnSheets {
  const whole = readWhole(sheets.plan, world);
  if (whole.content === undefined) return { faults: whole.faults, changes: [], unchanged: 0 };
  const pledges = readPledges(sheets.pledges, { ...world, ...whole.content });
  const tasks = readTasks(sheets, { ...world, ...whole.content });
  const faults = [...whole.faults, ...pledges.faults, ...tasks.faults];
  const changes = [...planChange(whole.content, pledges.ids, world), ...tasks.changes];
  const isSame = !changes.some(({ kind }) => kind === 'plan');
  return { faults, changes, unchanged: tasks.unchanged + (isSame ? 1 : 0) };
}

type Whole = { readonly content?: PlanContent; readonly faults: readonly SheetFault[] };

function readWhole([row, ...more]: PlanSheets['plan'], { unitCode, aboutKey }: PlanWorld): Whole {
  const fault = (column: PlanColumn, problem: SheetProblem, at = row): SheetFault => ({
    sheet: 'plan',
    row: at?.number ?? null,
    column,
    problem,
  });
  if (!row) return { faults: [fault('title', { kind: 'no_plan' })] };
  const read = readPlan({
    title: row.text('title'),
    objectives: row.text('objectives'),
    firstDay: dayIn(row.text('firstDay')),
    lastDay: dayIn(row.text('lastDay')),
  });
  const faults = [
    ...more.map((other) => fault('title', { kind: 'two_plans' }, other)),
    ...(row.text('unit') === unitCode ? [] : [fault('unit', { kind: 'other_unit' })]),
    ...(row.text('about') === aboutKey ? [] : [fault('about', { kind: 'other_about' })]),
    ...(read.ok
      ? []
      : read.refusal.problems.map(({ field, problem }) => fault(field, { kind: 'plan', field, problem }))),
  ];
  return read.ok ? { content: read.value, faults } : { faults };
}

function planChange(
  content: PlanContent,
  ids: readonly string[] | undefined,
  { stored, chosen, idFor }: PlanWorld,
): readonly PlanChange[] {
  if (!stored) {
    const pledgeIds = ids && ids.length > 0 ? ids : undefined;
    return [{ kind: 'plan', id: idFor('plan'), version: null, content, before: null, pledgeIds }];
  }
  const isSame = planFields.every((field) => stored.content[field] === content[field]);
  const pledgeIds = ids && ids.toSorted().join() !== [...chosen].toSorted().join() ? ids : undefined;
  if (isSame && !pledgeIds) return [];
  return [{ kind: 'plan', id: stored.id, version: stored.version, content, before: stored.content, pledgeIds }];
}

const isChosen = (text: string) => !['', 'khong', '0'].includes(fold(text));

/** Of the unit, and of a year in which the plan runs. */
function readPledges(rows: PlanSheets['pledges'], { pledges, firstDay, lastDay }: PlanWorld & PlanContent) {
  const found = ({ text }: SheetRow<PledgeColumn>) => {
    const pledge = pledges.get(text('mark'));
    const isIn = pledge && pledge.year >= Number(firstDay.slice(0, 4)) && pledge.year <= Number(lastDay.slice(0, 4));
    return isIn ? pledge.id : undefined;
  };
  const chosen = rows?.filter((row) => isChosen(row.text('chosen')));
  const faults = (chosen ?? []).flatMap((row): readonly SheetFault[] => {
    const problem = { kind: 'no_such_pledge', text: row.text('mark') } as const;
    return found(row) ? [] : [{ sheet: 'pledges', row: row.number, column: 'mark', problem }];
  });
  return { ids: chosen?.flatMap((row) => found(row) ?? []), faults };
}
