/** What the page of one pledge can be asked to do, one deed a form; the answer names the pledge to show next. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import { mintedId } from '../../platform/id.server.ts';
import { movePledges } from './moving.server.ts';
import { changePledge, revisePledge } from './pledges.server.ts';
import type { PledgeMove } from './procedure.ts';
import { pledgeMoves } from './procedure.ts';

type Next = Result<{ readonly id: string }>;

export async function doOnPledge(
  edge: Edge,
  id: string,
  fields: Fields,
  act: typeof actAtEdge,
): Promise<{ readonly deed: PledgeMove; readonly result: Next }> {
  const deed = pledgeMoves.find((each) => each === fields['viec']) ?? 'change';
  const result = await act<{ readonly id: string }, Refusal>(edge, (context) => carryOut(context, id, deed, fields));
  return { deed, result };
}

async function carryOut(context: Context, id: string, deed: PledgeMove, fields: Fields): Promise<Next> {
  const version = versionIn(fields);
  const typed = {
    wording: fields['wording'] ?? '',
    value: fields['value'] ?? '',
    unitOfMeasure: fields['unitOfMeasure'] ?? '',
  };
  switch (deed) {
    case 'change':
      if (keepsTheirs(fields)) return ok({ id });
      return changePledge(context, { id, version, typed });
    case 'revise':
      return revisePledge(context, { id, newId: mintedId(fields['moi']), typed });
    case 'submit':
    case 'recall':
    case 'withdraw':
    case 'accept':
    case 'return': {
      const moved = await movePledges(context, {
        move: deed,
        chosen: [{ id, version }],
        reason: fields['ly-do'] ?? null,
      });
      return moved.ok ? ok({ id }) : refuse(moved.refusal.refusals[0]?.refusal ?? notThere);
    }
  }
}
