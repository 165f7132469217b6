/** Letters given up after many tries, and sending one again. Whom it goes to is named; the address stays sealed. */
import type { Actor } from '../../kernel/actor.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { isAllowed, permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Database } from '../../platform/db.server.ts';
import { askedId } from '../../platform/id.server.ts';
import { provincePath } from './province.server.ts';
import { rights } from './rights.ts';

export type FailedLetter = {
  readonly id: string;
  readonly subject: string;
  readonly to: string | null;
  readonly writtenAt: Date;
  readonly attempts: number;
  readonly reason: string | null;
};

export async function failedMail(db: Database, actor: Actor): Promise<readonly FailedLetter[]> {
  if (!isAllowed(rights, 'mail.resend', actor, await provincePath(db))) return [];
  return db
    .selectFrom('outgoing_mail as m')
    .leftJoin('person as p', 'p.id', 'm.person_id')
    .select(['m.id', 'm.subject', 'm.attempts', 'm.created_at as writtenAt'])
    .select(['m.last_error as reason', 'p.full_name as to'])
    .where('m.state', '=', 'failed')
    .orderBy('m.created_at', 'desc')
    .limit(100)
    .execute();
}

/** As if it were new: all its tries again. Pressed twice it is sent once. */
export async function resendMail(
  context: Context,
  mailId: string,
): Promise<Result<undefined, PermitRefusal | NotThere>> {
  const { tx, actor, record, enqueue } = context;
  const permit = permitTo(rights, 'mail.resend', actor, await provincePath(tx));
  if (!permit.ok) return permit;
  const given = await tx
    .updateTable('outgoing_mail')
    .set({ state: 'queued', attempts: 0 })
    .where('id', '=', askedId(mailId))
    .where('state', '=', 'failed')
    .returning(['id', 'person_id'])
    .executeTakeFirst();
  if (!given) return refuse(notThere);
  await enqueue({ kind: 'mail.send', data: { mailId: given.id } });
  const subject = { kind: 'mail', id: given.id };
  await record({ permit: permit.value, kind: 'mail.resent', subject, after: { person_id: given.person_id } });
  return ok();
}
