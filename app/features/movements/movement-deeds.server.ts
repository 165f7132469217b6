/** What the page of one movement can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { uploadIn } from '../../platform/files/attachments.server.ts';
import type { KeptFile } from '../../platform/files/intake.server.ts';
import { askedId, newId } from '../../platform/id.server.ts';
import { changeMovement } from './drafting.server.ts';
import type { TypedMovement } from './movement.ts';
import { moveMovement } from './moving.server.ts';
import { attachPaper, detachPaper } from './papers.server.ts';
import type { MovementMove } from './procedure.ts';
import { movementMoves } from './procedure.ts';
import { receiveMovement } from './receiving.server.ts';

export const movementDeeds = [...movementMoves, 'receive', 'detach'] as const;
export type MovementDeed = MovementMove | 'receive' | 'detach';
type Next = Result<{ readonly id: string }>;

export function typedMovement({ fields, many }: Pick<Typed, 'fields' | 'many'>): TypedMovement {
  return { ...fields, scope: many('scope'), scopeUnits: many('scopeUnits'), scopeBlocks: many('scopeBlocks') };
}

export async function doOnMovement(
  edge: Edge,
  id: string,
  typed: Typed,
  act: typeof actAtEdge,
): Promise<{ readonly deed: MovementDeed; readonly result: Next }> {
  const deed = movementDeeds.find((each) => each === typed.fields['viec']) ?? 'change';
  const file = deed === 'attach' ? await uploadIn(edge.services, typed.uploads) : undefined;
  if (file && !file.ok) return { deed, result: file };
  const result = await act<{ readonly id: string }, Refusal>(edge, (context) =>
    carryOut(context, id, { deed, typed, file: file?.value }),
  );
  return { deed, result };
}

type Asked = { readonly deed: MovementDeed; readonly typed: Typed; readonly file: KeptFile | undefined };

async function carryOut(context: Context, id: string, { deed, typed, file }: Asked): Promise<Next> {
  const fields: Fields = typed.fields;
  const version = versionIn(fields);
  switch (deed) {
    case 'change':
      if (keepsTheirs(fields)) return ok({ id });
      return changeMovement(context, { id, version, typed: typedMovement(typed) });
    case 'receive':
      return receiveMovement(context, { id, unitId: askedId(fields['don-vi']) });
    case 'attach':
      return file ? attachPaper(context, { id: newId(), movementId: id, file }) : refuse(notThere);
    case 'detach':
      return detachPaper(context, { id: askedId(fields['tep']), movementId: id });
    case 'launch':
    case 'withdraw':
    case 'number':
    case 'review':
    case 'close':
    case 'conclude':
      return moveMovement(context, { id, version, move: deed, typed: fields });
  }
}
