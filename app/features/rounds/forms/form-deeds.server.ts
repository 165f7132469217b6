/** What the pages of a form can be asked to do, one deed a form; the answer names the edition to show next. */
import type { Refusal, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../../platform/command.server.ts';
import type { Typed } from '../../../platform/http.server.ts';
import { mintedId } from '../../../platform/id.server.ts';
import type { FormRefusal } from './editing.server.ts';
import { arrangeSection, nameForm, saveSection } from './editing.server.ts';
import type { MoveFormRefusal } from './moving.server.ts';
import { moveForm, reviseForm } from './moving.server.ts';

export const formDeeds = ['name', 'up', 'down', 'out', 'publish', 'withdraw', 'revise'] as const;
export type FormDeed = (typeof formDeeds)[number];
type Next = Result<{ readonly id: string }, FormRefusal | MoveFormRefusal>;
type Asked = Pick<Typed, 'fields' | 'many'>;

export async function doOnForm(
  edge: Edge,
  formId: string,
  typed: Asked,
  act: typeof actAtEdge,
): Promise<{ readonly deed: FormDeed | undefined; readonly result: Result<{ readonly id: string }> }> {
  const deed = formDeeds.find((each) => each === typed.fields['viec']);
  if (!deed) return { deed, result: refuse(notThere) };
  const result = await act<{ readonly id: string }, Refusal>(edge, (context) => carryOut(context, formId, deed, typed));
  return { deed, result };
}

async function carryOut(context: Context, formId: string, deed: FormDeed, { fields }: Asked): Promise<Next> {
  const on = { formId, version: versionIn(fields) };
  switch (deed) {
    case 'name':
      return keepsTheirs(fields) ? ok({ id: formId }) : nameForm(context, { ...on, name: fields['ten'] ?? '' });
    case 'up':
    case 'down':
    case 'out':
      return arrangeSection(context, { ...on, position: Number(fields['muc']), way: deed });
    case 'publish':
    case 'withdraw':
      return moveForm(context, { ...on, move: deed });
    case 'revise':
      return reviseForm(context, { ...on, newId: mintedId(fields['moi']) });
  }
}

export async function saveTyped(
  edge: Edge,
  { formId, position }: { readonly formId: string; readonly position: number | null },
  { fields, many }: Asked,
  act: typeof actAtEdge,
): Promise<Result<{ readonly id: string }>> {
  if (keepsTheirs(fields)) return ok({ id: formId });
  const typed = { fields, groups: many('nhom'), indicators: many('chi-tieu') };
  const command = { formId, version: versionIn(fields), position, typed };
  return act<{ readonly id: string }, Refusal>(edge, (context) => saveSection(context, command));
}
