/** All that the register knows of one holder, newest first: awards, notes, those that were taken out, initiatives, merges. */
import { plainDateIn } from '../../kernel/calendar.ts';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { Holder as HolderKind } from '../awards/award.ts';
import type { RemovedNote } from './history.server.ts';
import { removedNotes } from './history.server.ts';
import type { HolderInitiative } from './initiatives.server.ts';
import { initiativesOf } from './initiatives.server.ts';
import { notesOf, written } from './note.ts';
import type { StoredNote } from './notes.server.ts';
import { notesOfHolder } from './notes.server.ts';
import type { HeldHonour } from './one.server.ts';
import { honoursOf } from './one.server.ts';

export type StoredMerge = {
  readonly id: string;
  readonly mergedId: string;
  readonly mergedName: string;
  readonly mergedAt: Date;
  readonly reason: string;
};
export type TimelineItem = { readonly key: string; readonly on: string } & (
  | { readonly kind: 'honour'; readonly honour: HeldHonour }
  | { readonly kind: 'note'; readonly note: StoredNote }
  /** Taken out, and still to be seen with the reason. */
  | { readonly kind: 'removed'; readonly removed: RemovedNote }
  | { readonly kind: 'initiative'; readonly initiative: HolderInitiative }
  | { readonly kind: 'merge'; readonly merge: StoredMerge }
);

/** For callers that may read the holder. `on`: a day, or a year where no day is known; '' where neither is. */
export async function timelineOf(
  db: Kysely<DB>,
  holder: { readonly id: string; readonly kind: HolderKind },
): Promise<readonly TimelineItem[]> {
  const [honours, initiatives, merges, removed, ...notes] = await Promise.all([
    honoursOf(db, holder.id),
    initiativesOf(db, holder.id),
    mergesOf(db, holder.id),
    removedNotes(db, holder.id),
    ...notesOf[holder.kind].map((kind) => notesOfHolder(db, kind, holder.id)),
  ]);
  const items: readonly TimelineItem[] = [
    ...honours.map((honour) => ({ kind: 'honour' as const, key: honour.id, on: honour.decidedOn, honour })),
    ...notes.flat().map((note) => ({ kind: 'note' as const, key: `${note.kind} ${note.key}`, on: dayOf(note), note })),
    ...removed.map((one) => ({ kind: 'removed' as const, key: `removed ${one.id}`, on: dayOf(one), removed: one })),
    ...initiatives
      .filter(({ by }) => by !== 'name')
      .map((initiative) => ({
        kind: 'initiative' as const,
        key: initiative.id,
        on: String(initiative.year),
        initiative,
      })),
    ...merges.map((merge) => ({
      kind: 'merge' as const,
      key: merge.id,
      on: plainDateIn(merge.mergedAt),
      merge,
    })),
  ];
  return items.toSorted((a, b) => sorting(b.on).localeCompare(sorting(a.on)) || a.key.localeCompare(b.key));
}

/** A year stands at its end. */
const sorting = (on: string) => (on.length === 4 ? `${on}-12-31` : on);

function dayOf({ row }: Pick<StoredNote, 'row'>): string {
  const [found = ''] = ['first_day', 'since', 'year', 'checked_at']
    .map((column) => written(row[column]))
    .filter(Boolean);
  return found.slice(0, 10);
}

export async function mergesOf(db: Kysely<DB>, keptId: string): Promise<readonly StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    select m.id, m.merged_id as "mergedId", h.name as "mergedName", m.merged_at as "mergedAt", m.reason
    from holder_merge m join holder h on h.id = m.merged_id
    where m.kept_id = ${keptId} and m.undone_at is null order by m.merged_at desc`.execute(db);
  return rows;
}
