/** The queues as an administrator sees them: how many wait, run, failed; what failed and why; trying it again. */
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PermitRefusal } from '../../kernel/permit.ts';
import { isAllowed, permitTo } from '../../kernel/permit.ts';
import type { NotThere, Result } from '../../kernel/result.ts';
import { notThere, ok, refuse } from '../../kernel/result.ts';
import type { Context } from '../../platform/command.server.ts';
import type { Database } from '../../platform/db.server.ts';
import type { JobKind } from '../../platform/jobs.ts';
import { jobKinds } from '../../platform/jobs.ts';
import { provincePath } from './province.server.ts';
import { rights } from './rights.ts';

export type QueueState = {
  readonly kind: JobKind;
  readonly waiting: number;
  readonly running: number;
  readonly done: number;
  readonly failed: number;
  readonly lastDone: Date | null;
};
export type FailedJob = {
  readonly id: string;
  readonly kind: JobKind;
  readonly at: Date;
  readonly attempts: number;
  readonly reason: string | null;
};

const isOurs = sql<boolean>`j.name = any(${[...jobKinds]})`;

/** Nothing for whoever does not look after the product as a whole. */
export async function jobsPage(db: Database, actor: Actor) {
  if (!isAllowed(rights, 'job.retry', actor, await provincePath(db))) return undefined;
  const [queues, failed] = await Promise.all([queuesOf(db), failedOf(db)]);
  return { queues: jobKinds.map((kind) => queues.find((one) => one.kind === kind) ?? idle(kind)), failed };
}

function idle(kind: JobKind): QueueState {
  return { kind, waiting: 0, running: 0, done: 0, failed: 0, lastDone: null };
}

async function queuesOf(db: Database): Promise<readonly QueueState[]> {
  const { rows } = await sql<QueueState>`
    select j.name as kind,
      count(*) filter (where j.state in ('created', 'retry')) as waiting,
      count(*) filter (where j.state = 'active') as running,
      count(*) filter (where j.state = 'completed') as done,
      count(*) filter (where j.state = 'failed') as failed,
      max(j.completed_on) filter (where j.state = 'completed') as "lastDone"
    from pgboss.job j where ${isOurs} group by j.name`.execute(db);
  return rows;
}

async function failedOf(db: Database): Promise<readonly FailedJob[]> {
  const { rows } = await sql<FailedJob>`
    select j.id, j.name as kind, coalesce(j.completed_on, j.created_on) as at, j.retry_count + 1 as attempts,
      left(j.output ->> 'message', 300) as reason
    from pgboss.job j where ${isOurs} and j.state = 'failed' order by at desc limit 100`.execute(db);
  return rows;
}

/** The same work again, as a new job; the failed one stays as it was until it is forgotten. */
export async function retryJob(context: Context, jobId: string): Promise<Result<undefined, PermitRefusal | NotThere>> {
  const { tx, actor, record, enqueue } = context;
  const permit = permitTo(rights, 'job.retry', actor, await provincePath(tx));
  if (!permit.ok) return permit;
  const { rows } = await sql<{ kind: JobKind; data: Record<string, string> }>`
    update pgboss.job j set state = 'cancelled' where ${isOurs} and j.id::text = ${jobId} and j.state = 'failed'
    returning j.name as kind, j.data`.execute(tx);
  const [job] = rows;
  if (!job) return refuse(notThere);
  await enqueue(job);
  await record({ permit: permit.value, kind: 'job.retried', subject: { kind: 'job', id: jobId }, after: job });
  return ok();
}
