/**
 * Sign-in by name and password. The password is checked before the transaction (it takes 50 ms), the attempt is decided
 * in it on the locked row, so that a hundred guesses at once still count one by one. Whatever was wrong (the name, the
 * password, a lock, a disabled account), the answer and its time are the same.
 */
import { stranger } from '../../../kernel/actor.ts';
import { permitSystem } from '../../../kernel/permit.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Context, Edge } from '../../../platform/command.server.ts';
import { hashPassword, isOutdated, isPassword, TooBusy } from '../password/password-hash.server.ts';
import { endSessions, findSession, startSession } from '../session/session.server.ts';
import type { SignInMethod } from '../session/session.server.ts';
import { afterFailure, isLocked, noFailures } from './lock.ts';
import type { Brake } from './rate.server.ts';
import { brakeSignIn, releaseSignIn } from './rate.server.ts';
import { openStep } from './step.server.ts';

export type SignedIn = { readonly kind: 'signed_in'; readonly token: string; readonly needsSecondFactor: boolean };
export type SecondStep = { readonly kind: 'second_step'; readonly token: string };
export type SignInRefusal = { readonly kind: 'sign_in_refused' } | Brake;

/** What the browser says about itself, and the session it still carries. */
export type Browser = { readonly agent: string | null; readonly oldToken: string | undefined };

export type Credentials = { readonly username: string; readonly password: string };

export async function signIn(
  edge: Edge,
  typed: Credentials,
  browser: Browser,
): Promise<Result<SignedIn | SecondStep, SignInRefusal>> {
  const name = typed.username.trim().toLowerCase().slice(0, 200);
  const brake = await brakeSignIn({ address: edge.address, name });
  if (brake) return refuse(brake);
  const account = await edge.services.db
    .selectFrom('account')
    .select(['id', 'password_hash'])
    .where('username', '=', name)
    .executeTakeFirst();
  const stored = account?.password_hash ?? null;
  const isRight = await isPassword(typed.password.slice(0, 1000), stored).catch(tooBusy);
  if (isRight === undefined) return refuse({ kind: 'too_many', minutes: 1 });
  const given: Given = { accountId: account?.id, name, isRight, stored };
  const concluded = await act({ ...edge, actor: stranger }, (context) => conclude(context, edge, given, browser));
  if (!concluded.ok || concluded.value === undefined) return refuse({ kind: 'sign_in_refused' });
  await releaseSignIn({ address: edge.address, name });
  if (account && stored && isOutdated(stored)) await renewHash(edge, account.id, stored, typed.password);
  return ok(concluded.value);
}

function tooBusy(fault: unknown): undefined {
  if (!(fault instanceof TooBusy)) throw fault;
}

type Given = {
  readonly accountId: string | undefined;
  readonly name: string;
  readonly isRight: boolean;
  readonly stored: string | null;
};

/** Undefined when refused: the failure must be kept, so it cannot be a refusal that rolls back. */
async function conclude(context: Context, edge: Edge, given: Given, browser: Browser) {
  const account = await lockAccount(context, given.accountId);
  const isStillSo = account?.password_hash === given.stored;
  if (
    account?.state === 'active' &&
    account.is_active &&
    given.isRight &&
    isStillSo &&
    !isLocked(account, context.now)
  ) {
    return ok(await admit(context, edge, { accountId: account.id, method: 'password', isStrong: false }, browser));
  }
  await recordFailure(context, account, edge.services.seal.lookup('username', given.name).toString('hex', 0, 8));
  return ok(undefined);
}

export type LockedAccount = NonNullable<Awaited<ReturnType<typeof lockAccount>>>;

export async function lockAccount({ tx }: Context, accountId: string | undefined) {
  return tx
    .selectFrom('account')
    .innerJoin('person', 'person.id', 'account.person_id')
    .select([
      'account.id',
      'account.state',
      'account.password_hash',
      'account.failed_count as failedCount',
      'account.locked_until as lockedUntil',
      'account.totp_secret_sealed',
      'account.totp_confirmed_at',
      'account.totp_last_step',
      'person.is_active',
      'person.id as person_id',
      'person.unit_id',
    ])
    .where('account.id', '=', accountId ?? '00000000-0000-0000-0000-000000000000')
    .forUpdate('account')
    .executeTakeFirst();
}

export type Admission = {
  readonly accountId: string;
  readonly method: SignInMethod;
  /** A passkey that has checked its owner is both factors at once. */
  readonly isStrong: boolean;
};

/**
 * The first factor was right: a session, or the second step when the account has a second factor. Failures are forgotten
 * only once a session begins: else whoever knows the password could guess codes without end, four between two sign-ins.
 */
export async function admit(
  context: Context,
  edge: Edge,
  { accountId, method, isStrong }: Admission,
  browser: Browser,
): Promise<SignedIn | SecondStep> {
  if (!isStrong && (await hasSecondFactor(context, accountId))) {
    const step = { kind: 'second_factor', accountId, facts: { method } } as const;
    return { kind: 'second_step', token: await openStep(context.tx, edge.services.seal, step, context.now) };
  }
  await context.tx.updateTable('account').set(attemptsRow(noFailures)).where('id', '=', accountId).execute();
  return beginSession(context, edge, { accountId, method, isStrong }, browser);
}

export async function beginSession(
  context: Context,
  edge: Edge,
  { accountId, method, isStrong }: Admission,
  browser: Browser,
): Promise<SignedIn> {
  const old = browser.oldToken === undefined ? undefined : await findSession(context.tx, browser.oldToken);
  if (old) await endSessions(context.tx, { accountId: old.accountId, only: old.id }, 'signed_in_again', context.now);
  const start = { accountId, method, hasSecondFactor: isStrong, agent: browser.agent, address: edge.address };
  const { token, needsSecondFactor } = await startSession(context, start);
  return { kind: 'signed_in', token, needsSecondFactor: needsSecondFactor && !edge.services.config.isDemo };
}

async function hasSecondFactor({ tx }: Context, accountId: string): Promise<boolean> {
  const found = await tx
    .selectFrom('account')
    .select((eb) => [
      'totp_confirmed_at',
      eb.exists(eb.selectFrom('passkey').select('id').where('account_id', '=', accountId)).as('has_passkey'),
    ])
    .where('id', '=', accountId)
    .executeTakeFirstOrThrow();
  return found.totp_confirmed_at !== null || Boolean(found.has_passkey);
}

/**
 * Counts one more failure on the account, locks it after the fifth, and records both. A name that nobody has is recorded
 * as a keyed hash only: people type passwords into that box.
 */
export async function recordFailure(
  context: Context,
  account: LockedAccount | undefined,
  nameHash: string,
): Promise<void> {
  const { tx, now, record } = context;
  const permit = permitSystem('session.refuse', context.actor);
  const subject = account ? { kind: 'account', id: account.id } : { kind: 'username', id: nameHash };
  await record({ permit, kind: 'session.refused', subject, unitId: account?.unit_id ?? null });
  if (!account || isLocked(account, now)) return;
  const after = afterFailure(account, now);
  await tx.updateTable('account').set(attemptsRow(after)).where('id', '=', account.id).execute();
  if (after.lockedUntil) await record({ permit, kind: 'account.locked', subject, unitId: account.unit_id });
}

export function attemptsRow({
  failedCount,
  lockedUntil,
}: {
  readonly failedCount: number;
  readonly lockedUntil: Date | null;
}) {
  return { failed_count: failedCount, locked_until: lockedUntil };
}

async function renewHash(edge: Edge, accountId: string, stored: string, password: string): Promise<void> {
  const renewed = await hashPassword(password);
  await edge.services.db
    .updateTable('account')
    .set({ password_hash: renewed })
    .where('id', '=', accountId)
    .where('password_hash', '=', stored)
    .execute();
}
