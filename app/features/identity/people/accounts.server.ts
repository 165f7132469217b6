/** Commands of an administrator on accounts: make, invite, lock out, let in again. What people do with their own is elsewhere. */
import type { PermitRefusal } from '../../../kernel/permit.ts';
import type { Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { EventKind } from '../../../platform/events.ts';
import { newId } from '../../../platform/id.server.ts';
import { createInvitation } from '../password/invitation.server.ts';
import type { IdentityDeed } from '../rights.ts';
import type { LastAdministrator } from '../roles/last-administrator.server.ts';
import { isLastTopAdministrator } from '../roles/last-administrator.server.ts';
import { clearTotp } from '../second-factor/enrol.server.ts';
import { endSessions } from '../session/session.server.ts';
import { noFailures } from '../sign-in/lock.ts';
import { attemptsRow } from '../sign-in/sign-in.server.ts';
import type { AccountState, BadField } from './person.ts';
import { usernameFault } from './person.ts';
import type { Reached, ReachRefusal } from './reach.server.ts';
import { reachPerson } from './reach.server.ts';

export type UsernameTaken = { readonly kind: 'username_taken' };
export type HasAccount = { readonly kind: 'has_account' };
export type NotOnSelf = { readonly kind: 'not_on_self' };

export type MadeAccount = { readonly accountId: string; readonly link: string };

/** A new account and the one-time link with which its person sets a password. */
export async function createAccount(
  context: Context,
  { personId, username }: { readonly personId: string; readonly username: string },
): Promise<Result<MadeAccount, ReachRefusal | BadField | UsernameTaken | HasAccount>> {
  const { tx, now, record } = context;
  const reached = await reachPerson(context, 'account.create', personId);
  if (!reached.ok) return reached;
  const fault = usernameFault(username);
  if (fault) return refuse(fault);
  const clashing = await tx
    .selectFrom('account')
    .select(['person_id'])
    .where((eb) => eb.or([eb('username', '=', username), eb('person_id', '=', personId)]))
    .execute();
  if (clashing.some((account) => account.person_id === personId)) return refuse({ kind: 'has_account' });
  if (clashing.length > 0) return refuse({ kind: 'username_taken' });
  const id = newId();
  const row = { id, person_id: personId, username, state: 'invited', created_at: now };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('account')
    .values(row)
    .onConflict((conflict) => conflict.column('username').doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return refuse({ kind: 'username_taken' });
  const { permit, person } = reached.value;
  const subject = { kind: 'account', id };
  await record({ permit, kind: 'account.created', subject, unitId: person.unitId, after: { username } });
  return ok({ accountId: id, link: await invite(context, reached.value, { id, state: 'invited' }) });
}

/** A new link, for the first password or a forgotten one; older links die. Who is signed in changes theirs with the old one. */
export async function inviteAccount(
  context: Context,
  personId: string,
): Promise<Result<string, ReachRefusal | NotOnSelf>> {
  const found = await reachAccount(context, 'account.invite', personId);
  if (!found.ok) return found;
  if (isSelf(context, personId)) return refuse({ kind: 'not_on_self' });
  const { account, reached } = found.value;
  if (account.state === 'disabled' || !reached.person.isActive) return refuse(notThere);
  return ok(await invite(context, reached, account));
}

export async function disableAccount(
  context: Context,
  personId: string,
  reason: string | null,
): Promise<Result<undefined, ReachRefusal | LastAdministrator | NotOnSelf>> {
  const found = await reachAccount(context, 'account.disable', personId);
  if (!found.ok) return found;
  const { account } = found.value;
  if (isSelf(context, personId)) return refuse({ kind: 'not_on_self' });
  if (account.state === 'disabled') return ok();
  if (await isLastTopAdministrator(context.tx, personId)) return refuse({ kind: 'last_administrator' });
  await context.tx.updateTable('account').set({ state: 'disabled' }).where('id', '=', account.id).execute();
  await endSessions(context.tx, { accountId: account.id }, 'disabled', context.now);
  return recordAccount(context, found.value, 'account.disabled', reason);
}

export async function enableAccount(context: Context, personId: string): Promise<Result<undefined, ReachRefusal>> {
  const found = await reachAccount(context, 'account.enable', personId);
  if (!found.ok) return found;
  const { account } = found.value;
  if (account.state !== 'disabled') return ok();
  const state = account.password_hash === null ? 'invited' : 'active';
  const row = { state, ...attemptsRow(noFailures) };
  await context.tx.updateTable('account').set(row).where('id', '=', account.id).execute();
  return recordAccount(context, found.value, 'account.enabled');
}

/** Ends a lock after wrong passwords before its time. */
export async function unlockAccount(context: Context, personId: string): Promise<Result<undefined, ReachRefusal>> {
  const found = await reachAccount(context, 'account.unlock', personId);
  if (!found.ok) return found;
  const { account } = found.value;
  if (account.failed_count === 0 && account.locked_until === null) return ok();
  await context.tx.updateTable('account').set(attemptsRow(noFailures)).where('id', '=', account.id).execute();
  return recordAccount(context, found.value, 'account.unlocked');
}

/** For somebody who lost telephone and codes; with it go passkeys and open sessions. Nobody does it for themselves. */
export async function resetSecondFactor(
  context: Context,
  personId: string,
  reason: string | null,
): Promise<Result<undefined, ReachRefusal | NotOnSelf>> {
  const found = await reachAccount(context, 'account.reset_second_factor', personId);
  if (!found.ok) return found;
  if (isSelf(context, personId)) return refuse({ kind: 'not_on_self' });
  const { account } = found.value;
  await clearTotp(context, account.id);
  await context.tx.deleteFrom('passkey').where('account_id', '=', account.id).execute();
  await endSessions(context.tx, { accountId: account.id }, 'revoked', context.now);
  return recordAccount(context, found.value, 'account.second_factor_removed', reason);
}

type Found = Awaited<ReturnType<typeof accountOf>> & object;
type ReachedAccount = { readonly reached: Reached; readonly account: Found };

async function reachAccount(
  context: Context,
  deed: IdentityDeed,
  personId: string,
): Promise<Result<ReachedAccount, ReachRefusal>> {
  const reached = await reachPerson(context, deed, personId);
  if (!reached.ok) return reached;
  const account = await accountOf(context, personId);
  return account ? ok({ reached: reached.value, account }) : refuse(notThere);
}

function accountOf({ tx }: Context, personId: string) {
  return tx
    .selectFrom('account')
    .select(['id', 'state', 'password_hash', 'failed_count', 'locked_until'])
    .where('person_id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
}

async function invite(
  context: Context,
  { permit, person }: Reached,
  account: { readonly id: string; readonly state: string },
): Promise<string> {
  const purpose = (account.state as AccountState) === 'invited' ? 'first_password' : 'reset_password';
  const subject = { kind: 'account', id: account.id };
  await context.record({ permit, kind: 'account.invited', subject, unitId: person.unitId, after: { purpose } });
  const createdBy = context.actor.kind === 'person' ? context.actor.personId : null;
  return createInvitation(context, { accountId: account.id, purpose, createdBy });
}

async function recordAccount(
  context: Context,
  { reached, account }: ReachedAccount,
  kind: EventKind,
  reason: string | null = null,
): Promise<Result<undefined, PermitRefusal>> {
  const subject = { kind: 'account', id: account.id };
  await context.record({ permit: reached.permit, kind, subject, unitId: reached.person.unitId, reason });
  return ok();
}

function isSelf({ actor }: Context, personId: string): boolean {
  return actor.kind === 'person' && actor.personId === personId;
}
