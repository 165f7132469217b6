/** What the page of a round can be asked to do, one deed a form. */
import type { Refusal, Result } from '../../kernel/result.ts';
import { notThere, refuse } from '../../kernel/result.ts';
import { versionIn } from '../../kernel/versions.ts';
import type { act as actAtEdge, Context, Edge } from '../../platform/command.server.ts';
import type { Fields } from '../../platform/http.server.ts';
import { askedId } from '../../platform/id.server.ts';
import type { AmendRefusal } from './amending.server.ts';
import { addUnit, postponeRound, reformRound, takeOutUnit } from './amending.server.ts';
import type { ExemptRefusal, MoveRoundRefusal } from './rounds.server.ts';
import { exemptUnit, moveRound } from './rounds.server.ts';

export const roundDeeds = [
  'open',
  'withdraw',
  'close',
  'reopen',
  'exempt',
  'unexempt',
  'postpone',
  'reform',
  'add',
  'out',
] as const;
export type RoundDeed = (typeof roundDeeds)[number];
type Done = Result<{ readonly id: string }, MoveRoundRefusal | ExemptRefusal | AmendRefusal>;

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
  const unitId = askedId(fields['don-vi']);
  const amending = { id, version: versionIn(fields), reason };
  switch (deed) {
    case 'exempt':
      return exemptUnit(context, { roundId: id, unitId, reason });
    case 'unexempt':
      return exemptUnit(context, { roundId: id, unitId, reason: null });
    case 'open':
    case 'withdraw':
    case 'close':
    case 'reopen':
      return moveRound(context, { ...amending, move: deed });
    case 'postpone':
      return postponeRound(context, { ...amending, day: fields['han'] ?? '' });
    case 'reform':
      return reformRound(context, { ...amending, formId: askedId(fields['mau']) });
    case 'add':
      return addUnit(context, { id, reason, unitId });
    case 'out':
      return takeOutUnit(context, { id, reason, unitId });
  }
}
