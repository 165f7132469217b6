/** What the pages of a consolidated report can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok, refuse, notThere } from '../../kernel/result.ts';
import { keepsTheirs, versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import { askedId, mintedId } from '../../platform/id.server.ts';
import { gatherAgain } from './drafting.server.ts';
import { addPiece, changePaper, editPiece, orderPiece, placePart, placePiece } from './editing.server.ts';
import { moveConsolidation } from './moving.server.ts';
import { placements } from './pieces.ts';

const deeds = [
  'gather',
  'freeze',
  'withdraw',
  'recall',
  'issue',
  'return',
  'change',
  'edit',
  'place',
  'place_all',
  'order',
  'add',
] as const;
export type Deed = (typeof deeds)[number];
type Done = Result<{ readonly id: string }>;

export async function doOnConsolidation(
  edge: Edge,
  id: string,
  fields: Fields,
  act: typeof actAtEdge,
): Promise<{ readonly deed: Deed | undefined; readonly result: Done }> {
  const deed = deeds.find((each) => each === fields['viec']);
  if (!deed) return { deed, result: refuse(notThere) };
  const result = await act<{ readonly id: string }, Refusal>(edge, (context) => carryOut(context, id, deed, fields));
  return { deed, result };
}

async function carryOut(context: Context, id: string, deed: Deed, fields: Fields): Promise<Done> {
  const version = versionIn(fields);
  const pieceId = askedId(fields['doan']);
  const placement = placements.find((each) => each === fields['cho']) ?? 'body';
  const part = fields['muc'] ?? '';
  switch (deed) {
    case 'gather':
      return gatherAgain(context, { id, version });
    case 'change':
      return keepsTheirs(fields) ? ok({ id }) : changePaper(context, { id, version, typed: fields });
    case 'edit':
      return keepsTheirs(fields)
        ? ok({ id })
        : editPiece(context, { id, pieceId, version, text: fields['text'] ?? '' });
    case 'place':
      return placePiece(context, { id, pieceId, placement });
    case 'place_all':
      return placePart(context, { id, part, placement });
    case 'order':
      return orderPiece(context, { id, pieceId, after: fields['sau'] ? askedId(fields['sau']) : null });
    case 'add':
      return addPiece(context, { id, pieceId: mintedId(fields['moi']), part, text: fields['text'] ?? '' });
    case 'freeze':
    case 'withdraw':
    case 'recall':
    case 'issue':
    case 'return': {
      const paper = { number: fields['so-hieu'] ?? '', day: fields['ngay-ky'] ?? '' };
      return moveConsolidation(context, { id, version, move: deed, reason: fields['ly-do'] ?? null, paper });
    }
  }
}
