/** What the page of a round can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import { askedId } from '../../platform/id.server.ts';
import type { ExemptRefusal, MoveRoundRefusal } from './rounds.server.ts';
import { exemptUnit, moveRound } from './rounds.server.ts';

export const roundDeeds = ['open', 'withdraw', 'close', 'reopen', 'exempt', 'unexempt'] as const;
export type RoundDeed = (typeof roundDeeds)[number];
type Done = Result<{ readonly id: string }, MoveRoundRefusal | ExemptRefusal>;

export async function doOnRound(
  edge: Edge,
  id: string,
  fields: Fields,
  act: typeof actAtEdge,
): Promise<{ readonly deed: RoundDeed | undefined; readonly result: Done }> {
  const deed = roundDeeds.find((each) => each === fields['viec']);
  if (!deed) return { deed, result: refuse(notThere) };
  const result = await act<{ readonly id: string }, Refusal>(edge, (context) => carryOut(context, id, deed, fields));
  return { deed, result: result as Done };
}

async function carryOut(context: Context, id: string, deed: RoundDeed, fields: Fields): Promise<Done> {
  const reason = fields['ly-do'] ?? '';
  switch (deed) {
    case 'exempt':
      return exemptUnit(context, { roundId: id, unitId: askedId(fields['don-vi']), reason });
    case 'unexempt':
      return exemptUnit(context, { roundId: id, unitId: askedId(fields['don-vi']), reason: null });
    case 'open':
    case 'withdraw':
    case 'close':
    case 'reopen':
      return moveRound(context, { id, version: versionIn(fields), move: deed, reason });
  }
}
