/**
 * The second step of signing in: a code of the telephone or a recovery code. Wrong codes count with wrong passwords, so
 * that six digits cannot be guessed; a right one can be used once.
 */
import { stranger } from '../../../kernel/actor.ts';
import { permitSystem } from '../../../kernel/permit.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok, refuse } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Context, Edge } from '../../../platform/command.server.ts';
import type { SignInMethod } from '../session/session.server.ts';
import { isLocked } from '../sign-in/lock.ts';
import type { Brake } from '../sign-in/rate.server.ts';
import { brakeSignIn, releaseSignIn } from '../sign-in/rate.server.ts';
import type { Browser, LockedAccount, SignedIn } from '../sign-in/sign-in.server.ts';
import { attemptsRow, beginSession, lockAccount, recordFailure } from '../sign-in/sign-in.server.ts';
import { findStep, useStep } from '../sign-in/step.server.ts';
import { noFailures } from '../sign-in/lock.ts';
import { totpPurpose } from './enrol.server.ts';
import { useRecoveryCode } from './recovery-codes.server.ts';
import { acceptedStep } from './totp.server.ts';

export type StepGone = { readonly kind: 'step_gone' };
export type WrongCode = { readonly kind: 'wrong_code' };

type Given = { readonly stepToken: string | undefined; readonly code: string };

export async function giveSecondFactor(
  edge: Edge,
  given: Given,
  browser: Browser,
): Promise<Result<SignedIn, StepGone | WrongCode | Brake>> {
  const who = { address: edge.address, name: `step ${given.stepToken ?? ''}` };
  const brake = await brakeSignIn(who);
  if (brake) return refuse(brake);
  const concluded = await act({ ...edge, actor: stranger }, (context) => conclude(context, edge, given, browser));
  if (!concluded.ok) return concluded;
  if (!concluded.value) return refuse({ kind: 'wrong_code' });
  await releaseSignIn(who);
  return concluded.value;
}

/** Undefined for a wrong code: the failure is kept, so it cannot be a refusal that rolls back. */
async function conclude(context: Context, edge: Edge, { stepToken, code }: Given, browser: Browser) {
  const { tx, now } = context;
  const { seal } = edge.services;
  const step = await findStep(tx, seal, { kind: 'second_factor', token: stepToken, now });
  const account = step && (await lockAccount(context, step.accountId ?? undefined));
  if (!step || account?.state !== 'active' || !account.is_active || isLocked(account, now)) {
    return refuse({ kind: 'step_gone' });
  }
  if (!(await isRightCode(context, edge, account, code))) {
    await recordFailure(context, account, '');
    return ok(undefined);
  }
  if (!(await useStep(tx, step.id))) return refuse({ kind: 'step_gone' });
  await tx.updateTable('account').set(attemptsRow(noFailures)).where('id', '=', account.id).execute();
  const method = step.facts['method'] as SignInMethod;
  return ok(ok(await beginSession(context, edge, { accountId: account.id, method, isStrong: true }, browser)));
}

async function isRightCode(context: Context, edge: Edge, account: LockedAccount, code: string): Promise<boolean> {
  const { tx, now, record } = context;
  if (account.totp_secret_sealed && account.totp_confirmed_at) {
    const secret = edge.services.seal.open(totpPurpose, account.totp_secret_sealed);
    const step = acceptedStep(secret, code, now, account.totp_last_step);
    if (step !== undefined) {
      await tx.updateTable('account').set({ totp_last_step: step }).where('id', '=', account.id).execute();
      return true;
    }
  }
  if (!(await useRecoveryCode(tx, account.id, code, now))) return false;
  const permit = permitSystem('account.use_recovery_code', context.actor);
  const subject = { kind: 'account', id: account.id };
  await record({ permit, kind: 'account.recovery_code_used', subject, unitId: account.unit_id });
  return true;
}
