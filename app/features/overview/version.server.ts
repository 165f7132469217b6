/**
 * Has anything happened that standings are made of? Asked of the heads of the record's lanes (sixteen rows), so that every
 * process sees what any process wrote, and a cache may stay until it really is out of date.
 */
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from '../../platform/db-types.ts';
import type { EventKind } from '../../platform/events.ts';

const moving: readonly EventKind[] = [
  'setting.changed',
  'unit.created',
  'unit.changed',
  'unit.dissolved',
  'unit.revived',
  'unit.imported',
  'directive.loaded',
  'indicator.changed',
  'trajectory.changed',
  'scheme.changed',
  'target.assigned',
  'pledge.moved',
  'actual.moved',
  'actual.imported',
  'import.finished',
];

type Seen = { lanes: readonly number[]; positions: readonly number[]; version: number };
type Head = { readonly lane: number; readonly position: number; readonly moved: boolean };

const seen = new WeakMap<Kysely<DB>, Seen>();
let latest = 0;

/** A number that goes up when something was recorded that standings depend on. */
export async function dataVersion(db: Kysely<DB>): Promise<number> {
  const before = seen.get(db) ?? { lanes: [], positions: [], version: 0 };
  const { rows } = await sql<Head>`
    select h.lane, h.position,
      h.position > coalesce(s.position, 0) and exists (
        select from record_entry e
        where e.lane = h.lane and e.position > coalesce(s.position, 0) and e.kind = any(${[...moving]}::text[])) as moved
    from record_head h
    left join unnest(${[...before.lanes]}::int[], ${[...before.positions]}::bigint[]) as s(lane, position) on s.lane = h.lane
  `.execute(db);
  const now = seen.get(db) ?? before;
  const version = now.version === 0 || rows.some((row) => row.moved) ? (latest += 1) : now.version;
  seen.set(db, { lanes: rows.map((row) => row.lane), positions: rows.map((row) => row.position), version });
  return version;
}
