/** What the pages of delegations send: one form lends, the others take back. */
import type { Result } from '../../../kernel/result.ts';
import { refuse } from '../../../kernel/result.ts';
import type { Edge } from '../../../platform/command.server.ts';
import { act } from '../../../platform/command.server.ts';
import { askedId } from '../../../platform/id.server.ts';
import type { IdentityRefusal } from '../text.ts';
import { delegateRole, revokeDelegation } from './delegation.server.ts';

type Typed = Readonly<Record<'holdingId' | 'toPersonId' | 'from' | 'until' | 'reason', string>>;

export async function lendOrRevoke(
  edge: Edge,
  id: string | undefined,
  typed: Typed,
): Promise<Result<unknown, IdentityRefusal>> {
  if (id) return act(edge, (context) => revokeDelegation(context, askedId(id)));
  const missing = (['holdingId', 'toPersonId'] as const).find((field) => typed[field] === '');
  if (missing) return refuse({ kind: 'choice_missing', field: missing });
  const ids = { holdingId: askedId(typed.holdingId), toPersonId: askedId(typed.toPersonId) };
  return act(edge, (context) => delegateRole(context, { ...typed, ...ids }));
}
