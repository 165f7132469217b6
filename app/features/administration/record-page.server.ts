/** The record for its readers: auditors and administrators, each what belongs to the units their role reaches. */
import type { Expression, ExpressionBuilder, SqlBool } from 'kysely';
import { sql } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import { unitsHeld } from '../../kernel/actor.ts';
import { TIME_ZONE } from '../../kernel/calendar.ts';
import { fold } from '../../kernel/fold.ts';
import type { Database } from '../../platform/db.server.ts';
import type { DB } from '../../platform/db-types.ts';
import type { EventKind } from '../../platform/events.ts';
import { entriesPerPage } from './pages.ts';
import { isOpenTo } from './record-readable.server.ts';

export type RecordFilter = {
  readonly kind?: string | undefined;
  /** Part of the name of whoever acted, with or without marks. */
  readonly person?: string | undefined;
  readonly unitCode?: string | undefined;
  readonly subject?: string | undefined;
  readonly from?: string | undefined;
  readonly until?: string | undefined;
};

/** Who acts at the province sees all, also what belongs to no unit; who acts below, what belongs there. */
export function visibleTo(actor: Actor) {
  const held = unitsHeld(actor, 'auditor', 'administrator');
  return sql<boolean>`(exists (select from unit_now r where r.id = any(${[...held]}::uuid[]) and r.parent_id is null)
    or e.unit_id in (select t.descendant_id from unit_tree t where t.ancestor_id = any(${[...held]}::uuid[])))`;
}

type Readable = { readonly isOpen: boolean; readonly reason: string | null };

function closed<Row extends Readable>(row: Row): Row & { readonly isReasonClosed: boolean } {
  return { ...row, reason: row.isOpen ? row.reason : null, isReasonClosed: !row.isOpen && row.reason !== null };
}

type Entries = DB & { e: DB['record_entry']; p: DB['person'] };

function conditions(eb: ExpressionBuilder<Entries, 'e' | 'p'>, filter: RecordFilter): readonly Expression<SqlBool>[] {
  const { kind, person, unitCode, subject, from, until } = filter;
  return [
    ...(kind ? [eb('e.kind', '=', kind)] : []),
    ...(person ? [eb('p.name_fold', 'like', `%${fold(person).replaceAll(/[\\%_]/g, '\\$&')}%`)] : []),
    ...(unitCode ? [sql<boolean>`e.unit_id = (select id from unit where code = ${unitCode})`] : []),
    ...(subject ? [eb('e.subject_id', '=', subject)] : []),
    ...(from ? [sql<boolean>`e.at >= ${from}::date::timestamp at time zone ${TIME_ZONE}`] : []),
    ...(until ? [sql<boolean>`e.at < (${until}::date + 1)::timestamp at time zone ${TIME_ZONE}`] : []),
  ];
}

function entriesFor(db: Database, actor: Actor, filter: RecordFilter) {
  return db
    .selectFrom('record_entry as e')
    .leftJoin('person as p', 'p.id', 'e.actor_id')
    .where(visibleTo(actor))
    .where((eb) => eb.and(conditions(eb as unknown as ExpressionBuilder<Entries, 'e' | 'p'>, filter)));
}

export async function recordPage(db: Database, actor: Actor, filter: RecordFilter, page: number) {
  const wanted = entriesFor(db, actor, filter);
  const { total } = await wanted.select((eb) => eb.fn.countAll<number>().as('total')).executeTakeFirstOrThrow();
  const rows = await wanted
    .leftJoin('person as f', 'f.id', 'e.on_behalf_of_id')
    .leftJoin('unit_now as u', 'u.id', 'e.unit_id')
    .select(['e.id', 'e.at', 'e.kind', 'e.subject_kind', 'e.subject_id', 'e.via', 'e.reason'])
    .select(['p.full_name as actor', 'f.full_name as onBehalfOf', 'u.name as unit'])
    .select(isOpenTo(actor).as('isOpen'))
    .orderBy('e.at', 'desc')
    .orderBy('e.id', 'desc')
    .limit(entriesPerPage)
    .offset((page - 1) * entriesPerPage)
    .execute();
  return { total, rows: rows.map((row) => closed({ ...row, kind: row.kind as EventKind })) };
}

export async function findEntry(db: Database, actor: Actor, id: string) {
  const row = await entriesFor(db, actor, {})
    .leftJoin('person as f', 'f.id', 'e.on_behalf_of_id')
    .leftJoin('unit_now as u', 'u.id', 'e.unit_id')
    .selectAll('e')
    .select(['p.full_name as actor', 'f.full_name as onBehalfOf', 'u.name as unit'])
    .select(isOpenTo(actor).as('isOpen'))
    .where(sql<boolean>`e.id::text = ${id}`)
    .executeTakeFirst();
  return (
    row && {
      ...closed(row),
      ...(!row.isOpen && { before: null, after: null }),
      kind: row.kind as EventKind,
      hash: row.hash.toString('hex'),
      previous_hash: row.previous_hash.toString('hex'),
    }
  );
}
