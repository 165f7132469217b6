/** What the page of one movement can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Fields, Typed } from '../../platform/http.server.ts';
import { askedId } from '../../platform/id.server.ts';
import { changeMovement } from './drafting.server.ts';
import type { TypedMovement } from './movement.ts';
import { moveMovement } from './moving.server.ts';
import type { MovementMove } from './procedure.ts';
import { movementMoves } from './procedure.ts';
import { receiveMovement } from './receiving.server.ts';

export const movementDeeds = [...movementMoves, 'receive'] as const;
export type MovementDeed = MovementMove | 'receive';
type Next = Result<{ readonly id: string }>;

export function typedMovement({ fields, many }: Pick<Typed, 'fields' | 'many'>): TypedMovement {
  return { ...fields, scope: many('scope') };
}

export async function doOnMovement(
  edge: Edge,
  id: string,
  typed: Pick<Typed, 'fields' | 'many'>,
  act: typeof actAtEdge,
): Promise<{ readonly deed: MovementDeed; readonly result: Next }> {
  const deed = movementDeeds.find((each) => each === typed.fields['viec']) ?? 'change';
  const result = await act<{ readonly id: string }, Refusal>(edge, (context) => carryOut(context, id, { deed, typed }));
  return { deed, result };
}

type Asked = { readonly deed: MovementDeed; readonly typed: Pick<Typed, 'fields' | 'many'> };

async function carryOut(context: Context, id: string, { deed, typed }: Asked): Promise<Next> {
  const fields: Fields = typed.fields;
  const version = versionIn(fields);
  switch (deed) {
    case 'change':
      if (keepsTheirs(fields)) return ok({ id });
      return changeMovement(context, { id, version, typed: typedMovement(typed) });
    case 'receive':
      return receiveMovement(context, { id, unitId: askedId(fields['don-vi']) });
    case 'launch':
    case 'withdraw':
    case 'number':
    case 'review':
    case 'close':
    case 'conclude':
      return moveMovement(context, { id, version, move: deed, typed: fields });
  }
}
