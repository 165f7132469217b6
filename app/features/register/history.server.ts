/** What was done to a holder and their awards, from the record, newest first: who, when, why, what it was before and after. */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { EventKind } from '../../platform/events.ts';
import type { HistoryKind } from './history.ts';
import { historyKinds } from './history.ts';
import type { NoteKind, NoteRow } from './note.ts';
import { recordedNote } from './recorded-note.ts';

type Columns = Readonly<Record<string, unknown>>;
const kinds: readonly EventKind[] = historyKinds;
export type HistoryEntry = {
  readonly id: string;
  readonly at: Date;
  readonly kind: HistoryKind;
  readonly byName: string | null;
  readonly forName: string | null;
  readonly reason: string | null;
  readonly before: Columns | null;
  readonly after: Columns | null;
  /** Of an award: which, as it stands now. */
  readonly honour: { readonly awardCode: string; readonly year: number; readonly decidedOn: string } | null;
};

/** Of this row and of those merged into it: what was done to them before stands there too. */
const own = (holderId: string) => sql`select ${holderId}::uuid as id
  union select merged_id from holder_merge where kept_id = ${holderId} and undone_at is null`;

/** For callers who may see it (`holder.history`). Awards that came with a sheet are told by the day they were entered. */
export async function historyOf(db: Kysely<DB>, holderId: string): Promise<readonly HistoryEntry[]> {
  const { rows } = await sql<HistoryEntry>`
    with own as (${own(holderId)}),
    awards as (select o.id, o.award_code, o.year, o.decided_on, o.import_id, o.entered_at, o.entered_by
      from honour o where o.holder_id in (select id from own)),
    done as (
      select r.id, r.at, r.kind, r.actor_id, r.on_behalf_of_id, r.reason, r.before, r.after, null::uuid as honour_id
      from record_entry r where r.subject_kind = 'holder' and r.subject_id in (select id::text from own)
      union all
      select r.id, r.at, r.kind, r.actor_id, r.on_behalf_of_id, r.reason, r.before, r.after, a.id
      from awards a join record_entry r on r.subject_kind = 'honour' and r.subject_id = a.id::text
      union all
      select a.id, a.entered_at, 'honour.imported', a.entered_by, null, null, null, null, a.id
      from awards a where a.import_id is not null)
    select d.id, d.at, d.kind, p.full_name as "byName", f.full_name as "forName", d.reason, d.before, d.after,
      case when a.id is not null then
        jsonb_build_object('awardCode', a.award_code, 'year', a.year, 'decidedOn', a.decided_on) end as honour
    from done d left join awards a on a.id = d.honour_id
    left join person p on p.id = d.actor_id left join person f on f.id = d.on_behalf_of_id
    where d.kind = any(${[...kinds]}::text[])
    order by d.at desc, d.id desc`.execute(db);
  return rows;
}

export type RemovedNote = {
  readonly id: string;
  readonly kind: NoteKind;
  readonly row: NoteRow;
  readonly removedAt: Date;
  readonly reason: string;
};

/** Notes that were taken out: they stay to be seen by whoever reads the others. For callers that may read the holder. */
export async function removedNotes(db: Kysely<DB>, holderId: string): Promise<readonly RemovedNote[]> {
  const { rows } = await sql<{ id: string; at: Date; reason: string | null; before: Columns }>`
    with own as (${own(holderId)})
    select r.id, r.at, r.reason, r.before from record_entry r
    where r.subject_kind = 'holder' and r.subject_id in (select id::text from own) and r.kind = 'holder.noted'
      and r.before is not null and r.after is null`.execute(db);
  return rows.flatMap(({ id, at, reason, before }) => {
    const kept = recordedNote(before);
    return kept ? [{ id, kind: kept.note, row: kept.row, removedAt: at, reason: reason ?? '' }] : [];
  });
}

/** Names of the units that the entries speak of. */
export async function unitNamesIn(
  db: Kysely<DB>,
  entries: readonly HistoryEntry[],
): Promise<ReadonlyMap<string, string>> {
  const ids = entries.flatMap(({ before, after }) =>
    [before?.['unit_id'], after?.['unit_id']].filter((id) => typeof id === 'string'),
  );
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('unit_now')
    .select(['id', 'name'])
    .where('id', 'in', [...new Set(ids)])
    .execute();
  return new Map(rows.map(({ id, name }) => [id ?? '', name ?? '']));
}
