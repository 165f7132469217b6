/** What one edition of a plan changed against another: tasks known again by their line, and the plan as a whole. */
import type { PlanContent } from './plan.ts';
import { planFields } from './plan.ts';
import type { PlanChange, StoredTask } from './plan-sheet.ts';
import { isSameTask } from './task-sheet.ts';

export type EditionContent = {
  readonly id: string;
  readonly content: PlanContent;
  readonly tasks: readonly StoredTask[];
};

/** As the preview of a workbook tells it: taken off, changed, added. */
export function editionChanges(older: EditionContent, newer: EditionContent): readonly PlanChange[] {
  const before = new Map(older.tasks.map((task) => [task.lineId, task]));
  const kept = new Set(newer.tasks.map(({ lineId }) => lineId));
  const removals = older.tasks
    .filter(({ lineId }) => !kept.has(lineId))
    .map(({ id, version, content: { title } }) => ({ kind: 'removal', id, version, title }) as const);
  const tasks = newer.tasks.flatMap((task): readonly PlanChange[] => {
    const was = before.get(task.lineId);
    if (was && isSameTask(was.content, task.content)) return [];
    const { id, content } = task;
    return [{ kind: 'task', id, version: was?.version ?? null, content, before: was?.content ?? null }];
  });
  const isSame = planFields.every((field) => older.content[field] === newer.content[field]);
  const whole = { kind: 'plan', id: newer.id, version: 1, content: newer.content, before: older.content } as const;
  return [...(isSame ? [] : [{ ...whole, pledgeIds: undefined }]), ...removals, ...tasks];
}
