/** Messages in the product: made once per event and person by a job, read and put away by their owner. */
import { sql } from 'kysely';
import { plainDateIn } from '../../kernel/calendar.ts';
import { permitOwn } from '../../kernel/permit.ts';
import type { NotAllowed } from '../../kernel/permit.ts';
import type { Result } from '../../kernel/result.ts';
import { ok } from '../../kernel/result.ts';
import type { Actor, Person } from '../../kernel/actor.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Database } from '../../platform/db.server.ts';
import { newId } from '../../platform/id.server.ts';
import { queueMail } from '../../platform/mail.server.ts';
import type { Services } from '../../platform/services.server.ts';
import { readSettings } from '../../platform/settings.server.ts';
import { digestReaders } from '../urging/choice.server.ts';
import { audienceOf } from './audience.server.ts';
import type { MessageFacts, Told } from './message.ts';
import { messagesPerPage } from './message.ts';
import { letterText } from './text.ts';

/** The entries of one deed. Run twice it tells nobody twice: a message is one per entry and person. */
export async function followEntries(
  context: Context,
  services: Services,
  entryIds: readonly string[],
): Promise<number> {
  const { tx, now } = context;
  const entries = await tx
    .selectFrom('record_entry')
    .select(['id', 'kind', 'subject_id', 'actor_id'])
    .where(sql<boolean>`id = any(${[...entryIds]}::uuid[])`)
    .orderBy('id')
    .execute();
  const kinds = new Map(entries.map(({ id, kind }) => [id, kind]));
  let heard = 0;
  for (const told of await audienceOf(tx, entries, plainDateIn(now)))
    heard += await tell(context, services, { ...told, kind: kinds.get(told.entryId) ?? '' });
  return heard;
}

async function tell(context: Context, services: Services, told: Told & { readonly kind: string }): Promise<number> {
  if (told.people.length === 0) return 0;
  const { tx, now } = context;
  const rows = told.people.map((personId) => ({
    id: newId(),
    person_id: personId,
    entry_id: told.entryId,
    kind: told.kind,
    facts: JSON.stringify(told.facts),
    link: told.link,
    created_at: now,
  }));
  const added = await tx
    .insertInto('message')
    .values(rows)
    .onConflict((conflict) => conflict.doNothing())
    .returning('person_id')
    .execute();
  const { mail_on_messages } = await readSettings(tx);
  if (mail_on_messages)
    await mailTo(
      context,
      services,
      added.map((row) => row.person_id),
      told.facts,
      told.link,
    );
  return added.length;
}

async function mailTo(
  context: Context,
  services: Services,
  people: readonly string[],
  facts: MessageFacts,
  link: string,
): Promise<void> {
  const readers = await readersOf(context.tx, people, facts);
  if (readers.length === 0) return;
  const known = await context.tx
    .selectFrom('person')
    .select(['id', 'email_sealed'])
    .where('id', 'in', readers)
    .where('email_sealed', 'is not', null)
    .execute();
  const base = services.config.publicUrl ?? `http://localhost:${services.config.port}`;
  for (const { id, email_sealed } of known) {
    if (!email_sealed) continue;
    const to = services.seal.open('person.email', email_sealed);
    await queueMail(context, services, { to, personId: id, ...letterText(facts, { base, link }) });
  }
}

/** Without those who want the daily digest in the product only. */
async function readersOf(db: Database, people: readonly string[], facts: MessageFacts): Promise<readonly string[]> {
  return facts.about === 'duties' && facts.why === 'digest' ? digestReaders(db, people) : people;
}

export async function messagesPage(db: Database, actor: Person, page: number) {
  const mine = db.selectFrom('message').where('person_id', '=', actor.personId);
  const { total } = await mine.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await mine
    .select(['id', 'facts', 'link', 'created_at', 'read_at'])
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(messagesPerPage)
    .offset((page - 1) * messagesPerPage)
    .execute();
  return { total, rows: rows.map((row) => ({ ...row, facts: row.facts as unknown as MessageFacts })) };
}

export async function unreadCount(db: Database, actor: Actor): Promise<number> {
  if (actor.kind !== 'person') return 0;
  const row = await db
    .selectFrom('message')
    .select((eb) => eb.fn.countAll<number>().as('unread'))
    .where('person_id', '=', actor.personId)
    .where('read_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.unread;
}

/** Reading one's messages is nobody else's business and leaves no record. Marks all, or the one named. */
export async function markRead(context: Context, messageId: string | null): Promise<Result<undefined, NotAllowed>> {
  const { tx, actor, now } = context;
  const personId = actor.kind === 'person' ? actor.personId : '';
  const permit = permitOwn('message.read', actor, personId);
  if (!permit.ok) return permit;
  const unread = tx
    .updateTable('message')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null);
  await (messageId ? unread.where('id', '=', messageId) : unread).execute();
  return ok();
}
