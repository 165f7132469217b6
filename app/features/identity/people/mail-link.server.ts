/** A one-time link by mail, to whoever's address the system holds; asked for by an administrator or by the person. */
import { permitSystem } from '../../../kernel/permit.ts';
import type { Result } from '../../../kernel/result.ts';
import { ok } from '../../../kernel/result.ts';
import type { Context } from '../../../platform/command.server.ts';
import { queueMail } from '../../../platform/mail.server.ts';
import type { Services } from '../../../platform/services.server.ts';
import { createInvitation } from '../password/invitation.server.ts';
import { linkLetter } from '../text.ts';

export type Addressee = { readonly personId: string; readonly name: string; readonly username: string };

/** `path` of the link; the letter needs the whole address, so PUBLIC_URL or the one the product serves at. */
export async function mailLink(
  context: Context,
  services: Services,
  to: Addressee & { readonly email: string },
  link: string,
): Promise<void> {
  const { personId, name, username, email } = to;
  await queueMail(context, services, { personId, to: email, ...linkLetter(name, username, link) });
}

/** Never from the request: its Host header is the sender's word, and a link must not lead where they want. */
export function wholeAddress({ config }: Services, path: string): string {
  return `${config.publicUrl ?? `http://localhost:${config.port}`}${path}`;
}

/** For the screen of whoever sent the request: their own browser's address will do. */
export function shownAddress({ config }: Services, request: Request, path: string): string {
  return `${config.publicUrl ?? new URL(request.url).origin}${path}`;
}

/**
 * For whoever forgot a password: always the same answer, whether the address is known or not. One that is known gets a
 * letter; the old password stays good until a new one is set.
 */
export async function askForLink(context: Context, services: Services, email: string): Promise<Result<undefined>> {
  const { tx } = context;
  const found = await tx
    .selectFrom('person as p')
    .innerJoin('account as a', 'a.person_id', 'p.id')
    .select(['p.id', 'p.full_name', 'p.unit_id', 'a.id as account_id', 'a.username', 'a.state'])
    .where('p.email_lookup', '=', services.seal.lookup('person.email', email.trim().toLowerCase()))
    .where('p.is_active', '=', true)
    .where('a.state', '<>', 'disabled')
    .executeTakeFirst();
  if (!found) return ok();
  const purpose = found.state === 'invited' ? 'first_password' : 'reset_password';
  const path = await createInvitation(context, { accountId: found.account_id, purpose, createdBy: null });
  await context.record({
    permit: permitSystem('account.ask_link', context.actor),
    kind: 'account.invited',
    subject: { kind: 'account', id: found.account_id },
    unitId: found.unit_id,
    after: { purpose, by: 'mail' },
  });
  const to = { personId: found.id, name: found.full_name, username: found.username, email: email.trim().toLowerCase() };
  await mailLink(context, services, to, wholeAddress(services, path));
  return ok();
}
