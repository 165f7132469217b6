/**
 * Proves the record or names the first broken link. The database says what was hashed (record_canonical), the hashing
 * is done here: each entry over the hash before it, each lane from zero to its head, no position missing.
 */
import { createHash } from 'node:crypto';
import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import type { DB } from './db-types.ts';

export type Break = {
  readonly lane: number;
  readonly position: number;
  readonly what: 'missing' | 'changed' | 'cut_off' | 'beyond_head';
  readonly entryId: string | null;
};
export type Proof = { readonly entries: number; readonly heads: readonly Head[]; readonly broken: Break | null };
export type Head = { readonly lane: number; readonly position: number; readonly hash: string };

type Link = { readonly position: number; readonly id: string; readonly hash: Buffer; readonly canonical: string };

const pageSize = 5_000;

export async function verifyRecord(db: Kysely<DB>): Promise<Proof> {
  return db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      const heads = await tx.selectFrom('record_head').selectAll().orderBy('lane').execute();
      let entries = 0;
      for (const head of heads) {
        const lane = await walkLane(tx, head.lane, head.position, head.hash);
        entries += lane.entries;
        if (lane.broken) return { entries, heads: heads.map(headOf), broken: lane.broken };
      }
      return { entries, heads: heads.map(headOf), broken: null };
    });
}

async function walkLane(db: Kysely<DB>, lane: number, length: number, headHash: Buffer) {
  let before: Buffer = Buffer.from([0]);
  let position = 0;
  for (;;) {
    const links = await linksAfter(db, lane, position);
    for (const link of links) {
      const broken = breakAt(lane, position, link, before);
      if (broken) return { entries: position, broken };
      before = link.hash;
      position = link.position;
    }
    if (links.length < pageSize) break;
  }
  return { entries: position, broken: endOf(lane, position, length, before.equals(headHash)) };
}

async function linksAfter(db: Kysely<DB>, lane: number, position: number): Promise<readonly Link[]> {
  const { rows } = await sql<Link>`
    select position, id, hash, record_canonical(e) as canonical from record_entry e
    where lane = ${lane} and position > ${position} order by position limit ${sql.lit(pageSize)}`.execute(db);
  return rows;
}

function breakAt(lane: number, position: number, link: Link, before: Buffer): Break | null {
  if (link.position !== position + 1) return { lane, position: position + 1, what: 'missing', entryId: null };
  const hash = createHash('sha256').update(before).update(link.canonical, 'utf8').digest();
  return hash.equals(link.hash) ? null : { lane, position: link.position, what: 'changed', entryId: link.id };
}

function endOf(lane: number, position: number, length: number, isHead: boolean): Break | null {
  if (position < length) return { lane, position: position + 1, what: 'cut_off', entryId: null };
  if (position > length || !isHead) return { lane, position, what: 'beyond_head', entryId: null };
  return null;
}

function headOf({ lane, position, hash }: { lane: number; position: number; hash: Buffer }): Head {
  return { lane, position, hash: hash.toString('hex') };
}
