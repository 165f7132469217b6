/** One step for an award already decided: on a holder that is there, or on one entered with it. Both or neither. */
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import type { CreateHolder, HolderRefusal } from './holders.server.ts';
import { createHolder } from './holders.server.ts';
import type { EnterPastHonour, PastRefusal } from './honours.server.ts';
import { enterPastHonour } from './honours.server.ts';

export type EnterPast = Pick<EnterPastHonour, 'id' | 'typed'> & {
  readonly holder: { readonly holderId: string } | CreateHolder;
};

export async function enterPast(
  context: Context,
  seal: Seal,
  { id, typed, holder }: EnterPast,
): Promise<Result<{ readonly holderId: string }, HolderRefusal | PastRefusal>> {
  if (!('holderId' in holder)) {
    const created = await createHolder(context, seal, holder);
    if (!created.ok) return created;
  }
  const holderId = 'holderId' in holder ? holder.holderId : holder.id;
  const entered = await enterPastHonour(context, { id, holderId, typed });
  return entered.ok ? ok({ holderId }) : entered;
}
