/** What the page of one task can be asked to do: saved, taken off, its progress reported. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Edge } from '../../platform/command.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import type { Typed } from '../../platform/http.server.ts';
import { askedId, mintedId } from '../../platform/id.server.ts';
import { typedProgress } from './check-progress.ts';
import { reportProgress } from './reporting.server.ts';
import { typedTask } from './task-form.ts';
import { removeTask, saveTask } from './tasks.server.ts';

export const taskDeeds = ['save', 'remove', 'report'] as const;
export type TaskDeed = (typeof taskDeeds)[number];

/** `taskId` is null for a task that is new. */
type At = { readonly planId: string; readonly taskId: string | null };

export async function doOnTask(
  edge: Edge,
  { planId, taskId }: At,
  typed: Typed,
  act: typeof actAtEdge,
): Promise<{ readonly deed: TaskDeed; readonly result: Result<unknown> }> {
  const { fields } = typed;
  const deed = taskDeeds.find((each) => each === fields['viec']) ?? 'save';
  if (taskId !== null && deed === 'save' && keepsTheirs(fields)) return { deed, result: ok() };
  if (taskId === null || deed === 'save') {
    const version = taskId === null ? null : versionIn(fields);
    const command = { planId, taskId: taskId ?? mintedId(fields['id']), version, typed: typedTask(fields) };
    return { deed: 'save', result: await act<unknown, Refusal>(edge, (context) => saveTask(context, command)) };
  }
  if (deed === 'remove') {
    const command = { planId, taskId, version: versionIn(fields) };
    return { deed, result: await act<unknown, Refusal>(edge, (context) => removeTask(context, command)) };
  }
  const file = await evidenceIn(edge, typed);
  if (!file.ok) return { deed, result: file };
  const milestoneId = fields['ve'] ? askedId(fields['ve']) : null;
  const about = { planId, taskId, milestoneId, part: fields['cho'] || null };
  const command = { id: mintedId(fields['id']), ...about, typed: typedProgress(fields), file: file.value };
  return { deed, result: await act<unknown, Refusal>(edge, (context) => reportProgress(context, command)) };
}

/** Progress may be reported without evidence. */
async function evidenceIn(edge: Edge, typed: Typed): Promise<Result<KeptFile | undefined>> {
  return typed.uploads.length === 0 ? ok(undefined) : uploadIn(edge.services, typed.uploads);
}
