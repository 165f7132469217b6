/** What the pages of inspections can be asked to do, one deed a form; each answer names where to go next. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { mintedId, newId } from '../../platform/id.server.ts';
import { attachPaper } from './files.server.ts';
import { answerFinding, decideFinding, removeFinding, saveFinding } from './findings.server.ts';
import { moveInspection } from './minutes.server.ts';
import { moveProgramme } from './programmes.server.ts';

type Done<Deed> = { readonly deed: Deed; readonly result: Result<{ readonly id: string }> };

export type ProgrammeDeed = 'approve' | 'withdraw';

export async function doOnProgramme(
  edge: Edge,
  id: string,
  fields: Fields,
  act: typeof actAtEdge,
): Promise<Done<ProgrammeDeed>> {
  const deed = fields['viec'] === 'withdraw' ? 'withdraw' : 'approve';
  const command = { id, version: versionIn(fields), move: deed, typed: fields } as const;
  return { deed, result: await act(edge, (context) => moveProgramme(context, command)) };
}

export const inspectionDeeds = ['issue', 'cancel', 'attach'] as const;
export type InspectionDeed = (typeof inspectionDeeds)[number];

export async function doOnInspection(
  edge: Edge,
  id: string,
  typed: Typed,
  act: typeof actAtEdge,
): Promise<Done<InspectionDeed>> {
  const deed = inspectionDeeds.find((each) => each === typed.fields['viec']) ?? 'issue';
  const file = deed === 'attach' ? await uploadIn(edge.services, typed.uploads) : undefined;
  if (file && !file.ok) return { deed, result: file };
  const order = { deed, fields: typed.fields, file: file?.value };
  const result = await act<{ readonly id: string }, Refusal>(edge, (context) => onInspection(context, id, order));
  return { deed, result };
}

type Order<Deed> = { readonly deed: Deed; readonly fields: Fields; readonly file: KeptFile | undefined };

async function onInspection(
  context: Context,
  id: string,
  { deed, fields, file }: Order<InspectionDeed>,
): Promise<Result<{ readonly id: string }>> {
  if (deed === 'attach')
    return file ? attachPaper(context, { id: newId(), inspectionId: id, file }) : refuse({ kind: 'empty_file' });
  return moveInspection(context, { id, version: versionIn(fields), move: deed, reason: fields['reason'] ?? '' });
}

export const findingDeeds = ['save', 'remove', 'answer', 'close', 'return'] as const;
export type FindingDeed = (typeof findingDeeds)[number];
type At = { readonly inspectionId: string; readonly id: string };

export async function doOnFinding(edge: Edge, at: At, typed: Typed, act: typeof actAtEdge): Promise<Done<FindingDeed>> {
  const deed = findingDeeds.find((each) => each === typed.fields['viec']) ?? 'save';
  const isSent = deed === 'answer' && typed.uploads.length > 0;
  const file = isSent ? await uploadIn(edge.services, typed.uploads) : undefined;
  if (file && !file.ok) return { deed, result: file };
  const order = { deed, fields: typed.fields, file: file?.value };
  const result = await act<{ readonly id: string }, Refusal>(edge, (context) => onFinding(context, at, order));
  return { deed, result };
}

async function onFinding(
  context: Context,
  { inspectionId, id }: At,
  { deed, fields, file }: Order<FindingDeed>,
): Promise<Result<{ readonly id: string }>> {
  const version = versionIn(fields);
  switch (deed) {
    case 'save':
      if (keepsTheirs(fields)) return ok({ id });
      return saveFinding(context, { inspectionId, id, version, typed: fields });
    case 'remove':
      return removeFinding(context, { inspectionId, id, version });
    case 'answer':
      return answerFinding(context, { answerId: mintedId(fields['moi']), id, version, typed: fields, file });
    case 'close':
    case 'return':
      return decideFinding(context, { id, version, move: deed, reason: fields['reason'] ?? '' });
  }
}
