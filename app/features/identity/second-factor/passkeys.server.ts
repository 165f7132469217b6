/**
 * Passkeys (WebAuthn). The device checks its owner each time, so one is both factors at once: it signs in alone, and an
 * administrator's role is awake afterwards. Each challenge is kept sealed, for minutes, and used once.
 */
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import type { Kysely } from 'kysely';
import { stranger } from '../../../kernel/actor.ts';
import type { Person } from '../../../kernel/actor.ts';
import type { NotThere, Result } from '../../../kernel/result.ts';
import { notThere, ok, refuse } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Context, Edge } from '../../../platform/command.server.ts';
import type { Config } from '../../../platform/config.server.ts';
import type { DB } from '../../../platform/db-types.ts';
import { newId } from '../../../platform/id.server.ts';
import type { Browser, SignedIn } from '../sign-in/sign-in.server.ts';
import { beginSession, lockAccount } from '../sign-in/sign-in.server.ts';
import { findStep, openStep, useStep } from '../sign-in/step.server.ts';
import type { FactorNeeded } from './enrol.server.ts';
import { isAdministrator, ownEvent, raiseSession } from './enrol.server.ts';

export type PasskeyFailed = { readonly kind: 'passkey_failed' };

/** What the page hands to the browser, and the token that comes back with its answer. */
export type Challenge = { readonly options: string; readonly step: string };
export type Answer = { readonly step: string | undefined; readonly response: string };

/** The site a passkey belongs to: never taken from the request. */
function site({ publicUrl, port }: Config) {
  const { origin, hostname } = new URL(publicUrl ?? `http://localhost:${port}`);
  return { origin, id: hostname };
}

export async function beginPasskey(edge: Edge, actor: Person): Promise<Challenge> {
  const { db, seal, config, clock } = edge.services;
  const account = await db
    .selectFrom('account')
    .select('username')
    .where('id', '=', actor.accountId)
    .executeTakeFirstOrThrow();
  const own = await db
    .selectFrom('passkey')
    .select('credential_id')
    .where('account_id', '=', actor.accountId)
    .execute();
  const options = await generateRegistrationOptions({
    rpName: site(config).id,
    rpID: site(config).id,
    userName: account.username,
    userDisplayName: actor.name,
    userID: new Uint8Array(Buffer.from(actor.accountId)),
    attestationType: 'none',
    excludeCredentials: own.map((passkey) => ({ id: passkey.credential_id })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  const given = { kind: 'passkey_add', accountId: actor.accountId, facts: { challenge: options.challenge } } as const;
  return { options: JSON.stringify(options), step: await openStep(db, seal, given, clock()) };
}

type Adding = Answer & { readonly name: string; readonly sessionId: string | undefined };

export async function addPasskey(edge: Edge, actor: Person, given: Adding): Promise<Result<undefined, PasskeyFailed>> {
  const { db, seal, config, clock } = edge.services;
  const step = await findStep(db, seal, { kind: 'passkey_add', token: given.step, now: clock() });
  const response = read<RegistrationResponseJSON>(given.response);
  if (step?.accountId !== actor.accountId || !response) return refuse({ kind: 'passkey_failed' });
  const verified = await verifyRegistrationResponse({
    response,
    expectedChallenge: step.facts['challenge'] ?? '',
    expectedOrigin: site(config).origin,
    expectedRPID: site(config).id,
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return refuse({ kind: 'passkey_failed' });
  const { credential } = verified.registrationInfo;
  return act(edge, async ({ tx, now, record }) => {
    if (!(await useStep(tx, step.id))) return refuse({ kind: 'passkey_failed' });
    const name = given.name.trim().slice(0, 80);
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('passkey')
      .values({
        id: newId(),
        account_id: actor.accountId,
        credential_id: credential.id,
        public_key: Buffer.from(credential.publicKey),
        counter: credential.counter,
        transports: [...(credential.transports ?? [])],
        name,
        created_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return refuse({ kind: 'passkey_failed' });
    if (given.sessionId) await raiseSession(tx, actor.accountId, given.sessionId);
    await record(ownEvent(actor, 'account.passkey_added', { name }));
    return ok();
  });
}

/** For whoever stands before the sign-in page: the device offers the passkeys it has. */
export async function challengePasskey(edge: Edge): Promise<Challenge> {
  const { db, seal, config, clock } = edge.services;
  const options = await generateAuthenticationOptions({ rpID: site(config).id, userVerification: 'required' });
  const given = { kind: 'passkey_sign_in', accountId: null, facts: { challenge: options.challenge } } as const;
  return { options: JSON.stringify(options), step: await openStep(db, seal, given, clock()) };
}

export async function signInByPasskey(
  edge: Edge,
  given: Answer,
  browser: Browser,
): Promise<Result<SignedIn, PasskeyFailed>> {
  const { db, seal, clock } = edge.services;
  const step = await findStep(db, seal, { kind: 'passkey_sign_in', token: given.step, now: clock() });
  const response = read<AuthenticationResponseJSON>(given.response);
  if (!step || !response || !(await useStep(db, step.id))) return refuse({ kind: 'passkey_failed' });
  return act({ ...edge, actor: stranger }, (context) =>
    conclude(context, edge, { response, challenge: step.facts['challenge'] ?? '', browser }),
  );
}

type Concluding = {
  readonly response: AuthenticationResponseJSON;
  readonly challenge: string;
  readonly browser: Browser;
};

async function conclude(
  context: Context,
  edge: Edge,
  { response, challenge, browser }: Concluding,
): Promise<Result<SignedIn, PasskeyFailed>> {
  const { tx, now } = context;
  const passkey = await tx
    .selectFrom('passkey')
    .selectAll()
    .where('credential_id', '=', response.id)
    .forUpdate()
    .executeTakeFirst();
  const account = await lockAccount(context, passkey?.account_id);
  // A lock answers guessed passwords; a passkey cannot be guessed, so nobody is locked out by others' guesses.
  if (!passkey || account?.state !== 'active' || !account.is_active) return refuse({ kind: 'passkey_failed' });
  const { credential_id: id, public_key, counter } = passkey;
  const verified = await verifyAuthenticationResponse({
    response,
    expectedChallenge: challenge,
    expectedOrigin: site(edge.services.config).origin,
    expectedRPID: site(edge.services.config).id,
    credential: { id, publicKey: new Uint8Array(public_key), counter },
    requireUserVerification: true,
  }).catch(() => undefined);
  if (!verified?.verified) return refuse({ kind: 'passkey_failed' });
  const used = { counter: verified.authenticationInfo.newCounter, last_used_at: now };
  await tx.updateTable('passkey').set(used).where('id', '=', passkey.id).execute();
  const admission = { accountId: account.id, method: 'passkey', isStrong: true } as const;
  return ok(await beginSession(context, edge, admission, browser));
}

/** Asked for by somebody who has just given their password again. An administrator keeps one factor. */
export async function removePasskey(
  context: Context,
  actor: Person,
  passkeyId: string,
): Promise<Result<undefined, FactorNeeded | NotThere>> {
  const { tx, record } = context;
  const account = await lockAccount(context, actor.accountId);
  const own = await ownPasskeys(tx, actor);
  const passkey = own.find((one) => one.id === passkeyId);
  if (!passkey) return refuse(notThere);
  const isLast = own.length === 1 && !account?.totp_confirmed_at;
  if (isLast && (await isAdministrator(context, actor))) return refuse({ kind: 'factor_needed_by_administrator' });
  await tx.deleteFrom('passkey').where('id', '=', passkeyId).execute();
  await record(ownEvent(actor, 'account.passkey_removed', { name: passkey.name }));
  return ok();
}

export type OwnPasskey = {
  readonly id: string;
  readonly name: string;
  readonly createdAt: Date;
  readonly lastUsedAt: Date | null;
};

export async function ownPasskeys(db: Kysely<DB>, actor: Person): Promise<readonly OwnPasskey[]> {
  const rows = await db
    .selectFrom('passkey')
    .select(['id', 'name', 'created_at', 'last_used_at'])
    .where('account_id', '=', actor.accountId)
    .orderBy('created_at')
    .execute();
  return rows.map(({ id, name, created_at, last_used_at }) => ({
    id,
    name,
    createdAt: created_at,
    lastUsedAt: last_used_at,
  }));
}

/** The verifier looks into it; here it only has to be an object of sane size. */
function read<Response extends object>(text: string): Response | undefined {
  if (text.length > 20_000) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'id' in value ? (value as Response) : undefined;
  } catch {
    return undefined;
  }
}
