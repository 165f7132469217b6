/** Reads of snapshots: the list without its contents, and one from its frozen content alone. */
import type { Kysely } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { PlainDate } from '../../kernel/calendar.ts';
import type { DB } from '../../platform/db-types.ts';
import { askedId } from '../../platform/id.server.ts';
import { endOfDay } from '../../platform/known.server.ts';
import type { Purpose, SnapshotContent } from './snapshot.ts';
import { digestOf } from './take.server.ts';
import { visibleTo } from './visible.server.ts';

export type SnapshotLine = {
  readonly id: string;
  readonly title: string;
  readonly purpose: Purpose;
  readonly asOf: string;
  readonly takenAt: Date;
  readonly takenBy: string;
  readonly digest: string;
};

/** With a day: those taken by its end. */
export async function listSnapshots(
  db: Kysely<DB>,
  actor: Actor,
  knownOn?: PlainDate,
): Promise<readonly SnapshotLine[]> {
  let wanted = lines(db, actor);
  if (knownOn) wanted = wanted.where('s.created_at', '<', endOfDay(knownOn));
  const rows = await wanted.orderBy('s.created_at', 'desc').execute();
  return rows.map((row) => ({ ...row, purpose: row.purpose as Purpose }));
}

export type FrozenSnapshot = SnapshotLine & {
  readonly content: SnapshotContent;
  /** Whether the content still gives the digest it was taken with. */
  readonly isWhole: boolean;
};

export async function findSnapshot(db: Kysely<DB>, actor: Actor, id: string): Promise<FrozenSnapshot | undefined> {
  const row = await lines(db, actor).select('s.content').where('s.id', '=', askedId(id)).executeTakeFirst();
  if (!row) return undefined;
  // Written by takeSnapshot and frozen by a trigger; its digest says whether it still is what was written.
  const content = row.content as unknown as SnapshotContent;
  return { ...row, purpose: row.purpose as Purpose, content, isWhole: digestOf(content) === row.digest };
}

function lines(db: Kysely<DB>, actor: Actor) {
  return db
    .selectFrom('snapshot as s')
    .innerJoin('person as p', 'p.id', 's.created_by')
    .select(['s.id', 's.title', 's.purpose', 's.as_of_date as asOf', 's.created_at as takenAt'])
    .select(['p.full_name as takenBy', 's.digest'])
    .where(visibleTo(actor));
}
