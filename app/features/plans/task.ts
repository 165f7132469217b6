/**
 * A task of a plan with its milestones, as one form writes it. A milestone lies within the days of its task, the task
 * within those of the plan; weights are hundredths of the whole, given for every task or for none.
 */
import type { PlainDate } from '../../kernel/calendar.ts';
import { isPlainDate } from '../../kernel/calendar.ts';
import { decimal, parseVietnamese, ZERO } from '../../kernel/decimal.ts';
import { ok, refuse } from '../../kernel/result.ts';
import type { Result } from '../../kernel/result.ts';

export const taskFields = [
  'title',
  'product',
  'leadUnit',
  'lead',
  'owner',
  'joins',
  'weight',
  'startsOn',
  'dueOn',
] as const;
export type TaskField = (typeof taskFields)[number];
/** Chosen, any number of them, by their codes. */
export const taskLists = ['joinUnits', 'criteria'] as const;
export type TaskList = (typeof taskLists)[number];
export const milestoneFields = ['title', 'dueOn', 'product'] as const;
export type MilestoneField = (typeof milestoneFields)[number];

export type TypedMilestone = Readonly<Record<MilestoneField, string>> & { readonly lineId: string };
export type TypedTask = Readonly<Record<TaskField, string>> &
  Readonly<Record<TaskList, readonly string[]>> & { readonly milestones: readonly TypedMilestone[] };

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
  /** Code of the unit that leads; null where only words say who does. */
  readonly leadUnit: string | null;
  /** Room, section or role, beside the unit or instead of one. */
  readonly lead: string;
  /** Name and position of the one person who answers for it. */
  readonly owner: string;
  /** Codes of units that join; `joins` names others in words. */
  readonly joinUnits: readonly string[];
  readonly joins: string;
  /** Codes of the lines of the scheme it serves. */
  readonly criteria: readonly string[];
  /** Of 100; null where the plan has no weights. */
  readonly weight: string | null;
  readonly startsOn: PlainDate;
  readonly dueOn: PlainDate;
  readonly milestones: readonly Milestone[];
};

export type Days = { readonly firstDay: PlainDate; readonly lastDay: PlainDate };
/** What a task is read against: the days of its plan, the units there are, the lines of its scheme. */
export type Around = Days & { readonly units: ReadonlySet<string>; readonly criteriaOf: ReadonlySet<string> };
export type TaskProblem =
  | { readonly kind: 'missing' | 'nobody_leads' }
  | { readonly kind: 'unknown'; readonly text: string }
  | { readonly kind: 'too_long'; readonly limit: number }
  | { readonly kind: 'not_a_day' }
  | { readonly kind: 'backwards' }
  | { readonly kind: 'outside_plan'; readonly firstDay: PlainDate; readonly lastDay: PlainDate }
  | { readonly kind: 'outside_task'; readonly firstDay: PlainDate; readonly lastDay: PlainDate }
  | { readonly kind: 'not_a_weight' };

/** `milestone` counts from 0, as the rows of the form do; undefined for the task itself. */
export type TaskPart = { readonly field: TaskField | TaskList | MilestoneField; readonly milestone?: number };
export type TaskWrong = {
  readonly kind: 'task_wrong';
  readonly problems: readonly (TaskPart & { readonly problem: TaskProblem })[];
};

const required: readonly TaskField[] = ['title', 'product', 'owner', 'startsOn', 'dueOn'];
const longest = 1000;

export function readTask(typed: TypedTask, around: Around): Result<TaskContent, TaskWrong> {
  const text = (field: TaskField) => typed[field].trim();
  const own = taskFields.flatMap((field) => {
    const problem = fieldProblem(text(field), required.includes(field), field === 'startsOn' || field === 'dueOn');
    return problem ? [{ field, problem }] : [];
  });
  const days = { firstDay: text('startsOn'), lastDay: text('dueOn') };
  const weight = readWeight(text('weight'));
  const problems = [
    ...own,
    ...unitProblems(typed, around),
    ...daysProblems(days, around),
    ...(weight === undefined ? [{ field: 'weight', problem: { kind: 'not_a_weight' } } as const] : []),
    ...typed.milestones.flatMap((one, at) =>
      milestoneProblems(one, days).map((wrong) => ({ ...wrong, milestone: at })),
    ),
  ];
  if (problems.length > 0 || weight === undefined) return refuse({ kind: 'task_wrong', problems });
  const leadUnit = text('leadUnit') || null;
  const content = {
    title: text('title'),
    product: text('product'),
    leadUnit,
    lead: text('lead'),
    owner: text('owner'),
    joinUnits: [...new Set(typed.joinUnits)].filter((code) => code !== leadUnit).toSorted(),
    joins: text('joins'),
    criteria: [...new Set(typed.criteria)].toSorted(),
  };
  const milestones = typed.milestones.filter(isFilled).map(milestoneOf);
  return ok({ ...content, weight, startsOn: days.firstDay, dueOn: days.lastDay, milestones });
}

/** Somebody leads: a unit, or whoever the words name. */
function unitProblems(
  { leadUnit, lead, joinUnits, criteria }: TypedTask,
  { units, criteriaOf }: Around,
): readonly { field: TaskField | TaskList; problem: TaskProblem }[] {
  const code = leadUnit.trim();
  const unknown = (field: TaskField | TaskList, text: string) =>
    ({ field, problem: { kind: 'unknown', text } }) as const;
  return [
    ...(code === '' && lead.trim() === '' ? [{ field: 'leadUnit', problem: { kind: 'nobody_leads' } } as const] : []),
    ...(code !== '' && !units.has(code) ? [unknown('leadUnit', code)] : []),
    ...joinUnits.filter((one) => !units.has(one)).map((one) => unknown('joinUnits', one)),
    ...criteria.filter((one) => !criteriaOf.has(one)).map((one) => unknown('criteria', one)),
  ];
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
export function readWeight(text: string): string | null | undefined {
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
