/**
 * A task of a plan with its milestones, as one form writes it. A milestone lies within the days of its task, the task
 * within those of the plan; weights are hundredths of the whole, given for every task or for none.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import { decimal, parseVietnamese, ZERO } from '../../kernel/decimal.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export const taskFields = ['title', 'product', 'lead', 'joins', 'weight', 'startsOn', 'dueOn'] as const;
export type TaskField = (typeof taskFields)[number];
export const milestoneFields = ['title', 'dueOn', 'product'] as const;
export type MilestoneField = (typeof milestoneFields)[number];

export type TypedMilestone = Readonly<Record<MilestoneField, string>> & { readonly lineId: string };
export type TypedTask = Readonly<Record<TaskField, string>> & { readonly milestones: readonly TypedMilestone[] };

export type Milestone = {
  /** The same through all editions of the plan: what was reported stays with it. */
  readonly lineId: string;
  readonly title: string;
  readonly dueOn: PlainDate;
  readonly product: string;
};
export type TaskContent = {
  readonly title: string;
  readonly product: string;
  readonly lead: string;
  readonly joins: string;
  /** Of 100; null where the plan has no weights. */
  readonly weight: string | null;
  readonly startsOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly milestones: readonly Milestone[];
};

export type Days = { readonly firstDay: PlainDate; readonly lastDay: PlainDate };
export type TaskProblem =
  | { readonly kind: 'missing' }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'not_a_day' }
  | { readonly kind: 'backwards' }
  | { readonly kind: 'outside_plan'; readonly firstDay: PlainDate; readonly lastDay: PlainDate }
  | { readonly kind: 'outside_task'; readonly firstDay: PlainDate; readonly lastDay: PlainDate }
  | { readonly kind: 'not_a_weight' };

/** `milestone` counts from 0, as the rows of the form do; undefined for the task itself. */
export type TaskPart = { readonly field: TaskField | MilestoneField; readonly milestone?: number };
export type TaskWrong = {
  readonly kind: 'task_wrong';
  readonly problems: readonly (TaskPart & { readonly problem: TaskProblem })[];
};

const required: readonly TaskField[] = ['title', 'product', 'lead', 'startsOn', 'dueOn'];
const longest = 1000;

export function readTask(typed: TypedTask, plan: Days): Result<TaskContent, TaskWrong> {
  const text = (field: TaskField) => typed[field].trim();
  const own = taskFields.flatMap((field) => {
    const problem = fieldProblem(text(field), required.includes(field), field === 'startsOn' || field === 'dueOn');
    return problem ? [{ field, problem }] : [];
  });
  const days = { firstDay: text('startsOn'), lastDay: text('dueOn') };
  const weight = readWeight(text('weight'));
  const problems = [
    ...own,
    ...daysProblems(days, plan),
    ...(weight === undefined ? [{ field: 'weight', problem: { kind: 'not_a_weight' } } as const] : []),
    ...typed.milestones.flatMap((one, at) =>
      milestoneProblems(one, days).map((wrong) => ({ ...wrong, milestone: at })),
    ),
  ];
  if (problems.length > 0 || weight === undefined) return refuse({ kind: 'task_wrong', problems });
  const words = { title: text('title'), product: text('product'), lead: text('lead'), joins: text('joins') };
  const milestones = typed.milestones.filter(isFilled).map(milestoneOf);
  return ok({ ...words, weight, startsOn: days.firstDay, dueOn: days.lastDay, milestones });
}

function fieldProblem(text: string, isRequired: boolean, isDay: boolean): TaskProblem | undefined {
  if (text === '') return isRequired ? { kind: 'missing' } : undefined;
  if (isDay) return isPlainDate(text) ? undefined : { kind: 'not_a_day' };
  return text.length > longest ? { kind: 'too_long', limit: longest } : undefined;
}

function daysProblems(days: Days, plan: Days): readonly { field: TaskField; problem: TaskProblem }[] {
  if (!isPlainDate(days.firstDay) || !isPlainDate(days.lastDay)) return [];
  if (days.lastDay < days.firstDay) return [{ field: 'dueOn', problem: { kind: 'backwards' } }];
  const outside = { kind: 'outside_plan', ...plan } as const;
  return [
    ...(days.firstDay < plan.firstDay ? [{ field: 'startsOn', problem: outside } as const] : []),
    ...(days.lastDay > plan.lastDay ? [{ field: 'dueOn', problem: outside } as const] : []),
  ];
}

/** Null where none is given; undefined where it is none. */
function readWeight(text: string): string | null | undefined {
  if (text === '') return null;
  const read = parseVietnamese(text);
  if (!read.ok || read.value.lte(0) || read.value.gt(100) || !read.value.round(2).eq(read.value)) return undefined;
  return read.value.toFixed();
}

/** A row of the form in which nothing stands is no milestone. */
export function isFilled({ title, dueOn, product }: TypedMilestone): boolean {
  return [title, dueOn, product].some((text) => text.trim() !== '');
}

function milestoneProblems(
  typed: TypedMilestone,
  task: Days,
): readonly { field: MilestoneField; problem: TaskProblem }[] {
  if (!isFilled(typed)) return [];
  const due = typed.dueOn.trim();
  const written = milestoneFields.flatMap((field) => {
    const problem = fieldProblem(typed[field].trim(), field !== 'product', field === 'dueOn');
    return problem ? [{ field, problem }] : [];
  });
  const isKnown = [due, task.firstDay, task.lastDay].every(isPlainDate);
  const isOutside = isKnown && (due < task.firstDay || due > task.lastDay);
  return isOutside ? [...written, { field: 'dueOn', problem: { kind: 'outside_task', ...task } }] : written;
}

function milestoneOf({ lineId, title, dueOn, product }: TypedMilestone): Milestone {
  return { lineId, title: title.trim(), dueOn: dueOn.trim(), product: product.trim() };
}

/** What keeps a plan from being submitted and approved. */
export type PlanFault =
  | { readonly kind: 'no_task' }
  | { readonly kind: 'weights_missing'; readonly tasks: readonly string[] }
  | { readonly kind: 'weights_not_whole'; readonly total: string }
  | { readonly kind: 'task_outside'; readonly task: string }
  | { readonly kind: 'milestone_outside'; readonly task: string; readonly milestone: string };

export function faultsOf(plan: Days, tasks: readonly TaskContent[]): readonly PlanFault[] {
  if (tasks.length === 0) return [{ kind: 'no_task' }];
  const outside = tasks.filter(({ startsOn, dueOn }) => startsOn < plan.firstDay || dueOn > plan.lastDay);
  const strayed = tasks.flatMap((task) =>
    task.milestones
      .filter(({ dueOn }) => dueOn < task.startsOn || dueOn > task.dueOn)
      .map(({ title }) => ({ kind: 'milestone_outside', task: task.title, milestone: title }) as const),
  );
  return [
    ...weightFaults(tasks),
    ...outside.map(({ title }) => ({ kind: 'task_outside', task: title }) as const),
    ...strayed,
  ];
}

function weightFaults(tasks: readonly TaskContent[]): readonly PlanFault[] {
  const without = tasks.filter(({ weight }) => weight === null);
  if (without.length === tasks.length) return [];
  if (without.length > 0) return [{ kind: 'weights_missing', tasks: without.map(({ title }) => title) }];
  const total = tasks.reduce((sum, { weight }) => sum.plus(decimal(weight ?? 0)), ZERO);
  return total.eq(100) ? [] : [{ kind: 'weights_not_whole', total: total.toFixed() }];
}
