/**
 * A new password, by a link or by who is signed in. Either ends every other session of the account. Hashing takes 50 ms
 * and is done before the transaction.
 */
import { stranger } from '../../../kernel/actor.ts';
import type { Person } from '../../../kernel/actor.ts';
import { permitOwn, permitSystem } from '../../../kernel/permit.ts';
import type { Permit } from '../../../kernel/permit.ts';
import type { NotThere, Result } from '../../../kernel/result.ts';
import { expectOk, notThere, ok, refuse } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Context, Edge } from '../../../platform/command.server.ts';
import { endSessions } from '../session/session.server.ts';
import { noFailures } from '../sign-in/lock.ts';
import type { Brake } from '../sign-in/rate.server.ts';
import { brakeSignIn, releaseSignIn } from '../sign-in/rate.server.ts';
import type { Browser, SecondStep, SignedIn } from '../sign-in/sign-in.server.ts';
import { admit, attemptsRow, lockAccount } from '../sign-in/sign-in.server.ts';
import { findInvitation, useInvitation } from './invitation.server.ts';
import { hashPassword, isPassword } from './password-hash.server.ts';
import type { PasswordFault } from './password-rules.ts';
import { composed, passwordFault } from './password-rules.ts';

export type BadPassword = { readonly kind: 'bad_password'; readonly fault: PasswordFault };
export type WrongPassword = { readonly kind: 'wrong_password' };

export type NewPassword = { readonly password: string; readonly again: string };

/** The link is used up, the account becomes active, and whoever holds the link is signed in. */
export async function acceptInvitation(
  edge: Edge,
  token: string,
  typed: NewPassword,
  browser: Browser,
): Promise<Result<SignedIn | SecondStep, BadPassword | NotThere>> {
  const invitation = await findInvitation(edge.services.db, token, edge.services.clock());
  if (!invitation) return refuse(notThere);
  const fault = faultOf(typed, invitation.username);
  if (fault) return refuse({ kind: 'bad_password', fault });
  const hash = await hashPassword(typed.password);
  return act({ ...edge, actor: stranger }, async (context) => {
    const account = await lockAccount(context, invitation.accountId);
    if (!account || account.state === 'disabled' || !account.is_active) return refuse(notThere);
    if (!(await useInvitation(context, invitation.id))) return refuse(notThere);
    const permit = permitSystem('account.accept_invitation', context.actor);
    await savePassword(context, { accountId: account.id, unitId: account.unit_id, hash, permit });
    const admission = { accountId: account.id, method: 'invitation', isStrong: false } as const;
    return ok(await admit(context, edge, admission, browser));
  });
}

type Change = NewPassword & { readonly current: string; readonly keepSessionId: string };

/** The current password is asked for again, and guesses at it are braked like guesses at sign-in. */
export async function changePassword(
  edge: Edge,
  actor: Person,
  typed: Change,
): Promise<Result<undefined, BadPassword | WrongPassword | Brake>> {
  const account = await edge.services.db
    .selectFrom('account')
    .select(['username', 'password_hash'])
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
  const confirmed = await confirmPassword(edge, account, typed.current);
  if (!confirmed.ok) return confirmed;
  const fault = faultOf(typed, account.username);
  if (fault) return refuse({ kind: 'bad_password', fault });
  const hash = await hashPassword(typed.password);
  return act(edge, async (context) => {
    const permit = expectOk(permitOwn('account.set_password', actor, actor.personId));
    const where = { accountId: actor.accountId, unitId: actor.homeUnitId, hash, permit, except: typed.keepSessionId };
    await savePassword(context, where);
    return ok();
  });
}

type Confirmed = { readonly username: string; readonly password_hash: string | null };

async function confirmPassword(
  edge: Edge,
  account: Confirmed,
  current: string,
): Promise<Result<undefined, WrongPassword | Brake>> {
  const who = { address: edge.address, name: `own ${account.username}` };
  const brake = await brakeSignIn(who);
  if (brake) return refuse(brake);
  if (!(await isPassword(current.slice(0, 1000), account.password_hash))) return refuse({ kind: 'wrong_password' });
  await releaseSignIn(who);
  return ok();
}

/** For what must not be done by somebody who only found a browser open. */
export async function confirmOwnPassword(
  edge: Edge,
  actor: Person,
  current: string,
): Promise<Result<undefined, WrongPassword | Brake>> {
  const account = await edge.services.db
    .selectFrom('account')
    .select(['username', 'password_hash'])
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
  return confirmPassword(edge, account, current);
}

function faultOf({ password, again }: NewPassword, username: string): PasswordFault | undefined {
  return passwordFault(password, username) ?? (composed(password) === composed(again) ? undefined : 'not_same');
}

type Save = {
  readonly accountId: string;
  readonly unitId: string;
  readonly hash: string;
  readonly permit: Permit;
  readonly except?: string;
};

async function savePassword(context: Context, { accountId, unitId, hash, permit, except }: Save): Promise<void> {
  const { tx, now, record } = context;
  await tx
    .updateTable('account')
    .set({ password_hash: hash, password_set_at: now, state: 'active', ...attemptsRow(noFailures) })
    .where('id', '=', accountId)
    .execute();
  await endSessions(tx, { accountId, ...(except && { except }) }, 'password_changed', now);
  await record({ permit, kind: 'account.password_set', subject: { kind: 'account', id: accountId }, unitId });
}
