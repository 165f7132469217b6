/**
 * Putting a second factor on one's own account and taking it off. A secret counts only after a code made with it was
 * given back; recovery codes come with it. Administrators keep at least one factor.
 */
import type { Person } from '../../../kernel/actor.ts';
import { permitOwn } from '../../../kernel/permit.ts';
import type { Result } from '../../../kernel/result.ts';
import { expectOk, ok, refuse } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import type { Seal } from '../../../platform/seal.server.ts';
import { holdingsInForce } from '../session/load-actor.server.ts';
import { newRecoveryCodes } from './recovery-codes.server.ts';
import { acceptedStep, newTotpSecret } from './totp.server.ts';

export const totpPurpose = 'account.totp_secret';

export type AlreadySet = { readonly kind: 'factor_already_set' };
export type WrongCode = { readonly kind: 'wrong_code' };
export type FactorNeeded = { readonly kind: 'factor_needed_by_administrator' };

/** The secret to scan; asked again before it is confirmed, the same one. */
export async function beginTotp({ tx }: Context, seal: Seal, actor: Person): Promise<Result<string, AlreadySet>> {
  const account = await ownAccount(tx, actor);
  if (account.totp_confirmed_at) return refuse({ kind: 'factor_already_set' });
  if (account.totp_secret_sealed) return ok(seal.open(totpPurpose, account.totp_secret_sealed));
  const secret = newTotpSecret();
  const totp_secret_sealed = seal.seal(totpPurpose, secret);
  await tx.updateTable('account').set({ totp_secret_sealed }).where('id', '=', actor.accountId).execute();
  return ok(secret);
}

type Confirm = { readonly actor: Person; readonly code: string; readonly sessionId: string | undefined };

/** The recovery codes; the session it was done in has its second factor from now on. */
export async function confirmTotp(
  { tx, now, record }: Context,
  seal: Seal,
  { actor, code, sessionId }: Confirm,
): Promise<Result<readonly string[], AlreadySet | WrongCode>> {
  const account = await ownAccount(tx, actor);
  if (account.totp_confirmed_at) return refuse({ kind: 'factor_already_set' });
  if (!account.totp_secret_sealed) return refuse({ kind: 'wrong_code' });
  const step = acceptedStep(seal.open(totpPurpose, account.totp_secret_sealed), code, now, null);
  if (step === undefined) return refuse({ kind: 'wrong_code' });
  const confirmed = { totp_confirmed_at: now, totp_last_step: step };
  await tx.updateTable('account').set(confirmed).where('id', '=', actor.accountId).execute();
  if (sessionId) await raiseSession(tx, actor.accountId, sessionId);
  await record(ownEvent(actor, 'account.second_factor_set'));
  return ok(await newRecoveryCodes(tx, actor.accountId));
}

/** Asked for by somebody who has just given their password again. */
export async function removeTotp(context: Context, actor: Person): Promise<Result<undefined, FactorNeeded>> {
  const { tx, record } = context;
  const account = await ownAccount(tx, actor);
  if (!account.totp_confirmed_at) return ok();
  if ((await isAdministrator(context, actor)) && !(await hasPasskey(context, actor))) {
    return refuse({ kind: 'factor_needed_by_administrator' });
  }
  await clearTotp(context, actor.accountId);
  await record(ownEvent(actor, 'account.second_factor_removed'));
  return ok();
}

export async function clearTotp({ tx }: Context, accountId: string): Promise<void> {
  const none = { totp_secret_sealed: null, totp_confirmed_at: null, totp_last_step: null };
  await tx.updateTable('account').set(none).where('id', '=', accountId).execute();
  await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
}

/** New codes in place of all old ones; only where there is a factor to recover. */
export async function renewRecoveryCodes(
  { tx, record }: Context,
  actor: Person,
): Promise<Result<readonly string[], WrongCode>> {
  const account = await ownAccount(tx, actor);
  if (!account.totp_confirmed_at) return refuse({ kind: 'wrong_code' });
  await record(ownEvent(actor, 'account.recovery_codes_renewed'));
  return ok(await newRecoveryCodes(tx, actor.accountId));
}

export async function raiseSession(tx: Context['tx'], accountId: string, sessionId: string): Promise<void> {
  await tx
    .updateTable('session')
    .set({ has_second_factor: true })
    .where('id', '=', sessionId)
    .where('account_id', '=', accountId)
    .execute();
}

/** Whatever this session may do now: the role counts even while it sleeps for want of a factor. */
export async function isAdministrator({ tx }: Context, actor: Person): Promise<boolean> {
  const holdings = await holdingsInForce(tx, actor.personId);
  return holdings.some((holding) => holding.role === 'administrator');
}

async function hasPasskey({ tx }: Context, actor: Person): Promise<boolean> {
  const found = await tx
    .selectFrom('passkey')
    .select('id')
    .where('account_id', '=', actor.accountId)
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

function ownAccount(tx: Context['tx'], actor: Person) {
  return tx
    .selectFrom('account')
    .select(['totp_secret_sealed', 'totp_confirmed_at'])
    .where('id', '=', actor.accountId)
    .forUpdate()
    .executeTakeFirstOrThrow();
}

type OwnEventKind =
  | 'account.second_factor_set'
  | 'account.second_factor_removed'
  | 'account.recovery_codes_renewed'
  | 'account.passkey_added'
  | 'account.passkey_removed';

export function ownEvent(actor: Person, kind: OwnEventKind, after?: unknown) {
  return {
    permit: expectOk(permitOwn(kind, actor, actor.personId)),
    kind,
    subject: { kind: 'account', id: actor.accountId },
    unitId: actor.homeUnitId,
    after,
  };
}
