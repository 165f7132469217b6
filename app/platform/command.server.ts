/**
 * One action is one transaction, opened here at the edge and answered after commit. A refusal rolls back, a lost
 * serialisation race is tried again, anything else is a fault and goes up.
 */
import type { Transaction } from 'kysely';
import type { Actor } from '../kernel/actor.ts';
import type { Refusal, Result } from '../kernel/result.ts';
import { isDatabaseError } from './db.server.ts';
import type { Deed } from './deed.server.ts';
import { onlyOnce } from './deed.server.ts';
import type { DB } from './db-types.ts';
import type { Recorder, Via } from './record.server.ts';
import { recordingAt } from './record.server.ts';
import type { Job } from './jobs.ts';
import type { Services } from './services.server.ts';

export type Context = {
  readonly tx: Transaction<DB>;
  readonly actor: Actor;
  readonly now: Date;
  readonly record: Recorder;
  readonly enqueue: (job: Job) => Promise<void>;
};

export type Edge = {
  readonly services: Services;
  readonly actor: Actor;
  readonly via: Via;
  readonly address: string | null;
  /** Set when the request carries a key by which it is done once (app/deeds.server.ts). */
  readonly deed?: Deed;
};

export type Command<Value, Reason extends Refusal> = (context: Context) => Promise<Result<Value, Reason>>;

class Refused {
  readonly refusal: Refusal;
  constructor(refusal: Refusal) {
    this.refusal = refusal;
  }
}

export async function act<Value, Reason extends Refusal>(
  edge: Edge,
  command: Command<Value, Reason>,
): Promise<Result<Value, Reason>> {
  const deed = spend(edge.deed);
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await edge.services.db.transaction().execute(async (tx) => {
        const { context, settle } = deskOf(edge, tx);
        const result = await onlyOnce({ tx, deed, now: context.now }, () => command(context));
        if (!result.ok) throw new Refused(result.refusal);
        await settle();
        return result;
      });
    } catch (fault) {
      if (fault instanceof Refused) return { ok: false, refusal: fault.refusal as Reason };
      if (attempt >= 4 || !isDatabaseError(fault, '40001', '40P01')) throw fault;
    }
  }
}

const spent = new WeakSet<Deed>();

/** A key stands for one command: a second one under it would be taken for the first come again. */
function spend(deed: Deed | undefined): Deed | undefined {
  if (deed && spent.has(deed)) throw new Error('a second command under the key of one deed');
  if (deed) spent.add(deed);
  return deed;
}

type Desk = { readonly context: Context; readonly settle: () => Promise<void> };

function deskOf(edge: Edge, tx: Transaction<DB>): Desk {
  const { services, actor, via, address } = edge;
  const now = services.clock();
  const { record, settle } = recordingAt({ tx, now, via, address, reactions: services.reactions, jobs: services.jobs });
  return { context: { tx, actor, now, record, enqueue: (job) => services.jobs.send(tx, job) }, settle };
}
