import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { freshDatabase } from '../../tests/database.ts';
import { contextFor } from '../../tests/world.ts';
import { folderMailer, queueMail, sendQueuedMail, smtpMailer, sweepMail } from './mail.server.ts';
import { createSeal } from './seal.server.ts';
import type { Services } from './services.server.ts';

const database = await freshDatabase();
after(() => database.drop());
const services = { db: database.db, seal: createSeal(new Uint8Array(32)), clock: () => new Date() } as Services;
const system = { kind: 'system', name: 'job' } as const;
const letter = { to: 'mau@vi-du.invalid', subject: 'Thử gửi', text: 'Số liệu đã được xác nhận.', personId: null };

const queue = (at?: Date) =>
  database.db.transaction().execute((tx) => queueMail(contextFor(tx, system, at), services, letter));
const rowOf = (id: string) =>
  database.db.selectFrom('outgoing_mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

test('without a server letters become files that a mail reader opens, once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'mail-'));
  const id = await queue();
  const mailer = folderMailer(folder, 'thi-dua@vi-du.invalid');
  await sendQueuedMail(services, mailer, id);
  await sendQueuedMail(services, mailer, id);
  assert.deepEqual(readdirSync(folder), [`${id}.eml`]);
  assert.match(readFileSync(join(folder, `${id}.eml`), 'utf8'), /^To: mau@vi-du\.invalid$/m);
  assert.equal((await rowOf(id)).state, 'sent');
});

test('a real server receives the letter', async () => {
  const received: string[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, _session, done) => {
      stream.setEncoding('utf8').on('data', (chunk: string) => received.push(chunk));
      stream.on('end', () => done());
    },
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.server.address() as AddressInfo;
  await sendQueuedMail(services, smtpMailer(`smtp://127.0.0.1:${port}`, 'thi-dua@vi-du.invalid'), await queue());
  await new Promise<void>((closed) => server.close(() => closed()));
  assert.match(received.join(''), /Subject: =\?UTF-8\?/);
});

test('what cannot be sent stays queued with the reason, and is given up after eight times', async () => {
  const id = await queue();
  const nowhere = smtpMailer('smtp://127.0.0.1:1', 'thi-dua@vi-du.invalid');
  await assert.rejects(sendQueuedMail(services, nowhere, id), /ECONNREFUSED/);
  const once = await rowOf(id);
  assert.deepEqual([once.state, once.attempts], ['queued', 1]);
  assert.match(once.last_error ?? '', /ECONNREFUSED/);
  for (let n = 2; n <= 8; n += 1) await assert.rejects(sendQueuedMail(services, nowhere, id));
  assert.equal((await rowOf(id)).state, 'failed');
});

test('a sweep finds the letter that lost its job', async () => {
  const id = await queue(new Date(Date.now() - 3 * 3_600_000));
  const sent = await database.db.transaction().execute(async (tx) => {
    const context = contextFor(tx, system, new Date());
    await sweepMail(context);
    return context.sent;
  });
  assert.deepEqual(
    sent.map((job) => job.data['mailId']),
    [id],
  );
});
