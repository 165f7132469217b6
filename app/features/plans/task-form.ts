/** The form of a task as names and words: below the milestones there are stand empty rows for more. */
import type { MilestoneField, TaskContent, TaskField, TaskPart, TypedTask } from './task.ts';
import { milestoneFields, taskFields } from './task.ts';

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
  return { ...own, milestones };
}

export function rowsIn(fields: Fields): number {
  const rows = Number(fields['so-moc']);
  return Number.isInteger(rows) && rows > 0 ? Math.min(rows, most) : 0;
}

/** What stands on the form before anybody types; `weight` as it is written here. */
export function taskFieldsOf(
  task: Omit<TaskContent, 'weight'> | undefined,
  weight: string,
  days: { readonly firstDay: string; readonly lastDay: string },
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
    lead: task?.lead ?? '',
    joins: task?.joins ?? '',
    weight,
    startsOn: task?.startsOn ?? days.firstDay,
    dueOn: task?.dueOn ?? days.lastDay,
    'so-moc': String(Math.min(most, milestones.length + emptyRows)),
    ...(Object.fromEntries(rows) as Fields),
  };
}
