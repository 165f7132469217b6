/** The number that was sealed, opened for who needs it; each look is recorded. */
import type { PermitRefusal } from '../../kernel/permit.ts';
import { permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Seal } from '../../platform/seal.server.ts';
import { lockHolder } from './holder-row.server.ts';
import { identityPurpose } from './holders.server.ts';
import { registerRights } from './rights.ts';

export async function seeIdentity(
  { tx, actor, record }: Context,
  seal: Seal,
  holderId: string,
): Promise<Result<{ readonly identity: string }, PermitRefusal | NotThere>> {
  const holder = await lockHolder(tx, actor, holderId);
  if (!holder) return refuse(notThere);
  const allowed = permitTo(registerRights, 'holder.identity', actor, holder.path);
  if (!allowed.ok) return allowed;
  const row = await tx.selectFrom('holder').select('identity_sealed').where('id', '=', holderId).executeTakeFirst();
  if (!row?.identity_sealed) return refuse(notThere);
  const identity = seal.open(identityPurpose, row.identity_sealed);
  const subject = { kind: 'holder', id: holderId };
  await record({ permit: allowed.value, kind: 'holder.identity_seen', subject, unitId: holder.unitId });
  return ok({ identity });
}
