/**
 * Carries out a confirmed import. Everything is written in one transaction under a lock that goes with it, and the run
 * is marked done in that same transaction: killed at any moment, either all of it is there and it is done, or nothing
 * is there and it is run again. Progress is told on the side, outside that transaction.
 */
import { sql } from 'kysely';
import { permitSystem } from '../../kernel/permit.ts';
import type { Person } from '../../kernel/actor.ts';
import type { Refusal, Result } from '../../kernel/result.ts';
import { ok, refuse } from '../../kernel/result.ts';
import { act } from '../command.server.ts';
import type { Context, Edge } from '../command.server.ts';
import type { Database } from '../db.server.ts';
import type { Services } from '../services.server.ts';
import { readWorkbook } from '../spreadsheet/read-workbook.server.ts';
import type { ReadRefusal } from '../spreadsheet/refusals.ts';
import type { Sheet } from '../spreadsheet/sheet.ts';
import { readText } from '../spreadsheet/text.ts';
import type { ImportKind, Tell } from './import-kind.ts';
import { digestOf, findRun, moveRun, storedBytes, summaryOf, takeRun } from './import-store.server.ts';
import type { ImportRun } from './import-run.ts';
import { importRefusal } from './text.ts';
import { forgetSheets, keptSheets } from './sheets-kept.server.ts';
import { subjectOf } from './upload.server.ts';

export type ImportDesk = {
  readonly services: Services;
  readonly kinds: readonly ImportKind[];
  /** The person with the roles they hold now; undefined when they may no longer act. */
  readonly personOf: (db: Database, personId: string) => Promise<Person | undefined>;
};

const product = { kind: 'system', name: 'job' } as const;

/** The handler of the job import.run. Run twice, or after the end, it does nothing more. */
export async function runImport(desk: ImportDesk, importId: string): Promise<void> {
  const { services } = desk;
  const run = await findRun(services.db, product, importId);
  if (!run || !isWaiting(run)) return;
  const kind = kindOf(desk.kinds, run);
  const actor = await desk.personOf(services.db, run.uploadedBy);
  const sheets = await sheetsOf(services, run);
  const edge: Edge = { services, actor: actor ?? product, via: 'job', address: null };
  if (!sheets.ok) return fail(services, run, readText(sheets.refusal));
  const result = await act(edge, (context) => carryOut(context, { desk, kind, importId, sheets: sheets.value }));
  if (!result.ok) await fail(services, run, importRefusal(result.refusal, kind.refusalText));
}

async function sheetsOf({ files }: Services, { hash }: ImportRun): Promise<Result<readonly Sheet[], ReadRefusal>> {
  const kept = keptSheets(hash);
  return kept ? ok(kept) : readWorkbook(await storedBytes(files, hash));
}

type Work = {
  readonly desk: ImportDesk;
  readonly kind: ImportKind;
  readonly importId: string;
  readonly sheets: readonly Sheet[];
};

async function carryOut(context: Context, { desk, kind, importId, sheets }: Work): Promise<Result<void, Refusal>> {
  const { tx, actor, now } = context;
  if (!(await takeRun(tx, importId))) return ok();
  const run = await findRun(tx, product, importId);
  if (!run || !isWaiting(run)) return ok();
  const permit = await kind.permit(tx, actor, run.facts);
  if (!permit.ok) return permit;
  const tell = teller(desk.services.db, importId);
  await tell(0);
  const plan = await kind.plan(tx, sheets, { importId, facts: run.facts, actor, now });
  if (plan.faults.length > 0 || digestOf(plan) !== run.summary.digest) return refuse({ kind: 'import_changed_since' });
  const applied = await plan.apply(context, tell);
  if (!applied.ok) return applied;
  forgetSheets();
  await moveRun(tx, run, { stage: 'done', done: run.total, summary: summaryOf(plan), finishedAt: now });
  const after = { stage: 'done', counts: plan.counts };
  await context.record({ permit: permit.value, kind: 'import.finished', subject: subjectOf(importId), after });
  return ok();
}

function teller(db: Database, importId: string): Tell {
  return async (done) => {
    await db
      .updateTable('import_run')
      .set({ stage: 'running', done })
      .where('id', '=', importId)
      .where('stage', 'in', ['queued', 'running'])
      .execute();
  };
}

async function fail(services: Services, run: ImportRun, failure: string): Promise<void> {
  const edge: Edge = { services, actor: product, via: 'job', address: null };
  await act(edge, async (context) => {
    const now = await findRun(context.tx, product, run.id);
    if (!now || !isWaiting(now)) return ok();
    const summary = { ...now.summary, failure };
    await moveRun(context.tx, now, { stage: 'failed', done: 0, summary, finishedAt: context.now });
    const entry = { kind: 'import.finished', subject: subjectOf(run.id), after: { stage: 'failed', failure } } as const;
    await context.record({ permit: permitSystem('import.run', product), ...entry });
    return ok();
  });
}

/** The job sweep.imports, also at start-up: what is confirmed but worked on by nobody (its worker died) is queued again. */
export async function sweepImports({ db, jobs }: Services): Promise<number> {
  return db.transaction().execute(async (tx) => {
    const waiting = await tx
      .selectFrom('import_run')
      .select('id')
      .where('stage', 'in', ['queued', 'running'])
      .where(sql<boolean>`pg_try_advisory_xact_lock(hashtextextended('import ' || id, 0))`)
      .execute();
    for (const { id } of waiting) await jobs.send(tx, { kind: 'import.run', data: { importId: id }, key: id });
    return waiting.length;
  });
}

function isWaiting(run: ImportRun): boolean {
  return run.stage === 'queued' || run.stage === 'running';
}

export function kindOf(kinds: readonly ImportKind[], run: Pick<ImportRun, 'kind'>): ImportKind {
  const kind = kinds.find((one) => one.name === run.kind);
  if (!kind) throw new Error(`no import of kind ${run.kind}`);
  return kind;
}
