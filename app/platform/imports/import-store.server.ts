/** Import runs between the table and values, the fingerprint of a plan, and the bytes of a stored file. */
import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { sql } from 'kysely';
import type { Selectable, Transaction } from 'kysely';
import type { Actor } from '../../kernel/actor.ts';
import type { Reader } from '../db.server.ts';
import type { DB } from '../db-types.ts';
import type { FileStore } from '../files/store.server.ts';
import type { ImportFacts, ImportName, Plan } from './import-kind.ts';
import { shownFaults, shownLines } from './import-run.ts';
import type { ImportRun, ImportStage, ImportSummary } from './import-run.ts';

/** An import is seen by whoever uploaded it, and by the product itself. */
function visibleTo(actor: Actor) {
  switch (actor.kind) {
    case 'stranger':
      return sql<boolean>`false`;
    case 'person':
      return sql<boolean>`uploaded_by = ${actor.personId}`;
    case 'system':
      return sql<boolean>`true`;
  }
}

export async function findRun(db: Reader, actor: Actor, importId: string): Promise<ImportRun | undefined> {
  const row = await db
    .selectFrom('import_run')
    .selectAll()
    .where(sql<boolean>`id::text = ${importId}`)
    .where(visibleTo(actor))
    .executeTakeFirst();
  return row && runOf(row);
}

export async function latestRuns(db: Reader, actor: Actor, kind: ImportName): Promise<readonly ImportRun[]> {
  const rows = await db
    .selectFrom('import_run')
    .selectAll()
    .where('kind', '=', kind)
    .where(visibleTo(actor))
    .orderBy('created_at', 'desc')
    .limit(10)
    .execute();
  return rows.map(runOf);
}

function runOf(row: Selectable<DB['import_run']>): ImportRun {
  return {
    id: row.id,
    kind: row.kind as ImportName,
    fileName: row.file_name,
    hash: row.hash,
    facts: row.facts as ImportFacts,
    stage: row.stage as ImportStage,
    total: row.total,
    done: row.done,
    version: row.version,
    uploadedBy: row.uploaded_by,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
    summary: row.summary as unknown as ImportSummary,
  };
}

export function summaryOf(plan: Plan): ImportSummary {
  return {
    counts: plan.counts,
    faultCount: plan.faults.length,
    faults: plan.faults.slice(0, shownFaults),
    lines: plan.faults.length > 0 ? [] : plan.lines(shownLines),
    digest: digestOf(plan),
  };
}

export function digestOf(plan: Plan): string {
  const fingerprint = createHash('sha256');
  for (const piece of plan.key()) fingerprint.update(piece);
  return fingerprint.digest('hex');
}

export async function moveRun(
  db: Reader,
  run: ImportRun,
  to: {
    readonly stage: ImportStage;
    readonly summary?: ImportSummary;
    readonly done?: number;
    readonly finishedAt?: Date;
  },
): Promise<void> {
  await db
    .updateTable('import_run')
    .set({ stage: to.stage, version: run.version + 1 })
    .$if(to.summary !== undefined, (update) => update.set({ summary: JSON.stringify(to.summary) }))
    .$if(to.done !== undefined, (update) => update.set({ done: to.done ?? 0 }))
    .$if(to.finishedAt !== undefined, (update) => update.set({ finished_at: to.finishedAt ?? null }))
    .where('id', '=', run.id)
    .execute();
}

/** True for the one transaction that works on the import; others find it taken. Let go with the transaction, also by kill -9. */
export async function takeRun(tx: Transaction<DB>, importId: string): Promise<boolean> {
  const { rows } = await sql<{ taken: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`import ${importId}`}, 0)) as taken`.execute(tx);
  return rows[0]?.taken === true;
}

/** @throws when the store lost the file: that is an outage, not the person's mistake. */
export async function storedBytes(files: FileStore, hash: string): Promise<Uint8Array> {
  const opened = await files.open(hash);
  if (!opened) throw new Error(`stored file ${hash} is missing`);
  return buffer(opened.stream);
}
