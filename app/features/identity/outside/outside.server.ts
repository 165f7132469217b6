/**
 * Signing in by an outside identity. It opens the account it is linked to; a link is made by the account's person, who
 * gives the password again, or by the claim that the configuration names. No account is ever made from outside, and a
 * second factor is asked for like after a password.
 */
import type { Person } from '../../../kernel/actor.ts';
import { stranger } from '../../../kernel/actor.ts';
import { permitOwn, permitSystem } from '../../../kernel/permit.ts';
import type { Permit } from '../../../kernel/permit.ts';
import type { Result } from '../../../kernel/result.ts';
import { expectOk, ok, refuse } from '../../../kernel/result.ts';
import { act } from '../../../platform/command.server.ts';
import type { Context, Edge } from '../../../platform/command.server.ts';
import { logFault } from '../../../platform/reference.server.ts';
import type { Browser, SecondStep, SignedIn } from '../sign-in/sign-in.server.ts';
import { admit, lockAccount } from '../sign-in/sign-in.server.ts';
import { findStep, openStep, useStep } from '../sign-in/step.server.ts';
import type { OutsideRefusal } from './outside.ts';
import type { Checks, OutsideClaims, OutsideConfig } from './provider.server.ts';
import { askOutside, hearOutside } from './provider.server.ts';

export type SetOut = { readonly url: string; readonly token: string };

/** `linkTo` is the account that the identity shall be linked to; without it, it is a sign-in. */
export async function setOut(
  edge: Edge,
  { to, linkTo }: { readonly to: string; readonly linkTo?: string },
): Promise<Result<SetOut, OutsideRefusal>> {
  const { db, seal, config, clock } = edge.services;
  if (!config.oidc) return refuse({ kind: 'outside_off' });
  const asked = await askOutside(config, config.oidc).catch(failed);
  if (!asked) return refuse({ kind: 'outside_failed' });
  const facts = { ...asked.checks, to };
  const token = await openStep(db, seal, { kind: 'outside', accountId: linkTo ?? null, facts }, clock());
  return ok({ url: asked.url.href, token });
}

export type Returned =
  | { readonly kind: 'linked' }
  | { readonly kind: 'entered'; readonly outcome: SignedIn | SecondStep; readonly to: string };

type Coming = { readonly query: string; readonly stepToken: string | undefined };

/** The browser is back. What it brings is good once, and only in the browser that set out. */
export async function comeBack(
  edge: Edge,
  { query, stepToken }: Coming,
  browser: Browser,
): Promise<Result<Returned, OutsideRefusal>> {
  const { db, seal, config, clock } = edge.services;
  if (!config.oidc) return refuse({ kind: 'outside_off' });
  const step = await findStep(db, seal, { kind: 'outside', token: stepToken, now: clock() });
  if (!step || !(await useStep(db, step.id))) return refuse({ kind: 'step_gone' });
  const claims = await hearOutside(config, config.oidc, { query, checks: step.facts as Checks }).catch(failed);
  if (!claims) return refuse({ kind: 'outside_failed' });
  if (step.accountId !== null) return link(edge, step.accountId, claims);
  const outside = config.oidc;
  const entered = await act({ ...edge, actor: stranger }, (context) =>
    enter(context, edge, { outside, claims, browser }),
  );
  return entered.ok ? ok({ kind: 'entered', outcome: entered.value, to: step.facts['to'] ?? '/' }) : entered;
}

type Entering = { readonly outside: OutsideConfig; readonly claims: OutsideClaims; readonly browser: Browser };

async function enter(
  context: Context,
  edge: Edge,
  { outside, claims, browser }: Entering,
): Promise<Result<SignedIn | SecondStep, OutsideRefusal>> {
  const linked = await accountLinkedTo(context, claims);
  const accountId = linked ?? (await accountClaimed(context, edge, outside, claims));
  const account = await lockAccount(context, accountId);
  if (account?.state !== 'active' || !account.is_active) return refuse({ kind: 'outside_unknown' });
  if (linked === undefined) {
    const permit = permitSystem('account.link_outside', context.actor);
    if (!(await saveLink(context, account.id, { claims, permit }))) return refuse({ kind: 'outside_unknown' });
  }
  return ok(await admit(context, edge, { accountId: account.id, method: 'outside', isStrong: false }, browser));
}

/** By the person who is signed in; an identity that opens another account already opens no second. */
async function link(edge: Edge, accountId: string, claims: OutsideClaims): Promise<Result<Returned, OutsideRefusal>> {
  const { actor } = edge;
  if (actor.kind !== 'person' || actor.accountId !== accountId) return refuse({ kind: 'step_gone' });
  return act(edge, async (context) => {
    const permit = expectOk(permitOwn('account.link_outside', actor, actor.personId));
    const holder = await accountLinkedTo(context, claims);
    if (holder === accountId) return ok({ kind: 'linked' });
    if (holder !== undefined || !(await saveLink(context, accountId, { claims, permit }))) {
      return refuse({ kind: 'outside_taken' });
    }
    return ok({ kind: 'linked' });
  });
}

export async function unlink(edge: Edge, actor: Person): Promise<void> {
  await act(edge, async ({ tx, record }) => {
    const gone = await tx.deleteFrom('outside_identity').where('account_id', '=', actor.accountId).executeTakeFirst();
    const permit = expectOk(permitOwn('account.unlink_outside', actor, actor.personId));
    const subject = { kind: 'account', id: actor.accountId };
    if (gone.numDeletedRows > 0n) await record({ permit, kind: 'account.unlinked_outside', subject });
    return ok();
  });
}

async function accountLinkedTo({ tx }: Context, { issuer, subject }: OutsideClaims): Promise<string | undefined> {
  const row = await tx
    .selectFrom('outside_identity')
    .select('account_id')
    .where('issuer', '=', issuer)
    .where('subject', '=', subject)
    .executeTakeFirst();
  return row?.account_id;
}

async function accountClaimed(
  { tx }: Context,
  edge: Edge,
  { linkBy }: OutsideConfig,
  { username, email }: OutsideClaims,
): Promise<string | undefined> {
  const accounts = tx.selectFrom('account as a').innerJoin('person as p', 'p.id', 'a.person_id').select('a.id');
  if (linkBy === 'username' && username !== undefined) {
    return (await accounts.where('a.username', '=', username.toLowerCase()).executeTakeFirst())?.id;
  }
  if (linkBy === 'email' && email !== undefined) {
    const lookup = edge.services.seal.lookup('person.email', email.toLowerCase());
    return (await accounts.where('p.email_lookup', '=', lookup).executeTakeFirst())?.id;
  }
  return undefined;
}

type Linking = { readonly claims: OutsideClaims; readonly permit: Permit };

/** One identity of an issuer per account: a second one with the same name or address is somebody else's. */
async function saveLink(
  { tx, now, record }: Context,
  accountId: string,
  { claims, permit }: Linking,
): Promise<boolean> {
  const { issuer, subject } = claims;
  const other = await tx
    .selectFrom('outside_identity')
    .select('subject')
    .where('account_id', '=', accountId)
    .where('issuer', '=', issuer)
    .executeTakeFirst();
  if (other) return false;
  const row = { issuer, subject, account_id: accountId, linked_at: now };
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('outside_identity')
    .values(row)
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (numInsertedOrUpdatedRows !== 1n) return false;
  await record({
    permit,
    kind: 'account.linked_outside',
    subject: { kind: 'account', id: accountId },
    after: { issuer },
  });
  return true;
}

/** Only what went wrong: the error itself carries codes and answers of the provider. */
function failed(fault: unknown): undefined {
  const cause = fault instanceof Error && fault.cause instanceof Error ? `: ${fault.cause.message}` : '';
  logFault(`outside sign-in: ${fault instanceof Error ? fault.message : 'failed'}${cause}`);
  return undefined;
}
