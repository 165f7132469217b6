/**
 * The record: append-only, hash-chained by a trigger (db/migrations/0001), written in the transaction of the deed. What
 * follows from an event starts here, so nothing happens unrecorded and nothing recorded is forgotten.
 */
import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import type { Permit } from '../kernel/permit.ts';
import type { DB } from './db-types.ts';
import type { EventKind } from './events.ts';
import { newId } from './id.server.ts';
import type { Job } from './jobs.ts';
import type { JobSender } from './jobs.server.ts';

export type Via = 'web' | 'api' | 'cli' | 'job' | 'setup';

export type Event = {
  readonly permit: Permit;
  readonly kind: EventKind;
  readonly subject: { readonly kind: string; readonly id: string };
  readonly unitId?: string | null;
  readonly reason?: string | null;
  readonly before?: unknown;
  readonly after?: unknown;
};

type Entry = { readonly id: string; readonly event: Event };
export type Followed = { readonly id: string; readonly event: Pick<Event, 'kind' | 'subject' | 'unitId'> };
/** What follows from the entries of one kind that one deed wrote, however many they are. */
export type Reaction = (entries: readonly Followed[]) => readonly Job[];
/** Total on purpose: whoever adds an event says what follows from it, even if that is nothing. */
export type Reactions = Readonly<Record<EventKind, Reaction>>;

export type Recorder = (...events: readonly Event[]) => Promise<void>;
/** `settle` queues what follows, once, when all of the deed is recorded. */
export type Recording = { readonly record: Recorder; readonly settle: () => Promise<void> };

type Desk = {
  readonly tx: Transaction<DB>;
  readonly now: Date;
  readonly via: Via;
  readonly address: string | null;
  readonly reactions: Reactions;
  readonly jobs: JobSender;
};

export function recordingAt(desk: Desk): Recording {
  let open: Followed[] = [];
  return {
    record: async (...events) => {
      const entries = events.map((event) => ({ id: newId(), event }));
      for (const some of inBatches(entries, 2_000)) await insert(desk, some);
      open.push(...entries.map(followed));
    },
    settle: async () => {
      const settled = Map.groupBy(open, ({ event }) => event.kind);
      open = [];
      for (const [kind, entries] of settled)
        for (const job of desk.reactions[kind](entries)) await desk.jobs.send(desk.tx, job);
    },
  };
}

/** Without what was written before and after: an import of a hundred thousand rows is not held until its end. */
function followed({ id, event: { kind, subject, unitId } }: Entry): Followed {
  return { id, event: { kind, subject, ...(unitId !== undefined && { unitId }) } };
}

/** As one parameter: a statement with ten thousand of them costs more to put together than to carry out. */
async function insert({ tx, now, via, address }: Desk, entries: readonly Entry[]): Promise<void> {
  await sql`
    insert into record_entry (id, at, kind, subject_kind, subject_id, unit_id, actor_id, on_behalf_of_id, via, address,
      reason, before, after)
    select r.id, ${now}, r.kind, r.subject_kind, r.subject_id, r.unit_id, r.actor_id, r.on_behalf_of_id, ${via}, ${address},
      r.reason, r.before, r.after
    from json_to_recordset(${JSON.stringify(entries.map(rowOf))}::json) as r (id uuid, kind text, subject_kind text,
      subject_id text, unit_id uuid, actor_id uuid, on_behalf_of_id uuid, reason text, before jsonb, after jsonb)`.execute(
    tx,
  );
}

function rowOf({ id, event }: Entry) {
  const { actor, holding } = event.permit;
  return {
    id,
    kind: event.kind,
    subject_kind: event.subject.kind,
    subject_id: event.subject.id,
    unit_id: event.unitId ?? null,
    actor_id: actor.kind === 'person' ? actor.personId : null,
    on_behalf_of_id: holding?.forPersonId ?? null,
    reason: event.reason ?? null,
    before: event.before ?? null,
    after: event.after ?? null,
  };
}

function inBatches<Item>(items: readonly Item[], size: number): readonly (readonly Item[])[] {
  const batches: (readonly Item[])[] = [];
  for (let start = 0; start < items.length; start += size) batches.push(items.slice(start, start + size));
  return batches;
}
