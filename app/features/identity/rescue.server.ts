/** For whoever runs the machine, when nobody can get in any more: a new link, and if asked the second factor taken off. */
import { permitSystem } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import { act } from '../../platform/command.server.ts';
import type { Edge } from '../../platform/command.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { createInvitation } from './password/invitation.server.ts';
import { clearTotp } from './second-factor/enrol.server.ts';

type Rescue = { readonly username: string; readonly dropsFactor?: boolean };

/** The path of the link. A disabled account stays shut. */
export async function newLinkFor(
  services: Services,
  { username, dropsFactor }: Rescue,
): Promise<Result<string, NotThere>> {
  const edge: Edge = { services, actor: { kind: 'system', name: 'cli' }, via: 'cli', address: null };
  return act(edge, async (context) => {
    const { tx, actor, record } = context;
    const account = await tx
      .selectFrom('account')
      .innerJoin('person', 'person.id', 'account.person_id')
      .select(['account.id', 'account.state', 'person.unit_id'])
      .where('username', '=', username.toLowerCase())
      .where('account.state', '<>', 'disabled')
      .executeTakeFirst();
    if (!account) return refuse(notThere);
    const permit = permitSystem('account.rescue', actor);
    const about = { permit, subject: { kind: 'account', id: account.id }, unitId: account.unit_id };
    if (dropsFactor) {
      await clearTotp(context, account.id);
      await tx.deleteFrom('passkey').where('account_id', '=', account.id).execute();
      await record({ ...about, kind: 'account.second_factor_removed' });
    }
    const purpose = account.state === 'invited' ? 'first_password' : 'reset_password';
    await record({ ...about, kind: 'account.invited', after: { purpose } });
    return ok(await createInvitation(context, { accountId: account.id, purpose, createdBy: null }));
  });
}
