/**
 * Mail going out. A letter is queued in the transaction of what it is about, sealed at rest, and sent by a job: by SMTP
 * when configured, else into a folder of .eml files that any mail reader opens.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createTransport } from 'nodemailer';
import { sql } from 'kysely';
import type { Context } from './command.server.ts';
import type { Config } from './config.server.ts';
import { newId } from './id.server.ts';
import type { Services } from './services.server.ts';

export type Letter = { readonly to: string; readonly subject: string; readonly text: string };
export type Mailer = { readonly send: (id: string, letter: Letter) => Promise<void> };

export function createMailer(config: Config): Mailer {
  return config.mail.smtpUrl
    ? smtpMailer(config.mail.smtpUrl, config.mail.from)
    : folderMailer(join(config.dataDir, 'mail'), config.mail.from);
}

export function smtpMailer(url: string, from: string): Mailer {
  const transport = createTransport(url, { from });
  return { send: async (id, letter) => void (await transport.sendMail({ ...letter, messageId: messageId(id, from) })) };
}

/** A file appears whole or not at all: written beside, then renamed. */
export function folderMailer(folder: string, from: string): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'unix' }, { from });
  return {
    send: async (id, letter) => {
      const { message } = await transport.sendMail({ ...letter, messageId: messageId(id, from) });
      await mkdir(folder, { recursive: true });
      const path = join(folder, `${id}.eml`);
      await writeFile(`${path}.part`, message as Buffer);
      await rename(`${path}.part`, path);
    },
  };
}

// The same letter sent twice carries the same id, so that the receiving side can tell.
function messageId(id: string, from: string): string {
  return `<${id}@${from.split('@').at(-1)?.replace(/>$/, '') ?? 'localhost'}>`;
}

export async function queueMail(
  context: Context,
  services: Services,
  letter: Letter & { readonly personId: string | null },
): Promise<string> {
  const id = newId();
  await context.tx
    .insertInto('outgoing_mail')
    .values({
      id,
      person_id: letter.personId,
      address_sealed: services.seal.seal('mail.address', letter.to),
      subject: letter.subject,
      body_sealed: services.seal.seal('mail.body', letter.text),
      state: 'queued',
      created_at: context.now,
    })
    .execute();
  await context.enqueue({ kind: 'mail.send', data: { mailId: id } });
  return id;
}

const maxAttempts = 8;

/** At least once: the row is marked after the sending. Throws when sending failed, so that the queue tries again. */
export async function sendQueuedMail(services: Services, mailer: Mailer, mailId: string): Promise<void> {
  const { db, seal, clock } = services;
  const mail = await db
    .selectFrom('outgoing_mail')
    .selectAll()
    .where('id', '=', mailId)
    .where('state', '=', 'queued')
    .executeTakeFirst();
  if (!mail) return;
  try {
    const to = seal.open('mail.address', mail.address_sealed);
    await mailer.send(mail.id, { to, subject: mail.subject, text: seal.open('mail.body', mail.body_sealed) });
  } catch (fault) {
    const state = mail.attempts + 1 >= maxAttempts ? 'failed' : 'queued';
    await db
      .updateTable('outgoing_mail')
      .set({ attempts: mail.attempts + 1, last_error: said(fault), state })
      .where('id', '=', mailId)
      .execute();
    throw fault;
  }
  await db
    .updateTable('outgoing_mail')
    .set({ state: 'sent', sent_at: clock(), last_error: null })
    .where('id', '=', mailId)
    .execute();
}

/** Finds letters that lost their job: queued for longer than any pause between tries. */
export async function sweepMail(context: Context): Promise<number> {
  const lost = await context.tx
    .selectFrom('outgoing_mail')
    .select('id')
    .where('state', '=', 'queued')
    .where('created_at', '<', sql<Date>`${context.now}::timestamptz - interval '2 hours'`)
    .limit(500)
    .execute();
  for (const { id } of lost) await context.enqueue({ kind: 'mail.send', data: { mailId: id }, key: id });
  return lost.length;
}

function said(fault: unknown): string {
  return (fault instanceof Error ? fault.message : String(fault)).slice(0, 500);
}
