/** The form of a task as names and words: below the milestones there are stand empty rows for more. */
import type { MilestoneField, TaskContent, TaskField, TaskList, TaskPart, TypedTask } from './task.ts';
import { milestoneFields, taskFields, taskLists } from './task.ts';

type Fields = Readonly<Record<string, string>>;

const emptyRows = 3;
const most = 60;

export function partName({ field, milestone }: TaskPart): string {
  return milestone === undefined ? field : `moc-${milestone}-${field}`;
}

export function typedTask(fields: Fields): TypedTask {
  const own = Object.fromEntries(taskFields.map((field) => [field, fields[field] ?? ''])) as Record<TaskField, string>;
  const milestones = Array.from({ length: rowsIn(fields) }, (_, milestone) => ({
    ...(Object.fromEntries(
      milestoneFields.map((field) => [field, fields[partName({ field, milestone })] ?? '']),
    ) as Record<MilestoneField, string>),
    lineId: fields[`moc-${milestone}-line`] ?? '',
  }));
  const lists = Object.fromEntries(taskLists.map((list) => [list, listIn(fields, list)])) as Record<
    TaskList,
    readonly string[]
  >;
  return { ...own, ...lists, milestones };
}

/** What was chosen, as one field each, so that a form is drawn again from its fields. */
export function withLists<
  Typed extends { readonly fields: Fields; readonly many: (name: string) => readonly string[] },
>(typed: Typed): Typed {
  const lists = taskLists.map((list) => [list, typed.many(list).join(' ')]);
  return { ...typed, fields: { ...typed.fields, ...(Object.fromEntries(lists) as Fields) } };
}

/** Codes hold no blanks: several stand in one field. */
export function listIn(fields: Fields, list: TaskList): readonly string[] {
  return (fields[list] ?? '').split(' ').filter((code) => code !== '');
}

export function rowsIn(fields: Fields): number {
  const rows = Number(fields['so-moc']);
  return Number.isInteger(rows) && rows > 0 ? Math.min(rows, most) : 0;
}

/** What stands on the form before anybody types; `weight` as it is written here. */
export function taskFieldsOf(
  task: Omit<TaskContent, 'weight'> | undefined,
  weight: string,
  { unitCode: unit, ...days }: { readonly unitCode: string; readonly firstDay: string; readonly lastDay: string },
): Fields {
  const milestones = task?.milestones ?? [];
  const rows = milestones.flatMap(({ lineId, title, dueOn, product }, at) => [
    [`moc-${at}-line`, lineId],
    [`moc-${at}-title`, title],
    [`moc-${at}-dueOn`, dueOn],
    [`moc-${at}-product`, product],
  ]);
  return {
    title: task?.title ?? '',
    product: task?.product ?? '',
    leadUnit: task?.leadUnit ?? (task ? '' : unit),
    lead: task?.lead ?? '',
    owner: task?.owner ?? '',
    joinUnits: task?.joinUnits.join(' ') ?? '',
    joins: task?.joins ?? '',
    criteria: task?.criteria.join(' ') ?? '',
    weight,
    startsOn: task?.startsOn ?? days.firstDay,
    dueOn: task?.dueOn ?? days.lastDay,
    'so-moc': String(Math.min(most, milestones.length + emptyRows)),
    ...(Object.fromEntries(rows) as Fields),
  };
}
