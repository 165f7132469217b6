/**
 * Jobs by pg-boss: put in the queue inside the business transaction, run by workers of any process, kept over
 * restarts, tried again with growing pauses. Handlers must bear being run twice.
 */
import type { Kysely, Transaction } from 'kysely';
import { CompiledQuery } from 'kysely';
import type { Db } from 'pg-boss';
import { PgBoss } from 'pg-boss';
import type { DB } from './db-types.ts';
import type { Job, JobKind } from './jobs.ts';
import { jobKinds } from './jobs.ts';

export type JobSender = { readonly send: (tx: Transaction<DB>, job: Job) => Promise<void> };
export type JobHandler = (data: Readonly<Record<string, string>>, jobId: string) => Promise<void>;
export type JobHandlers = Readonly<Record<JobKind, JobHandler>>;

const retries = {
  retryLimit: 8,
  retryDelay: 5,
  retryBackoff: true,
  retryDelayMax: 3600,
  expireInSeconds: 1800,
} as const;

function dbOver(db: Kysely<DB>): Db {
  return {
    executeSql: async (text, values = []) => ({
      rows: [...(await db.executeQuery(CompiledQuery.raw(text, [...values]))).rows],
    }),
  };
}

export function createJobSender(db: Kysely<DB>): JobSender {
  const boss = new PgBoss({ db: dbOver(db), migrate: false });
  return {
    send: async (tx, job) => {
      await boss.send(
        job.kind,
        { ...job.data },
        { ...retries, ...(job.key && { singletonKey: job.key }), db: dbOver(tx) },
      );
    },
  };
}

export type Workers = { readonly stop: () => Promise<void> };

/** `schedules` are cron lines in the province's time zone; a failed handler is tried again, then kept as failed. */
export async function startWorkers(options: {
  readonly url: string;
  readonly handlers: JobHandlers;
  readonly schedules: Readonly<Partial<Record<JobKind, string>>>;
  readonly timeZone: string;
  readonly onError: (error: Error) => void;
}): Promise<Workers> {
  // The app's role owns no index, so it cannot rebuild one; PostgreSQL's own vacuum keeps them.
  const boss = new PgBoss({
    connectionString: options.url,
    migrate: false,
    reindex: false,
    max: 4,
    useListenNotify: true,
  });
  boss.on('error', options.onError);
  await boss.start();
  for (const kind of jobKinds) {
    const cron = options.schedules[kind];
    if (cron) await boss.schedule(kind, cron, {}, { tz: options.timeZone });
    await boss.work<Readonly<Record<string, string>>>(
      kind,
      { batchSize: 1, pollingIntervalSeconds: 5 },
      async ([job]) => {
        if (job) await options.handlers[kind](job.data, job.id);
      },
    );
  }
  return { stop: () => boss.stop({ graceful: true, timeout: 10_000 }) };
}
